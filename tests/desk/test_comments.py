"""Dawn comments on answers, which Alice reads, and keeps notes, which Alice does not."""

import pytest
from django.utils.html import escape

from tests.desk.at_the_desk import HOSTILE, comment, page
from tests.people import said


def test_a_comment_stands_beside_the_answer_for_dawn_and_for_alice(dawn, done, sent):
    assert comment(dawn, sent).status_code == 302
    for text in (page(dawn, sent).text, done.see("need")):
        assert escape(HOSTILE) in text.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")
        assert HOSTILE not in text
    assert "A consultant commented on: The need" in said(done.see())


def test_the_box_for_a_comment_opens_beside_its_answer(dawn, sent):
    text = page(dawn, sent, "?comment=need-problem").text
    assert 'name="place" value="need-problem"' in text
    assert text.count('id="comment-words"') == 1


def test_every_answer_and_every_step_can_be_commented_on_also_what_was_left_empty(dawn, done, sent):
    text = page(dawn, sent).text
    asked = {
        slug for slug in sent.snapshot["answers"] if f'"?comment={slug}#comment-words"' in text
    }
    assert asked == set(sent.snapshot["read"])
    lines = [
        line for parts in sent.snapshot["read"].values() for part in parts for line in part["lines"]
    ]
    assert [line for line in lines if not line["answer"]]
    for line in lines:
        assert f'"?comment={line["anchor"]}#comment-words"' in text
    assert "Comment on “The need”" in said(page(dawn, sent, "?comment=need").text)
    fault = comment(dawn, sent, place="", words=" ")
    assert fault.text.count('id="comment-words"') == 1
    assert comment(dawn, sent, place="", words="Well put.").status_code == 302
    assert "Well put." in said(done.see("need"))


@pytest.mark.parametrize(
    ("step", "place"), [("nowhere", ""), ("need", "need-nothing"), ("", "need-problem")]
)
def test_a_comment_needs_an_answer_that_there_is(dawn, sent, step, place):
    assert comment(dawn, sent, step=step, place=place).status_code == 404


def test_a_private_note_is_for_consultants_alone(dawn, done, sent):
    dawn.post(f"/admin/cases/version/{sent.pk}/note/", {"words": "Ring them about the price."})
    assert "Ring them about the price." in page(dawn, sent).text
    for part in ("", "check", "need", "sent"):
        assert "Ring them" not in done.see(part)


def test_a_comment_that_is_too_long_or_empty_comes_back_with_its_words_and_the_fault(dawn, sent):
    for words, fault in (("x" * 2001, "at most 2000"), ("", "Write your comment.")):
        answer = comment(dawn, sent, words=words)
        assert answer.status_code == 422
        assert fault in said(answer.text)
        assert words in answer.text
        assert answer.text.count('id="comment-words"') == 1


def test_a_line_end_counts_once_as_in_the_browser(dawn, sent):
    words = "\r\n".join(["x" * 49] * 40)
    assert len(words) > 2000
    assert comment(dawn, sent, words=words).status_code == 302
    note = f"/admin/cases/version/{sent.pk}/note/"
    assert dawn.post(note, {"words": words}).status_code == 302
    assert "Write your note." in said(dawn.post(note, {"words": " "}).text)


PHONE = "Her son is on 07700 900123."


def asked(answer) -> str:
    """What the page sends back with the second press."""
    assert answer.status_code == 422
    assert "looks like a person’s: “07700 900123”" in said(answer.text)
    return answer.text.partition('name="private" value="')[2].partition('"')[0]


def test_dawn_is_asked_once_to_leave_out_what_looks_private(dawn, done, sent):
    seen = asked(comment(dawn, sent, words=PHONE))
    assert not done.case.comments.exists()
    assert comment(dawn, sent, words=PHONE, private=seen).status_code == 302
    assert done.case.comments.get().words == PHONE


def test_and_in_her_notes_too(dawn, done, sent):
    address = f"/admin/cases/version/{sent.pk}/note/"
    seen = asked(dawn.post(address, {"words": PHONE}))
    assert not done.case.notes.exists()
    assert dawn.post(address, {"words": PHONE, "private": seen}).status_code == 302
    assert done.case.notes.get().words == PHONE


@pytest.mark.parametrize(
    ("verb", "more"), [("ask-for-changes", {"steps": ["need"]}), ("close", {})]
)
def test_and_in_what_she_writes_to_the_owner(dawn, sent, verb, more):
    moves = f"/admin/cases/version/{sent.pk}/move"
    dawn.post(f"{moves}/take/", {"turn": 0})
    said_with = {"turn": 1, "words": PHONE, **more}
    seen = asked(dawn.post(f"{moves}/{verb}/", said_with))
    assert sent.moves.count() == 1
    assert dawn.post(f"{moves}/{verb}/", said_with | {"private": seen}).status_code == 302
    assert sent.moves.count() == 2
