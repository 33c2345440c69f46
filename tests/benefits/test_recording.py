"""Alice looks whether her case keeps its promise, and nothing that anybody said is lost."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.benefits import reviews
from readiness.benefits.forms import Review
from readiness.benefits.models import BenefitsReview
from readiness.cases.models import AccessLink
from tests.benefits.held import in_use, opened, record, typed
from tests.people import Person, faults_on, picked_in, said, value_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def alice():
    return in_use(6)


def test_she_records_what_she_found_and_reads_what_it_comes_to(alice):
    answer = record(alice)
    assert answer.headers["Location"] == alice.url("benefits")
    page = said(alice.see("benefits"))
    for words in (
        "Recorded. What it comes to stands below.",
        "Carry on.",
        "1 of 2 outcomes is reached, 1 partly.",
        "It saves 10 minutes in a shift. The case expected 14, and between 5 and 20.",
        "£24,500 was paid in the first 6 months. The case expected £24,461.",
        "This is held beside version 1, which was sent on",
    ):
        assert words in page


def test_the_page_shows_what_was_promised_beside_each_question(alice):
    page = said(alice.see("benefits/6"))
    for words in (
        "Outcome 1: More time with people in the evening",
        "Measure Evenings a week with an activity",
        "Before 2 Promised 5 By when June 2028 Who looks Joy",
        "How Ten shifts are timed, the same way as in March.",
        "Promised 14 minutes At worst 5 minutes At best 20 minutes",
        "Promised, once £18,892 Promised, for running it £5,569",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"taken_on": ""}, "Enter the day on which you looked"),
        ({"taken_on": "31 2 2027"}, "The day on which you looked must be a real day"),
        ({"taken_on": "1 1 2199"}, "The day must be today or before"),
        ({"reached_1": ""}, "Choose whether outcome 1 was reached"),
        ({"reached_1": "perhaps"}, "Choose one of the answers listed"),
        ({"actual_2": ""}, "Enter what outcome 2 is now"),
        ({"actual_1": "x" * 201}, "What outcome 1 is now must be 200 characters or fewer"),
        ({"minutes": "12.5"}, "The number of minutes must be a whole number, like 12"),
        ({"minutes": "721"}, "The number of minutes must be 720 or fewer"),
        ({"minutes": "-121"}, "The number of minutes must be −120 or more"),
        ({"paid_once": "-1"}, "What was paid once must be £0 or more"),
        ({"paid_running": "about 5000"}, "What was paid for running it must be an amount"),
        ({"decision": ""}, "Choose what happens next"),
        ({"why": " "}, "Enter why"),
        ({"why": "y" * 2001}, "Why must be 2,000 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(alice, wrong, fault):
    kept = {"surprises": "Residents\nread <b>along</b>.", "actual_1": "4 of 7", **wrong}
    answer = record(alice, **kept)
    (found,) = faults_on(answer.text)
    assert found.startswith(fault)
    assert "<title>Error:" in answer.text
    assert value_in(answer.text, "review-surprises") == kept["surprises"]
    assert value_in(answer.text, "review-actual_1") == kept["actual_1"]
    assert not BenefitsReview.objects.exists()


def test_what_cannot_be_said_yet_may_be_left_open(alice):
    empty = dict.fromkeys(("minutes", "paid_once", "paid_running", "actual_1", "surprises"), "")
    assert record(alice, **empty, reached_1="unsaid").status_code == 302
    page = said(alice.see("benefits"))
    assert "1 of 2 outcomes is reached, 1 cannot be said yet." in page
    assert "Nobody has counted the minutes yet, so hours and worth cannot be said." in page
    assert "What was paid is not said, so costs cannot be held side by side." in page
    assert "Offer it as a lesson" not in page


def test_it_can_be_recorded_again_and_what_was_said_before_is_kept(alice):
    record(alice, why="We are in a hurry.")
    page = alice.see("benefits/6")
    assert value_in(page, "review-paid_once") == "19400"
    assert value_in(page, "review-minutes") == "10"
    assert picked_in(page, "review-reached_1") == ["partly"]
    record(alice, decision="stop", why="Medicine errors rose.")

    (review,) = reviews.of(alice.case)
    assert (review.turn, review.decision) == (2, "stop")
    page = said(alice.see("benefits/6"))
    assert "Carry on. We are in a hurry." in page
    assert "Stop. Medicine errors rose." in page


def test_a_double_click_records_it_once(alice):
    seen = opened(alice)
    first, second = (record(alice, seen=seen) for _press in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert BenefitsReview.objects.get().turn == 1


def test_of_two_people_the_second_is_told_and_loses_no_word(alice):
    bob = Person()
    bob.join(alice.case, label="Bob’s link")
    seen = opened(bob)
    record(alice, why="It saves time.")

    answer = record(bob, seen=seen, why="It costs us sleep.")

    assert "Somebody recorded this review meanwhile." in answer.text
    assert "Carry on. It saves time." in said(answer.text)
    assert value_in(answer.text, "review-why") == "It costs us sleep."
    assert BenefitsReview.objects.get().why == "It saves time."
    again = {name: value_in(answer.text, name) for name in ("promise", "turn")}
    record(bob, seen=again, why="It costs us sleep.")
    assert BenefitsReview.objects.get().why == "It costs us sleep."


def test_a_promise_that_moved_while_she_wrote_is_looked_at_again():
    alice = in_use(6, sent=False)
    seen = opened(alice)
    row = {"outcome": "Calmer evenings", "who_for": "people", "measure": "Calls", "target": "3"}
    alice.save("outcomes", {"rows": [{**row, "by": "2028-06"}]})

    answer = record(alice, seen=seen)

    assert "What was promised changed while you were writing" in answer.text
    assert "Outcome 1: Calmer evenings" in said(answer.text)
    assert value_in(answer.text, "review-why") == "It saves time, and people like it."
    assert not BenefitsReview.objects.exists()


@pytest.mark.parametrize("seen", [{}, {"promise": "x", "turn": "y"}, {"turn": "-1"}])
def test_a_page_that_was_tampered_with_records_nothing(alice, seen):
    assert record(alice, seen=seen).status_code == 200
    assert not BenefitsReview.objects.exists()


@pytest.mark.parametrize("role", [AccessLink.Role.EDITOR, AccessLink.Role.READER])
def test_only_an_owner_records(alice, role):
    seen, other = opened(alice), Person()
    other.join(alice.case, label="a colleague", role=role)
    assert other.get(other.url("benefits/6")).status_code in {403, 404}
    assert record(other, seen=seen).status_code in {403, 404}
    assert not BenefitsReview.objects.exists()


def test_an_editor_reads_what_was_found(alice):
    record(alice)
    editor = Person()
    editor.join(alice.case, label="a colleague", role=AccessLink.Role.EDITOR)
    page = editor.see("benefits")
    assert "1 of 2 outcomes is reached" in page
    assert alice.url("benefits/6") + '"' not in page
    assert "An owner of the case records it." in page


@pytest.mark.parametrize("page", ["benefits", "benefits/6", "benefits/6/review"])
def test_a_stranger_learns_nothing(alice, charlie, page):
    record(alice)
    assert charlie.get(alice.url(page)).status_code == 404


@pytest.mark.parametrize("months", [0, 1, 4, 24, 99999999999999999999])
def test_there_are_three_reviews_and_no_more(alice, months):
    assert alice.get(alice.url(f"benefits/{months}")).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"months": 5}, {"decision": "wait"}, {"why": ""}, {"months": 6}],
    ids=["no such time", "no such decision", "no reason", "twice"],
)
def test_the_database_refuses_what_cannot_be(alice, wrong):
    record(alice)
    given = {"case": alice.case, "months": 3, "promise": {}, "found": [], "decision": "stop"}
    given |= {"taken_on": timezone.localdate(), "why": "x", "recorded_by": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitsReview.objects.create(**{**given, **wrong})


def test_one_who_records_without_end_is_asked_to_wait_and_keeps_what_was_typed(alice, monkeypatch):
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_given, **_more: False)
    answer = record(alice, why="It saves time.")
    assert answer.status_code == 429
    assert value_in(answer.text, "review-why") == "It saves time."


def test_all_of_it_can_be_taken_along(alice):
    record(alice, why="First.")
    record(alice, why="Second.")
    found = reviews.everything(alice.case)
    (review,) = found["reviews"]
    assert [each["why"] for each in review["recorded"]] == ["First.", "Second."]
    assert review["recorded"][1]["paid_once"] == "19400.00"
    assert review["promise"]["version"] == 1


def test_a_deleted_case_leaves_no_review_behind(alice):
    record(alice)
    alice.case.delete()
    assert not BenefitsReview.objects.exists()
    assert not BenefitsReview.history.exists()


@settings(max_examples=60, deadline=None, database=None)
@given(st.dictionaries(st.sampled_from(sorted(typed())), st.text(max_size=40), max_size=11))
def test_whatever_is_typed_it_is_sound_or_says_what_is_wrong(wrong):
    form = Review({**typed(), **wrong}, prefix="review", outcomes=2, today=timezone.localdate())
    if form.is_valid():
        assert len(form.said["found"]) == 2
    else:
        assert all(fault.message and fault.name in typed() for fault in form.faults())


def test_what_looks_private_is_asked_about_once_and_nothing_is_lost(alice):
    answer = record(alice, surprises="Ring Jo on 07700 900123.")
    page = answer.text
    assert "“07700 900123” looks like a phone number" in said(page)
    assert value_in(page, "review-surprises") == "Ring Jo on 07700 900123."
    assert not BenefitsReview.objects.exists()
    again = typed(surprises="Ring Jo on 07700 900123.") | opened(alice, 6)
    alice.post(alice.url("benefits/6"), again | {"private": value_in(page, "private")})
    assert BenefitsReview.objects.get().surprises == "Ring Jo on 07700 900123."
