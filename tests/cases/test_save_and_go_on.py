"""Alice answers a step, presses “Save and continue”, and goes on."""

import pytest

from readiness.cases.models import Answer, Draft
from tests.cases import contract
from tests.people import answers, faults_on, picked_in, typed, value_in

ASKED = [step for step in contract.STEPS if step in answers()]
WORRIES = [step for step in contract.STEPS if step.startswith("anxiety-")]


def test_alice_answers_every_step_in_turn_and_comes_to_check_her_answers(alice):
    where = alice.url("about-you")
    for step, kept in answers().items():
        assert where == alice.url(step)
        assert alice.get(where).status_code == 200
        where = alice.post(where, typed(step, kept)).headers["Location"]
    assert where == alice.url("check")
    assert {row.step: row.kept for row in alice.case.answers.all()} == answers()


@pytest.mark.parametrize("step", ASKED)
def test_what_was_saved_stands_in_the_boxes_again_and_saves_the_same(done, step):
    page = done.see(step)
    for name, text in typed(step, answers()[step]).items():
        if isinstance(text, list):
            assert picked_in(page, name) == text
        elif picked_in(page, name):
            assert picked_in(page, name) == [text]
        elif not name.endswith("-INITIAL_FORMS"):
            assert value_in(page, name) == text
    before = done.row(step)
    done.save(step, before.kept, base=value_in(page, "base"))
    assert done.row(step).kept == before.kept
    assert done.row(step).version == before.version == 1


@pytest.mark.parametrize("step", ASKED)
def test_nothing_but_the_steps_own_answers_is_kept(alice, step):
    alice.save("anxieties", answers()["anxieties"])
    alice.save(step, answers()[step], csrfmiddlewaretoken="x", **{f"{step}-extra": "y"})
    assert alice.kept(step) == answers()[step]


def test_a_fault_keeps_what_was_typed_and_says_what_to_do(alice):
    answer = alice.send(
        "organisation",
        {
            "organisation-name": "Alder & Sons",
            "organisation-services": ["charity", "home-care"],
            "organisation-staff": "about 40",
        },
    )
    assert answer.status_code == 200
    assert "<title>Error:" in answer.text
    assert faults_on(answer.text) == [
        "Choose where you work",
        "Enter the number of people",
        "The number of staff must be a whole number, like 42",
        "Enter the number of places",
    ]
    assert value_in(answer.text, "organisation-name") == "Alder & Sons"
    assert value_in(answer.text, "organisation-staff") == "about 40"
    assert sorted(picked_in(answer.text, "organisation-services")) == ["charity", "home-care"]
    assert alice.kept("organisation") is None


def test_a_fault_is_shown_again_when_alice_comes_back_later(alice):
    alice.send("organisation", {"organisation-name": "Alder & Sons", "organisation-staff": "?"})
    page = alice.see("organisation")
    assert "The number of staff must be a whole number, like 42" in faults_on(page)
    assert value_in(page, "organisation-staff") == "?"


def test_after_a_fault_the_last_sound_answers_still_count(done):
    answer = done.send("time", {**typed("time", answers()["time"]), "time-minutes_now": ""})
    assert faults_on(answer.text) == ["Enter minutes today"]
    assert done.kept("time") == answers()["time"]
    assert "Not enough is known yet" not in done.see("check")


def test_every_fault_links_to_a_box_that_is_there(alice):
    for step in contract.STEPS:
        if step not in WORRIES and contract.ROWS.get(step, (1,))[0]:
            page = alice.send(step, {}).text
            links = [part.partition('"')[0] for part in page.split('<li><a href="#')[1:]]
            assert links, step
            for link in links:
                assert f'id="{link}"' in page, (step, link)


def test_low_likely_and_high_have_to_stand_in_order(alice):
    kept = answers({"time": {"minutes_saved_low": 15, "minutes_saved_high": 56}})["time"]
    answer = alice.save("time", kept)
    assert faults_on(answer.text) == [
        "The likely figure must be the same as the low one, or more",
        "The high figure must be no more than the 55 minutes of today",
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"low": "2"}, "The likely saving must be the same as the low one, or more"),
        ({"likely": "4"}, "The high saving must be the same as the likely one, or more"),
    ],
)
def test_savings_have_to_stand_in_order(alice, changes, fault):
    row = {"label": "Paper", "low": "1", "likely": "1", "high": "3", "confidence": "guess"}
    answer = alice.save("savings", {"rows": [row | {n: f"{v}.00" for n, v in changes.items()}]})
    assert faults_on(answer.text) == [fault]


def test_a_cost_needs_an_amount(alice):
    row = {"label": "Phones", "category": "devices", "confidence": "guess"}
    answer = alice.save("costs", {"rows": [row]})
    assert faults_on(answer.text) == ["Enter a cost paid once, a cost for each year, or both"]
    assert 'href="#costs-0-one_off"' in answer.text


def test_a_double_click_saves_once(alice):
    kept = answers()["need"]
    first, second = (alice.save("need", kept, base="0") for _press in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert alice.row("need").version == 1
    assert alice.row("need").history.count() == 1


def test_a_refresh_after_a_later_change_asks_and_does_not_undo(alice):
    first = answers()["control"]
    alice.save("control", first, base="0")
    alice.save("control", first | {"how": "They choose their own times."}, base="1")
    assert alice.save("control", first, base="0").status_code == 409
    assert alice.kept("control")["how"] == "They choose their own times."


def test_a_saved_step_says_who_saved_it_and_when_in_its_history(alice, bob):
    kept = answers()["control"]
    alice.save("control", kept, base="0")
    bob.save("control", kept | {"change": "same"}, base="1")
    told = [(h.version, h.changed_by, h.kept["change"]) for h in alice.row("control").history.all()]
    assert told == [(2, "Bob's link", "same"), (1, "the first browser", "more")]
    assert Answer.objects.count() == 1


def test_a_save_lets_the_draft_go(alice):
    alice.send("control", {"control-how": "Hm", "keep": "yes"})
    assert Draft.objects.count() == 1
    alice.save("control", answers()["control"])
    assert Draft.objects.count() == 0


def test_a_reload_of_the_page_that_was_saved_does_nothing(done):
    for step in ASKED:
        done.get(done.url(step) + "?reset=1")
    assert {row.step: row.kept for row in done.case.answers.all()} == answers()
