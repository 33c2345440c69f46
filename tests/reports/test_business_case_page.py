"""Alice reads her business case on the web and takes the PDF to her board."""

import io
import re

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf
from tests.people import said
from tests.reports.states import words


@pytest.fixture
def sent(done):
    """The version that Alice sent."""
    return versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())


@pytest.fixture
def page(done):
    return done.get(reverse("business-case", args=[done.case.pk]))


@pytest.fixture
def no_rendering(monkeypatch):
    monkeypatch.setattr(pdf, "render", lambda html, link_labels: b"%PDF-1.7 " + html.encode())


def fetch(person, ending=".pdf", case=None):
    return person.get(f"/cases/{(case or person.case).pk}/business-case{ending}")


def test_the_page_holds_what_the_pdf_holds(done, page):
    made = fetch(done)
    on_paper = " ".join(map(words, pypdf.PdfReader(io.BytesIO(b"".join(made))).pages))
    on_the_web = said(page.text)
    for phrase in (
        "Care notes written once, where care is given",
        "£30,030 in the first year and £74,584 over 5 years",
        "Carrying on as now gives no hours back, so an hour has no price.",
        "We hold back a third, buy in two steps",
        "Side of readiness",
        "Appendix B: Assumptions",
        done.case.reference,
    ):
        assert phrase in on_paper
        assert phrase in on_the_web


def test_the_pdf_opens_in_the_browser_under_a_name_that_says_what_it_is(done, no_rendering):
    answer = fetch(done)
    name = f"hazel-court-care-business-case-{done.case.reference}-draft.pdf"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert "no-store" in answer["Cache-Control"]


def test_a_stranger_is_told_that_there_is_no_such_page(done, charlie):
    for ending in ("/", ".pdf", ".docx", ".html", ".csv", ".json"):
        assert fetch(charlie, ending, done.case).status_code == 404


def test_a_case_just_begun_has_a_page_too(alice):
    text = said(fetch(alice, "/").text)
    assert "Organisation not named yet" in text
    assert "Not begun yet. It is filled in by “The need”" in text


def test_the_page_has_one_first_heading_and_no_style_of_its_own(page):
    assert len(re.findall(r"<h1\b", page.text)) == 1
    assert " style=" not in page.text
    assert "<style" not in page.text


def test_every_id_is_used_once(page):
    ids = re.findall(r'\bid="([^"]+)"', page.text)
    assert len(ids) == len(set(ids))


def test_every_head_of_a_table_says_what_it_heads(page):
    heads = re.findall(r"<th\b[^>]*>", page.text)
    assert heads
    assert all('scope="' in head for head in heads)


def test_until_it_is_sent_it_is_a_draft(page):
    assert "Not sent for review yet. Answers and figures can still change." in said(page.text)


def test_what_was_sent_says_its_version_and_its_date(done, sent):
    text = said(fetch(done, "/").text)
    assert "Version 1" in text
    assert "Sent for review on" in text


def test_what_changed_since_is_a_draft_again(done, sent):
    done.save("need-evidence", {"baseline": "60 minutes", "confidence": "guess"})
    text = said(fetch(done, "/").text)
    assert "Changed since version 1 was sent." in text
    assert "60 minutes" in text


def test_where_the_pdf_cannot_be_made_she_is_told_what_to_do(done, monkeypatch):
    def fail(*_args, **_more):
        raise pdf.RenderFailed("This document took too long to make, so it was stopped.", "detail")

    monkeypatch.setattr(pdf, "render", fail)
    answer = fetch(done)
    assert answer.status_code == 503
    assert "took too long to make" in said(answer.text)
    assert "Try again" in answer.text
    assert reverse("business-case", args=[done.case.pk]) in answer.text


def test_a_consultant_reads_what_was_sent(dawn, sent, no_rendering):
    answer = dawn.get(reverse("sent-business-case", args=[sent.pk, "pdf"]))
    assert answer.status_code == 200
    assert "-v1.pdf" in answer["Content-Disposition"]


def test_nobody_else_does(done, sent):
    answer = done.get(reverse("sent-business-case", args=[sent.pk, "pdf"]))
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_a_version_keeps_saying_what_was_sent(dawn, done, sent, no_rendering):
    done.save("need-evidence", {"baseline": "A wholly new figure", "confidence": "guess"})
    answer = dawn.get(reverse("sent-business-case", args=[sent.pk, "pdf"]))
    sent = b"".join(answer)
    assert b"A wholly new figure" not in sent
    assert b"timed over two weeks in May 2027" in sent
