"""The page of a worry is asked where the worry is strong, and its answers outlive a change of mind."""

import pytest

from tests.cases.builders import ANXIETIES
from tests.people import answers, said

MILD = dict.fromkeys(ANXIETIES, 1)
RESPONSE = {"who": ["frontline"], "response": "Nobody loses a job over this."}


@pytest.mark.parametrize(("rating", "status"), [(0, 404), (1, 404), (2, 200), (3, 200)])
@pytest.mark.parametrize("slug", ANXIETIES)
def test_a_worry_is_asked_about_where_it_is_strong_or_blocking(alice, slug, rating, status):
    alice.save("anxieties", MILD | {slug: rating})
    assert alice.get(alice.url(f"anxiety-{slug}")).status_code == status
    assert (f"/anxiety-{slug}/" in alice.see()) == (status == 200)


def test_before_the_worries_are_rated_none_is_asked_about(alice):
    assert "/anxiety-" not in alice.see()
    assert alice.get(alice.url("anxiety-cost-much")).status_code == 404


def test_a_worry_heard_strongly_comes_next(alice):
    answer = alice.save("anxieties", MILD | {"replace-people": 3, "future-proof": 2})
    assert answer.headers["Location"] == alice.url("anxiety-replace-people")
    answer = alice.save("anxiety-replace-people", RESPONSE)
    assert answer.headers["Location"] == alice.url("anxiety-future-proof")
    answer = alice.save("anxiety-future-proof", RESPONSE)
    assert answer.headers["Location"] == alice.url("readiness-purpose")


def test_a_worry_that_faded_is_not_asked_about_and_its_answer_waits(alice):
    alice.save("anxieties", MILD | {"replace-people": 3})
    alice.save("anxiety-replace-people", RESPONSE)
    assert RESPONSE["response"] in said(alice.see("check"))
    alice.save("anxieties", MILD)
    assert RESPONSE["response"] not in said(alice.see("check"))
    assert alice.get(alice.url("anxiety-replace-people")).status_code == 404
    alice.save("anxieties", MILD | {"replace-people": 2})
    assert RESPONSE["response"] in alice.see("anxiety-replace-people")
    assert alice.kept("anxiety-replace-people") == RESPONSE


def test_what_alice_writes_on_the_page_of_a_worry_that_just_faded_is_not_lost(alice):
    alice.save("anxieties", MILD | {"replace-people": 3})
    alice.save("anxieties", MILD)
    assert alice.save("anxiety-replace-people", RESPONSE).status_code == 404
    assert alice.kept("anxiety-replace-people") is None
    alice.save("anxieties", MILD | {"replace-people": 3})
    assert RESPONSE["response"] in alice.see("anxiety-replace-people")


def test_a_worry_that_has_to_be_answered_makes_the_case_unfinished(done):
    assert "declared" in done.see("submit")
    done.save("anxieties", answers()["anxieties"] | {"replace-people": 2})
    assert "declared" not in done.see("submit")
    done.save("anxiety-replace-people", RESPONSE)
    assert "declared" in done.see("submit")


def test_worries_put_off_with_one_rated_strong_are_asked_about(alice):
    alice.save("anxieties", {"replace-people": 3}, later="yes")
    assert alice.get(alice.url("anxiety-replace-people")).status_code == 200


def test_two_members_of_staff_says_what_the_case_s_own_figures_say(done):
    done.save("anxieties", answers()["anxieties"] | {"two-members-of-staff": 3})
    page = said(done.see("anxiety-two-members-of-staff"))
    assert "£18.91" in page
    assert "£6.97" in page
