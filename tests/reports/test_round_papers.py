"""Alice hangs up a sheet, and prints the questions for people who use no screen."""

import io

import page
import pypdf
import pytest
from django.utils import timezone

from readiness.reports import pdf, round_papers
from readiness.voices import questions
from readiness.voices.models import Round
from tests.people import said
from tests.voices.asked import closes, opens

LONG = (
    "a way to write down how somebody was and what they liked, beside them and not in the office "
)


@pytest.fixture
def asking(alice):
    return opens(alice)


@pytest.fixture
def as_html(monkeypatch):
    """The pages as they go to the press, in place of PDFs."""
    monkeypatch.setattr(pdf, "render", lambda html: html.encode())


def read(made):
    return [" ".join(each.extract_text().split()) for each in pypdf.PdfReader(made).pages]


def asked(person, name):
    answer = person.get(person.url(f"voices/{name}").rstrip("/"))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    return b"".join(answer)


def test_the_sheet_is_one_page_with_twelve_codes_to_tear_off(alice, asking):
    made = asked(alice, "sheet.pdf")
    (text,) = read(io.BytesIO(made))
    code = f"{asking.code[:4]} {asking.code[4:]}"
    assert text.count(code) == 13
    assert "is thinking about" in text or "We are thinking about a way to write notes" in text
    assert page.validate_pdf_bytes(made).failures == []


def test_the_longest_words_still_fit_one_page():
    room = {"organisation": 200, "idea": 200, "tell_how": 200, "contact": 200, "message": 300}
    asking = Round(closes_on=timezone.localdate())
    for name, letters in room.items():
        setattr(asking, name, (LONG * 4)[:letters])
    assert len(read(io.BytesIO(round_papers.sheet(asking)))) == 1


def test_the_questions_on_paper_are_those_of_the_screen_and_say_how_to_type_them_in(alice, asking):
    made = asked(alice, "questions-people.pdf")
    first, *others = read(io.BytesIO(made))
    assert "“I get care or support here”" in first
    assert "Do not write your name." in first
    everything = " ".join(others)
    for each in questions.ask("people", {}):
        assert str(each.title) in everything
    assert everything.count("So much that I would say no") == 8
    assert "Another person can answer now" in others[-1]
    assert page.validate_pdf_bytes(made).failures == []


@pytest.mark.parametrize("group", questions.GROUPS)
def test_every_group_is_asked_on_paper_in_its_own_words(alice, asking, as_html, group):
    text = said(asked(alice, f"questions-{group}.pdf").decode())
    assert f"“{questions.GROUPS[group]}”" in text
    assert all(str(each.title) in text for each in questions.ask(group, {}))
    assert str(questions.WORDS[group]) in text


@pytest.mark.parametrize("paper", ["sheet.pdf", "questions-people.pdf"])
def test_what_alice_typed_is_words_and_never_a_page(alice, asking, as_html, paper):
    Round.objects.update(idea="<script>alert(1)</script>", message="<img src=x>\nnew line")
    html = asked(alice, paper).decode()
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<img" not in html


def test_without_a_round_that_is_open_there_is_no_paper(alice, asking):
    assert alice.get(alice.url("voices/questions-board.pdf").rstrip("/")).status_code == 404
    closes(asking)
    for name in ("sheet.pdf", "questions-people.pdf"):
        assert alice.get(alice.url(f"voices/{name}").rstrip("/")).status_code == 404


def test_a_paper_that_was_not_made_says_so_and_can_be_tried_again(alice, asking, monkeypatch):
    def fails(_html):
        raise pdf.RenderFailed(pdf.TOO_LONG)

    monkeypatch.setattr(pdf, "render", fails)
    where = alice.url("voices/sheet.pdf").rstrip("/")
    answer = alice.get(where)
    assert answer.status_code == 503
    assert "Try again" in answer.text
    assert alice.post(where).headers["Location"] == where
