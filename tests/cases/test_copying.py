"""Alice starts her next case from the last one, and confirms each answer before it counts."""

import uuid

from django.utils import timezone

from readiness.cases import versions
from readiness.cases.models import Answer, Case
from readiness.catalogue.contents import contents
from tests.people import answers, said, value_in


def begin_next(person):
    """Press the button for the next case; the person is in it then."""
    key = value_in(person.see("next"), "key")
    answer = person.post(person.url("next"), {"key": key})
    person.case = Case.objects.get(start_key=key)
    assert answer.headers["Location"] == person.url()
    return key


def test_it_is_offered_once_a_case_was_sent(done):
    assert done.url("next") not in done.see()
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    assert done.url("next") in done.see()


def test_every_answer_comes_along_and_is_marked(done):
    before = done.case
    begin_next(done)
    assert done.case != before
    assert done.kept("costs") == answers()["costs"]
    page = said(done.see())
    assert page.count("From last time") == Answer.objects.filter(case=done.case).count() > 20
    assert "This is a new case." in page


def test_nothing_counts_before_it_is_confirmed(done):
    begin_next(done)
    assert "Go on to send" not in done.see("check")
    assert "This is from last time." in done.see("costs")
    done.save("costs", answers()["costs"])
    assert "This is from last time." not in done.see("costs")
    assert done.row("costs").later is False


def test_putting_it_off_is_looking_at_it_too(done):
    begin_next(done)
    done.save("costs", answers()["costs"], later="yes", later_note="Ask Sam.")
    assert "You put this off until later: Ask Sam." in done.see("costs")


def test_the_case_before_stays_as_it_is(done):
    before = done.case
    rows = list(Answer.objects.filter(case=before).values())
    begin_next(done)
    done.save("control", {**answers()["control"], "how": "Differently."})
    assert list(Answer.objects.filter(case=before).values()) == rows


def test_a_second_press_opens_the_same_case(done):
    before = done.case
    key = begin_next(done)
    answer = done.post(f"/cases/{before.pk}/next/", {"key": key})
    assert answer.headers["Location"] == done.url()
    assert Case.objects.count() == 2


def test_a_double_click_loses_neither_case(done):
    before, session = done.case, done.cookies["sessionid"].value
    begin_next(done)
    done.cookies["sessionid"] = session  # the browser that took only the second answer
    assert done.get(done.url()).status_code == 200
    assert done.get(f"/cases/{before.pk}/").status_code == 200


def test_nobody_comes_into_a_case_by_its_key(done, charlie):
    key = begin_next(done)
    answer = charlie.post(charlie.url("next"), {"key": key})
    assert answer.headers["Location"] == charlie.url()
    assert charlie.get(done.url()).status_code == 404


def test_a_key_that_is_none_is_no_error(done):
    assert done.post(done.url("next"), {"key": "none"}).status_code == 302
    assert Case.objects.count() == 2


def test_only_an_owner_starts_the_next_case(done, charlie):
    assert charlie.get(done.url("next")).status_code == 404
    assert charlie.post(done.url("next"), {"key": str(uuid.uuid4())}).status_code == 404
