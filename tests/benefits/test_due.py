"""When a review is due, and what the pages of a case say of it."""

from datetime import date

import pytest
from django.utils import timezone

from readiness.cases.reviews_due import due, next_due
from tests.benefits.held import begun, in_use, record
from tests.cases.builders import later_answers
from tests.people import said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.mark.parametrize(
    ("start", "months", "on"),
    [
        ((2027, 9), 3, (2027, 12)),
        ((2027, 9), 6, (2028, 3)),
        ((2027, 9), 12, (2028, 9)),
        ((2027, 12), 12, (2028, 12)),
        ((2028, 1), 3, (2028, 4)),
    ],
)
def test_a_review_is_due_so_many_months_from_the_start(start, months, on):
    assert due(date(*start, 1), months).on == date(*on, 1)


def test_it_has_come_from_the_first_day_of_its_month():
    coming = due(date(2027, 9, 1), 3)
    assert not coming.has_come(date(2027, 11, 30))
    assert coming.has_come(date(2027, 12, 1))


@pytest.mark.parametrize(
    ("taken", "months"), [([], 3), ([3], 6), ([6], 3), ([3, 6], 12), ([3, 6, 12], None)]
)
def test_the_next_is_the_first_that_is_not_recorded(taken, months):
    found = next_due(date(2027, 9, 1), taken)
    assert (found and found.months) == months
    assert next_due(None, taken) is None


def on_the_list(person):
    """What the task list says of the reviews."""
    text = said(person.see())
    _before, there, after = text.partition("Does it keep its promise?")
    return after[:120] if there else ""


def test_the_task_list_says_which_is_next():
    alice = in_use(1)
    assert "The next one, after 3 months, is due in" in on_the_list(alice)
    alice = in_use(4)
    assert "Due The one after 3 months has been due since" in on_the_list(alice)
    record(alice, 3)
    assert "The next one, after 6 months, is due in" in on_the_list(alice)
    record(alice, 6)
    record(alice, 12)
    assert "All three are recorded." in on_the_list(alice)


def test_without_a_start_the_task_list_is_silent_and_the_page_says_why(done):
    assert on_the_list(done) == ""
    text = said(done.see("benefits"))
    assert "The plan has no start yet, so nobody can say when a review is due." in text
    assert f'href="{done.url("plan")}"' in done.see("benefits")


def test_a_start_that_is_put_off_counts_as_none():
    alice = in_use(4)
    alice.save("plan", later_answers()["plan"], later="yes")
    assert on_the_list(alice) == ""


def test_a_new_case_may_look_too_and_is_told_what_it_lacks(charlie):
    text = said(charlie.see("benefits/3"))
    assert "The case was not sent by" in text
    assert "The case named no outcomes, so there is nothing to have reached." in text
    assert "The case had no figures, so time and money have nothing to be held beside." in text


def test_a_review_before_the_start_is_said_and_not_refused():
    alice = in_use(-2)
    assert record(alice, 3).status_code == 302
    assert "It is dated before the start, which was planned for" in said(alice.see("benefits"))
    assert "It is dated before the start" in said(alice.see("benefits/3/review"))


def test_a_review_that_comes_too_soon_is_said_and_not_refused():
    alice = in_use(1)
    record(alice, 6)
    assert "It was taken less than 6 months after the start in" in said(alice.see("benefits"))


def test_reviews_out_of_order_are_said_and_not_refused():
    alice = in_use(12)
    year = timezone.localdate().year - 3
    record(alice, 6)
    record(alice, 12, taken_on=f"3 3 {year}")
    text = said(alice.see("benefits"))
    assert "It is dated before the review after 6 months, which was taken on" in text


def test_a_start_that_moved_moves_what_is_due():
    alice = in_use(6)
    alice.save("plan", later_answers()["plan"] | {"start": begun(-10)})
    assert "The next one, after 3 months, is due in" in on_the_list(alice)
