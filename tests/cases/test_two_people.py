"""Alice and Bob write at once. What only one changed is merged; where both did, a person chooses."""

import re

import pytest

from tests.people import answers, faults_on, said, typed, value_in

ORGANISATION = answers()["organisation"]
TIME = answers()["time"]


@pytest.fixture
def both(alice, bob):
    """Alice and Bob, who both have the step before them as Alice saved it."""
    alice.save("organisation", ORGANISATION, base="0")
    alice.save("time", TIME, base="0")
    return alice, bob


def choose(person, step, page, query="", **choices):
    """Press “Save what I chose” on the page that shows both."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)"', page)
    posted = {}
    for name in hidden:
        found = re.findall(rf'name="{re.escape(name)}" value="([^"]*)"', page)
        posted[name] = found if len(found) > 1 else found[0]
    posted |= {f"choose-{name}": whose for name, whose in choices.items()}
    return person.send(step, posted, query)


def test_what_only_one_of_them_changed_is_merged(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"staff": 80}, base="1")
    answer = bob.save("organisation", ORGANISATION | {"sites": 3}, base="1")
    assert answer.status_code == 302
    assert alice.kept("organisation") == ORGANISATION | {"staff": 80, "sites": 3}
    assert alice.row("organisation").version == 3


def test_an_answer_that_one_took_away_stays_away(both):
    alice, bob = both
    alice.save(
        "organisation", {n: v for n, v in ORGANISATION.items() if n != "volunteers"}, base="1"
    )
    bob.save("organisation", ORGANISATION | {"sites": 3}, base="1")
    assert "volunteers" not in alice.kept("organisation")
    assert alice.kept("organisation")["sites"] == 3


def test_the_same_change_twice_is_no_clash(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"staff": 80}, base="1")
    assert bob.save("organisation", ORGANISATION | {"staff": 80}, base="1").status_code == 302
    assert alice.row("organisation").version == 2


def test_a_page_without_a_change_undoes_nothing(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"staff": 80}, base="1")
    bob.save("organisation", ORGANISATION, base="1")
    assert alice.kept("organisation")["staff"] == 80
    assert alice.row("organisation").version == 2


def test_what_both_changed_is_shown_side_by_side_and_nothing_is_saved(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Hazel & Court"}, base="1")
    answer = bob.save("organisation", ORGANISATION | {"name": "<b>Hazel</b>"}, base="1")
    assert answer.status_code == 409
    assert "Hazel &amp; Court" in answer.text
    assert "&lt;b&gt;Hazel&lt;/b&gt;" in answer.text
    assert "the first browser" in said(answer.text)
    assert alice.kept("organisation")["name"] == "Hazel & Court"
    assert value_in(bob.see("organisation"), "organisation-name") == "<b>Hazel</b>"


@pytest.mark.parametrize(("whose", "name"), [("mine", "Bobs"), ("theirs", "Alices")])
def test_bob_chooses_and_the_history_holds_both(both, whose, name):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices"}, base="1")
    page = bob.save("organisation", ORGANISATION | {"name": "Bobs"}, base="1").text
    assert choose(bob, "organisation", page, name=whose).status_code == 302
    assert alice.kept("organisation") == ORGANISATION | {"name": name}
    past = {each.kept["name"] for each in alice.row("organisation").history.all()}
    assert past >= {"Alices", name, ORGANISATION["name"]}
    assert "discard" not in bob.see("organisation")


@pytest.mark.parametrize("whose", ["mine", "theirs"])
def test_what_only_alice_changed_outlives_bobs_choice_about_the_rest(both, whose):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices", "staff": 80}, base="1")
    page = bob.save("organisation", ORGANISATION | {"name": "Bobs", "sites": 3}, base="1").text
    assert page.count('type="radio"') == 2
    choose(bob, "organisation", page, name=whose)
    kept = alice.kept("organisation")
    assert (kept["staff"], kept["sites"]) == (80, 3)


def test_a_choice_between_two_lists_keeps_one_of_them_whole(both):
    alice, bob = both
    row = answers()["risks"]["rows"][0]
    alice.save("risks", {"rows": [row]}, base="0")
    alice.save("risks", {"rows": [row | {"risk": "Alices"}, row]}, base="1")
    for whose, risks in (("theirs", ["Alices", row["risk"]]), ("mine", ["Bobs"])):
        page = bob.save("risks", {"rows": [row | {"risk": "Bobs"}]}, base="1").text
        assert "Alices" in page
        assert "Bobs" in page
        choose(bob, "risks", page, rows=whose)
        assert [each["risk"] for each in alice.kept("risks")["rows"]] == risks


def test_many_choices_and_paragraphs_can_be_chosen_too(both):
    alice, bob = both
    need = answers()["need"]
    alice.save("need", need, base="0")
    alice.save("need", need | {"affected": ["board"], "problem": "Alice's\n\nwords"}, base="1")
    mine = need | {"affected": ["people", "it"], "problem": "Bob's words"}
    page = bob.save("need", mine, base="1").text
    choose(bob, "need", page, affected="theirs", problem="theirs")
    assert alice.kept("need") == need | {"affected": ["board"], "problem": "Alice's\n\nwords"}


def test_changes_that_are_sound_apart_and_not_together_are_shown_to_choose_from(both):
    alice, bob = both
    alice.save("time", TIME | {"minutes_saved_likely": 6}, base="1")
    answer = bob.save("time", TIME | {"minutes_saved_low": 12}, base="1")
    assert answer.status_code == 409
    assert alice.kept("time")["minutes_saved_low"] == 5


def test_a_choice_that_does_not_hold_together_is_a_fault_and_is_not_kept(both):
    alice, bob = both
    alice.save("time", TIME | {"minutes_saved_likely": 6}, base="1")
    page = bob.save("time", TIME | {"minutes_saved_low": 12}, base="1").text
    answer = choose(bob, "time", page, minutes_saved_low="mine", minutes_saved_likely="theirs")
    assert faults_on(answer.text) == ["The likely figure must be the same as the low one, or more"]
    assert value_in(answer.text, "time-minutes_saved_likely") == "6"
    assert alice.kept("time") == TIME | {"minutes_saved_likely": 6}
    kept = typed("time", TIME | {"minutes_saved_likely": 13, "minutes_saved_low": 12})
    assert bob.send("time", kept, base=value_in(answer.text, "base")).status_code == 302
    assert alice.kept("time")["minutes_saved_low"] == 12


def test_choosing_the_empty_answer_of_a_step_put_off_does_not_make_it_complete(both):
    alice, bob = both
    control = answers()["control"]
    alice.save("control", control, base="0")
    alice.save("control", {**control, "how": ""}, base="1", later="yes")
    page = bob.save("control", control | {"how": "Bob's"}, base="1").text
    answer = choose(bob, "control", page, how="theirs")
    assert faults_on(answer.text) == ["Enter how people will notice it"]
    assert alice.row("control").later


def test_two_who_put_the_same_step_off_are_merged_though_it_is_not_whole(both):
    alice, bob = both
    alice.save("control", {"decides_now": "board"}, base="0", later="yes")
    alice.save("control", {"decides_now": "board", "change": "less"}, base="1", later="yes")
    answer = bob.save("control", {"decides_now": "it"}, base="1", later="yes")
    assert answer.status_code == 302
    assert alice.kept("control") == {"decides_now": "it", "change": "less"}


def test_bob_can_leave_the_choice_and_come_back_to_it(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices"}, base="1")
    bob.save("organisation", ORGANISATION | {"name": "Bobs"}, base="1")
    page = bob.see("organisation")
    assert value_in(page, "base") == "1"
    again = bob.save("organisation", ORGANISATION | {"name": "Bobs"}, base="1")
    assert again.status_code == 409


def test_a_choice_goes_back_to_check_your_answers_where_bob_came_from(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices"}, base="1")
    mine = ORGANISATION | {"name": "Bobs"}
    page = bob.save("organisation", mine, "?from=check", base="1").text
    assert f'action="{bob.url("organisation")}?from=check"' in page
    answer = choose(bob, "organisation", page, "?from=check", name="mine")
    assert answer.headers["Location"] == bob.url("check") + "#organisation"


def test_one_person_in_two_tabs_is_treated_as_two(alice):
    alice.save("organisation", ORGANISATION, base="0")
    alice.save("organisation", ORGANISATION | {"name": "First tab"}, base="1")
    answer = alice.save("organisation", ORGANISATION | {"name": "Second tab"}, base="1")
    assert answer.status_code == 409


def test_two_cases_in_one_browser_never_meet(alice, charlie):
    alice.save("organisation", ORGANISATION | {"name": "First case"})
    first = alice.case
    alice.join(charlie.case)
    alice.save("organisation", ORGANISATION | {"name": "Second case"})
    names = [case.answers.get().kept["name"] for case in (first, charlie.case)]
    assert names == ["First case", "Second case"]
