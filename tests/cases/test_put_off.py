"""“I'll come back to this”: what was answered is kept, the step is marked, nothing is forgotten."""

import pytest

from readiness.cases.models import Draft
from tests.cases import contract
from tests.people import answers, faults_on, said, typed, value_in


def test_what_was_answered_is_kept_with_the_note_and_alice_goes_on(alice):
    answer = alice.save(
        "control",
        {"decides_now": "board", "how": " We ask. "},
        later="yes",
        later_note=" ask\tSam ",
    )
    assert answer.headers["Location"] == alice.url("inclusion")
    assert alice.kept("control") == {"decides_now": "board", "how": "We ask."}
    assert (alice.row("control").later, alice.row("control").note) == (True, "ask Sam")
    assert "ask Sam" in alice.see()
    assert "Put off" in alice.see()
    page = alice.see("control")
    assert "ask Sam" in said(page)
    assert not faults_on(page)
    assert value_in(page, "control-how") == "We ask."


@pytest.mark.parametrize("step", [step for step in answers() if step != "anxiety-cost-much"])
def test_any_step_can_be_put_off_without_a_word(alice, step):
    assert alice.save(step, {}, later="yes").status_code == 302
    assert step in {slug for slug, row in rows(alice).items() if row.later}
    assert "Put off" in alice.see()


def rows(person):
    return {row.step: row for row in person.case.answers.all()}


def test_a_complete_step_that_is_put_off_is_not_complete_and_keeps_its_answers(done):
    assert "Not enough is known yet" not in done.see("check")
    done.save("control", answers()["control"], later="yes")
    assert done.kept("control") == answers()["control"]
    assert "Not enough is known yet" in said(done.see("check"))
    assert "Choice and control" in said(done.see("submit"))


def test_a_missing_step_makes_the_verdict_unknown(done):
    done.case.answers.filter(step="risks").delete()
    assert "Not enough is known yet" in said(done.see("check"))


def test_a_step_is_taken_up_again_by_saving_it(done):
    done.save("control", answers()["control"], later="yes", later_note="ask Sam")
    done.save("control", answers()["control"])
    assert (done.row("control").later, done.row("control").note) == (False, "")
    assert "Not enough is known yet" not in done.see("check")


def test_a_fault_in_a_step_that_is_put_off_stays_as_a_draft_and_is_said_on_coming_back(alice):
    kept = typed("time", answers()["time"]) | {"time-staff_using": "some", "later": "yes"}
    assert alice.send("time", kept).status_code == 302
    assert alice.kept("time") == {n: v for n, v in answers()["time"].items() if n != "staff_using"}
    page = alice.see("time")
    assert value_in(page, "time-staff_using") == "some"
    assert faults_on(page) == ["The number of staff must be a whole number, like 42"]


def test_a_fault_over_a_saved_answer_does_not_wipe_it(done):
    kept = typed("time", answers()["time"]) | {"time-staff_using": "some", "later": "yes"}
    done.send("time", kept)
    assert done.kept("time") == answers()["time"]
    done.send("time", {"discard": "yes"})
    assert value_in(done.see("time"), "time-staff_using") == "42"


def test_a_saved_answer_that_no_longer_fits_is_not_put_back(done):
    kept = typed("time", answers()["time"]) | {
        "time-minutes_now": "10",
        "time-minutes_saved_likely": "x",
        "time-minutes_saved_high": "10",
        "later": "yes",
    }
    done.send("time", kept)
    assert "minutes_saved_likely" not in done.kept("time")
    assert done.kept("time")["minutes_now"] == 10


def test_rows_that_are_half_done_are_kept(alice):
    posted = {
        "costs-TOTAL_FORMS": "3",
        "costs-INITIAL_FORMS": "0",
        "costs-0-label": "Phones",
        "costs-0-in_year": "0",
        "costs-1-in_year": "0",
        "costs-2-per_year": "£1,200",
        "costs-2-in_year": "0",
        "later": "yes",
    }
    assert alice.send("costs", posted).status_code == 302
    assert alice.kept("costs") == {
        "rows": [{"label": "Phones", "in_year": 0}, {"in_year": 0, "per_year": "1200.00"}]
    }


def test_rows_that_did_not_arrive_are_not_taken_for_none(done):
    assert done.send("costs", {"later": "yes"}).status_code == 302
    assert done.row("costs").later
    assert done.kept("costs") == answers()["costs"]


def test_more_rows_than_fit_are_kept_as_far_as_they_fit_and_the_rest_as_a_draft(alice):
    row = answers()["risks"]["rows"][0]
    alice.save("risks", {"rows": [row] * 11}, later="yes")
    assert alice.kept("risks") == {"rows": [row] * 10}
    assert Draft.objects.get().typed["risks-TOTAL_FORMS"] == ["11"]
    assert "List 10 or fewer" in faults_on(alice.see("risks"))[0]


@pytest.mark.parametrize("note", ["x" * 300, "\x00\u202e<b>", "é" * 250])
def test_a_note_is_one_line_of_200_characters(alice, note):
    alice.send("control", {"later": "yes", "later_note": note})
    assert len(alice.row("control").note) <= 200
    assert "\x00" not in alice.row("control").note
    assert "<b>" not in alice.see()


def test_putting_off_twice_makes_one_version(alice):
    for _press in range(2):
        alice.send("control", {"later": "yes", "later_note": "ask Sam"}, base="0")
    assert alice.row("control").version == 1


def test_putting_off_the_money_leaves_no_figures_and_a_draft_of_nothing(done):
    done.save("costs", answers()["costs"], later="yes")
    page = said(done.see("time"))
    assert "2,378" in page  # the hours need no costs
    assert not Draft.objects.exists()
    assert done.get(done.url("alternatives")).status_code == 200
    assert done.get(done.url("check")).status_code == 200


def test_no_two_stages_hang_together(alice):
    alice.save("risks", {"rows": []})
    assert alice.kept("risks") == {"rows": []}
    assert set(contract.STEPS) > set(rows(alice))
