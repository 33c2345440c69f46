"""What was recorded follows its requirement by its words, and is never given to another in silence."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.suppliers.asked import Asked
from readiness.suppliers.following import ALIKE, follow, plain
from readiness.suppliers.replies import by_question, placed
from tests.people import said
from tests.suppliers.at_the_table import (
    NOTES,
    OFFLINE,
    WRITE,
    add,
    answer,
    boxes,
    cells,
    page_of,
    recorded,
    said_of,
    titles,
)

SENTENCES = [
    "A carer can write a note beside the person in under two minutes",
    "It works when the Wi-Fi is down",
    "Families can read a daily note",
    "Night staff can use it with gloves on",
    "It prints a rota for each week",
    "Medicines are checked before they are given",
    "Everyone signs in with their own name",
    "Records leave with us in an open form",
]
lists = st.lists(st.sampled_from(SENTENCES), unique=True, min_size=1)
anything = st.lists(st.text(max_size=40), max_size=6)


@given(lists, lists, st.randoms(use_true_random=False))
def test_however_a_list_is_moved_added_to_and_cut_each_answer_stays_with_its_words(
    before, after, chance: Random
):
    chance.shuffle(after)
    went = follow(after, before)
    assert {after[n]: before[m] for n, m in went.items()} == {
        words: words for words in after if words in before
    }


@given(anything, anything)
def test_nothing_is_used_twice_and_nothing_unlike_is_joined(now, before):
    went = follow(now, before)
    assert len(set(went.values())) == len(went)
    for n, m in went.items():
        letters = set(plain(now[n])) & set(plain(before[m]))
        assert letters or plain(now[n]) == plain(before[m])


@given(anything, anything)
def test_nothing_recorded_is_lost_from_sight(now, before):
    asked = [Asked("", words, "must") for words in now]
    rows = [{"asked": words, "said": "met"} for words in before]
    found = placed(asked, rows)
    assert len(found) >= len(asked)
    assert sum(bool(each.row) for each in found) == len(rows)
    assert len(by_question(asked, {"rows": rows})) == len(rows)


@pytest.mark.parametrize(
    ("now", "before", "follows"),
    [
        ("It works when the wifi is down", OFFLINE, True),
        ("IT WORKS, when the Wi-Fi is down!", OFFLINE, True),
        ("It works offlien", "It works offline", True),
        ("Families cannot read a daily note", "Families can read a daily note", True),
        ("It prints a rota", OFFLINE, False),
        ("It speaks Welsh", "It speaks Polish", False),
        ("", "It works offline", False),
    ],
)
def test_words_are_the_same_where_most_of_them_are(now, before, follows):
    assert follow([now], [before]) == ({0: 0} if follows else {})
    assert 0 < ALIKE < 1


def test_of_two_that_are_alike_the_one_with_the_same_words_comes_first():
    now = ["It works when the power is down", "It works when the Wi-Fi is down"]
    assert follow(now, ["It works when the Wi-Fi is down"]) == {1: 0}


@pytest.fixture
def elm(buyer):
    """Whose answers Alice knows."""
    elm = add(buyer, "Elm")
    answer(buyer, elm, {WRITE: "met", OFFLINE: ("not", "It needs a signal"), NOTES: "partly"})
    return elm


def listed(person, *texts):
    """Let these be the requirements, each a must."""
    rows = [{"requirement": text, "priority": "must"} for text in texts]
    assert person.save("requirements", {"rows": rows}).status_code == 302


def test_answers_follow_requirements_that_were_moved(buyer, elm):
    listed(buyer, NOTES, OFFLINE, WRITE)
    page = buyer.see("suppliers")
    assert [cells(page, each)[0].split()[0] for each in (WRITE, OFFLINE, NOTES)] == [
        "Met",
        "Not",
        "Partly",
    ]


def test_a_requirement_that_took_the_place_of_another_is_not_known_yet(buyer, elm):
    listed(buyer, "It prints a rota for each week.", OFFLINE, NOTES)
    page = buyer.see("suppliers")
    assert cells(page, "It prints a rota for each week.") == ["Not known yet"]
    assert "No longer on your list" in titles(page)
    assert cells(page, WRITE) == ["Met"]
    assert recorded(elm)[0] == {"asked": WRITE, "said": "met"}


def test_where_the_words_changed_the_old_ones_stand_beside_and_it_is_in_the_way(buyer, elm):
    listed(buyer, "A carer can write a note beside the person in under one minute.", OFFLINE)
    page = buyer.see("suppliers")
    (cell,) = cells(page, "A carer can write a note beside the person in under one minute.")
    assert cell == f"Before: Met Recorded when it said: “{WRITE}”. Ask again."
    assert "Musts that are met by all" not in page
    form = buyer.see(page_of(elm))
    assert f"When this was recorded, it said: “{WRITE}”." in said(form)
    buyer.post(buyer.url(page_of(elm)), boxes(form))
    assert "Recorded when it said" not in buyer.see("suppliers")
    assert "Musts that are met by all" in buyer.see("suppliers")


def test_what_is_asked_no_longer_is_kept_until_it_is_let_go(buyer, elm):
    listed(buyer, WRITE)
    form = boxes(buyer.see(page_of(elm)))
    buyer.post(buyer.url(page_of(elm)), form)
    assert said_of(elm) == {WRITE: "met", OFFLINE: "not", NOTES: "partly"}
    answer(buyer, elm, {OFFLINE: "unknown"})
    assert said_of(elm) == {WRITE: "met", NOTES: "partly"}
    listed(buyer, NOTES, WRITE)
    assert cells(buyer.see("suppliers"), NOTES) == ["Partly"]


def test_an_answer_from_a_page_that_was_opened_before_a_change_is_about_what_it_asked(buyer, elm):
    typed = boxes(buyer.see(page_of(elm)))
    listed(buyer, "It prints a rota for each week.", NOTES, OFFLINE)
    buyer.post(buyer.url(page_of(elm)), typed)
    page = buyer.see("suppliers")
    assert cells(page, "It prints a rota for each week.") == ["Not known yet"]
    assert cells(page, WRITE) == ["Met"]
    assert cells(page, NOTES) == ["Partly"]


def test_a_draft_follows_too(buyer, elm):
    typed = boxes(buyer.see(page_of(elm)))
    draft = {n: "Half a thou" if v == "It needs a signal" else v for n, v in typed.items()}
    buyer.post(buyer.url(page_of(elm)), draft | {"keep": "yes"})
    listed(buyer, OFFLINE, "It prints a rota for each week.")
    again = boxes(buyer.see(page_of(elm)))
    place = next(n for n, text in again.items() if text == OFFLINE)
    assert again[place.replace("-asked", "-note")] == "Half a thou"
    assert WRITE in again.values()


def test_an_assurance_that_does_not_apply_any_more_is_kept_and_said(buyer, elm):
    answer(buyer, elm, {"A plan for leaving": "met"})
    buyer.save("assurance", buyer.kept("assurance") | {"exit_plan": "not-applicable"})
    page = buyer.see("suppliers")
    assert titles(page).index("No longer on your list") < titles(page).index("A plan for leaving")
    assert cells(page, "A plan for leaving") == ["Met"]


def test_a_requirement_without_words_or_priority_is_no_error(buyer, elm):
    row = buyer.row("requirements")
    row.kept = {"rows": [{"priority": "must"}, {"requirement": WRITE}]}
    row.save()
    assert titles(buyer.see("suppliers"))[:2] == ["What you have given no priority yet", WRITE]
    assert boxes(buyer.see(page_of(elm)))
