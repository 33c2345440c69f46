"""Alice types something about a person. She is asked once to take it out, and may go on."""

import pytest

from readiness.cases import private_answers
from readiness.cases.stages import STEPS
from readiness.contact.models import Message
from tests.cases.builders import later_answers
from tests.people import Person, answers, case_with, said, typed

PHONE = "Ring her son on 07700 900123."
ASKS = "Is this about a person?"
TEXTS = [
    (slug, name)
    for slug, step in STEPS.items()
    for name, question in step.fields_of().items()
    if question.is_own_words
]


def where(answer) -> str:
    return answer.headers["Location"]


@pytest.fixture
def need():
    return answers()["need"]


def test_she_is_asked_after_her_answer_is_saved_and_shown_where(alice, need):
    answer = alice.save("need", need | {"problem": PHONE})
    assert alice.kept("need")["problem"] == PHONE
    page = alice.get(where(answer)).text
    assert ASKS in page
    assert "“07700 900123” looks like a phone number" in said(page)
    assert 'href="#need-problem"' in page


def test_she_is_asked_once_for_the_same_words(alice, need):
    asked = alice.save("need", need | {"problem": PHONE})
    assert "private=1" in where(asked)
    for query in (f"?{where(asked).partition('?')[2]}", ""):
        again = alice.save("need", need | {"problem": PHONE}, query=query)
        assert "private" not in where(again)


def test_she_is_asked_again_for_other_words(alice, need):
    alice.save("need", need | {"problem": PHONE})
    other = alice.save("need", need | {"problem": "Mrs H, born 3 May 1938, fell."})
    assert "private=1" in where(other)
    assert "looks like a date of birth" in said(alice.get(where(other)).text)


def test_when_it_is_taken_out_nothing_is_asked(alice, need):
    alice.save("need", need | {"problem": PHONE})
    assert "private" not in where(alice.save("need", need))
    assert ASKS not in alice.see("need", "?private=1")


def test_after_the_last_step_she_goes_on_to_her_answers(catalogue):
    alice, last = Person(), later_answers()["tracking"]
    alice.join(case_with(answers() | later_answers()))
    last["rows"][0]["method"] = PHONE
    page = alice.get(where(alice.save("tracking", last))).text
    assert ASKS in page
    assert f'<a href="{alice.url("check")}">Go on with it as it is' in page


def test_whoever_comes_from_the_answers_goes_back_there(done, need):
    asked = done.save("need", need | {"problem": PHONE}, query="?from=check")
    assert where(asked).endswith("?private=1&from=check")
    assert f'href="{done.url("check")}#need">Go on with it as it is' in done.get(where(asked)).text


def test_a_product_and_a_person_are_asked_about_on_one_page(alice, need):
    asked = alice.save("need", need | {"problem": f"We need a care planning app. {PHONE}"})
    assert where(asked).endswith("?again=1&private=1")
    page = alice.get(where(asked)).text
    assert "One more question" in page
    assert ASKS in page
    assert page.count("autofocus") == 1


def test_a_note_of_a_step_that_is_put_off_is_looked_at_too(alice):
    asked = alice.send("control", {"later": "yes", "later_note": PHONE})
    page = alice.get(where(asked)).text
    assert ASKS in page
    assert 'href="#later_note"' in page


def test_a_step_that_is_put_off_with_a_fault_shows_no_fault_for_it(alice, need):
    posted = typed("need", need | {"problem": PHONE, "people": "x" * 2100}) | {"later": "yes"}
    posted["need-problem"] = "x" * 2100
    assert "private" not in where(alice.send("need", posted))


@pytest.mark.parametrize(("slug", "name"), TEXTS)
def test_every_question_that_is_answered_in_words_is_looked_at(slug, name):
    kept = {"rows": [{}, {name: PHONE}]} if STEPS[slug].rows else {name: PHONE}
    (asked,) = private_answers.in_step(slug, kept)
    assert asked.box == (f"{slug}-1-{name}" if STEPS[slug].rows else f"{slug}-{name}")


def test_no_answer_of_a_whole_case_is_taken_for_a_persons():
    found = [private_answers.in_step(slug, kept) for slug, kept in answers().items()]
    assert len(TEXTS) > 30
    assert [each for each in found if each] == []


def test_hostile_words_are_words_on_the_page(alice, need):
    asked = alice.save("need", need | {"problem": "<b>jo</b><i>x@example.org"})
    assert "<i>x@" not in alice.get(where(asked)).text


LETTER = {"about": "help", "words": PHONE, "key": "k"}


def test_a_letter_to_us_is_sent_at_the_second_press(catalogue):
    norma = Person()
    page = norma.post("/get-in-touch/", LETTER)
    assert page.status_code == 200
    assert ASKS in page.text
    assert not Message.objects.exists()
    seen = norma_says(page.text)
    other = norma.post("/get-in-touch/", LETTER | {"words": "Or 01632 960001", "private": seen})
    assert ASKS in other.text
    assert norma.post("/get-in-touch/", LETTER | {"private": seen}).status_code == 302
    assert Message.objects.get().words == PHONE


def test_a_remark_to_colleagues_is_made_at_the_second_press(alice):
    talk = f"/cases/{alice.case.pk}/talk/need/"
    remark = {"talk-place": "whole", "talk-words": PHONE}
    page = alice.post(talk, remark)
    assert ASKS in page.text
    assert PHONE in page.text
    assert not alice.case.comments.exists()
    assert alice.post(talk, remark | {"private": norma_says(page.text)}).status_code == 302
    assert alice.case.comments.get().words == PHONE


def norma_says(html: str) -> str:
    return html.partition('name="private" value="')[2].partition('"')[0]
