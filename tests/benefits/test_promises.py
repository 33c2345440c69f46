"""What a review is held beside: what was agreed, and never something easier that came later."""

import pytest
from django.utils import timezone

from readiness.benefits import reviews
from readiness.cases import decisions, versions
from tests.benefits.held import in_use, record, send
from tests.people import answers, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def alice():
    return in_use(12)


def aim_lower(person):
    """Send another version, with an easier target."""
    rows = answers()["outcomes"]["rows"]
    rows[0] |= {"target": "3"}
    person.save("outcomes", {"rows": rows})
    return send(person)


def agree(person):
    given = {"outcome": "agreed", "decided_on": str(timezone.localdate())}
    decisions.record(versions.newest_of(person.case), given, by="Alice", at=timezone.now())


def test_it_is_what_was_sent_and_not_what_the_answers_say_now(alice):
    rows = answers()["outcomes"]["rows"]
    alice.save("outcomes", {"rows": rows[:1]})
    text = said(alice.see("benefits/3"))
    assert "Outcome 2: Staff leave on time" in text
    assert "This is held beside version 1, which was sent on" in text


def test_of_two_that_were_sent_it_is_the_newer(alice):
    aim_lower(alice)
    text = said(alice.see("benefits/3"))
    assert "This is held beside version 2" in text
    assert "Before 2 Promised 3" in text


def test_what_the_board_agreed_is_not_undone_by_sending_something_easier(alice):
    agree(alice)
    aim_lower(alice)
    text = said(alice.see("benefits/3"))
    assert "version 1, which was sent on" in text
    assert "and which the board agreed." in text
    assert "Before 2 Promised 5" in text


def test_what_the_board_agreed_last_counts(alice):
    agree(alice)
    aim_lower(alice)
    agree(alice)
    assert "This is held beside version 2" in said(alice.see("benefits/3"))


def test_a_review_keeps_the_promise_that_it_was_first_held_beside(alice):
    record(alice, 3)
    aim_lower(alice)
    assert "Before 2 Promised 5" in said(alice.see("benefits/3"))
    assert "Before 2 Promised 3" in said(alice.see("benefits/6"))
    record(alice, 3, why="We counted again.")
    record(alice, 6)
    first, second = reviews.of(alice.case)
    assert (first.promise["version"], second.promise["version"]) == (1, 2)


def test_where_nothing_was_sent_it_is_the_answers_of_that_day_and_that_is_said():
    alice = in_use(12, sent=False)
    record(alice, 3)
    alice.save("time", answers({"time": {"minutes_saved_likely": 6}})["time"])
    text = said(alice.see("benefits"))
    assert "The case was not sent by" in text
    assert "It saves 10 minutes in a shift. The case expected 14, and between 5 and 20." in text
    assert "With these minutes, and all else as expected, it is worth £44,030 more" in text


def test_a_case_without_its_money_steps_is_held_beside_its_outcomes_alone():
    alice = in_use(12, sent=False, without=("costs",))
    record(alice, 3)
    text = said(alice.see("benefits"))
    assert "1 of 2 outcomes is reached, 1 partly." in text
    assert "Not answered then: “Costs”." in text
    assert "The case expected" not in text


def test_where_the_minutes_make_another_way_worth_more_that_is_said():
    alice = in_use(12)
    record(alice, 3, minutes="8")
    assert "Doing it better without new technology was reckoned at £43,333" in said(
        alice.see("benefits")
    )
    record(alice, 3, minutes="12")
    assert "was reckoned at" not in said(alice.see("benefits"))
