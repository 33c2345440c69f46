"""What Alice typed and did not save is kept as she typed it, and is never in the way."""

import pytest

from readiness.cases.models import Draft
from tests.people import answers, faults_on, said, typed, value_in

HALF = {"control-how": "They choose  ", "control-change": "more"}


def test_what_the_page_keeps_by_itself_is_there_again_without_faults(alice):
    assert alice.send("control", {**HALF, "keep": "yes"}).status_code == 204
    page = alice.see("control")
    assert value_in(page, "control-how") == "They choose  "
    assert not faults_on(page)
    assert 'name="discard"' in page
    assert alice.kept("control") is None


def test_a_draft_outlives_the_session_through_the_same_link(alice):
    link = alice.join(alice.case)
    alice.send("control", {**HALF, "keep": "yes"})
    alice.session.flush()
    assert Draft.objects.get().link == link


def test_a_draft_belongs_to_one_link_alone(alice, bob):
    alice.send("control", {**HALF, "keep": "yes"})
    assert value_in(bob.see("control"), "control-how") == ""
    bob.send("control", {"control-how": "We choose", "keep": "yes"})
    assert value_in(alice.see("control"), "control-how") == "They choose  "


def test_a_draft_over_saved_answers_does_not_make_the_verdict_unknown(done):
    before = said(done.see("check"))
    done.send("time", {"time-minutes_now": "nonsense", "keep": "yes"})
    assert "Not enough is known yet" not in before
    after = said(done.see("check"))
    assert "Not enough is known yet" not in after
    assert "Change not saved" in after


def test_before_she_sends_she_is_told_what_is_not_saved_and_afterwards_too(done):
    untold = "You wrote something that is not saved"
    assert untold not in said(done.see("submit"))
    done.send("control", {**HALF, "keep": "yes"})
    page = done.see("submit")
    assert untold in said(page)
    assert f'href="{done.url("control")}"' in page
    done.post(done.url("submit"), {"declared": ["true", "no-names", "people-know", "readers"]})
    assert "Everything was sent" not in said(done.see())
    assert "Something that you wrote is not saved yet" in said(done.see())
    done.send("control", {"discard": "yes"})
    assert "Everything was sent as it stands." in said(done.see())
    assert done.kept("time") == answers()["time"]


def test_a_case_with_a_draft_can_be_sent_as_it_was_saved(done):
    done.send("time", {"time-minutes_now": "5", "keep": "yes"})
    done.post(done.url("submit"), {"declared": ["true", "no-names", "people-know", "readers"]})
    assert done.case.versions.get().snapshot["answers"]["time"] == answers()["time"]


def test_the_task_list_says_that_a_change_is_waiting(done):
    assert "Change not saved" not in done.see()
    done.send("time", {"time-minutes_now": "5", "keep": "yes"})
    assert done.see().count("Change not saved") == 1


def test_alice_throws_a_draft_away_and_sees_what_was_saved(done):
    done.send("time", {**typed("time", answers()["time"]), "time-minutes_now": "x"})
    answer = done.send("time", {"discard": "yes"})
    assert answer.headers["Location"] == done.url("time")
    page = done.see("time")
    assert value_in(page, "time-minutes_now") == "55"
    assert not faults_on(page)
    assert 'name="discard"' not in page


def test_alice_can_throw_away_what_is_not_there(alice):
    assert alice.send("time", {"discard": "yes"}).status_code == 302


def test_a_draft_that_was_faulty_is_no_longer_once_the_page_keeps_it_by_itself(alice):
    alice.send("control", HALF)
    assert faults_on(alice.see("control"))
    alice.send("control", {**HALF, "keep": "yes"})
    assert not faults_on(alice.see("control"))


def test_a_draft_keeps_every_sign_as_it_was_typed(alice):
    text = " <b>&amp;\u202e\r\nÅngström 👩‍⚕️\t"
    alice.send("control", {"control-how": text, "keep": "yes"})
    assert Draft.objects.get().typed["control-how"] == [text]


def test_a_sign_that_no_database_takes_does_not_cost_the_rest(alice):
    answer = alice.send("control", {"control-how": "a\x00b", "control-\x00": "x", "keep": "yes"})
    assert answer.status_code == 204
    assert Draft.objects.get().typed == {"control-how": ["ab"]}


def test_a_draft_holds_only_what_its_page_asks(alice):
    alice.send("control", {**HALF, "time-staff_using": "4", "csrf": "x", "keep": "yes"})
    assert set(Draft.objects.get().typed) == set(HALF)


@pytest.mark.parametrize("step", ["control", "costs", "time", "anxieties"])
def test_a_flood_of_inputs_is_cut_and_not_refused(alice, step):
    flood = {f"{step}-{n}-label": "x" * 30_000 for n in range(40)}
    assert alice.send(step, {**flood, "keep": "yes"}).status_code == 204
    kept = Draft.objects.get().typed
    assert max(len(texts[0]) for texts in kept.values()) <= 500_000
    assert alice.get(alice.url(step)).status_code == 200


def test_the_sentence_of_the_figures_follows_what_is_typed_and_saves_nothing(done):
    kept = typed("time", answers({"time": {"minutes_saved_high": 21}})["time"])
    words = done.send("time", {**kept, "say": "yes"}).text
    assert "3,567" in words  # 21 minutes × 196 shifts × 52 weeks ÷ 60
    assert "<html" not in words
    assert Draft.objects.count() == 0
    assert done.kept("time") == answers()["time"]


@pytest.mark.parametrize("step", ["time", "costs", "cost-assumptions", "savings", "alternatives"])
def test_the_sentence_of_the_figures_never_fails_on_half_a_page(done, step):
    whole = typed(step, answers()[step])
    for name in whole:
        for text in ("", "x", "-1", "0", "99999999999"):
            assert done.send(step, {**whole, name: text, "say": "yes"}).status_code == 200
    assert done.send(step, {"say": "yes"}).status_code == 200
