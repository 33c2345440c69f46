"""Alice records in two places at once. What only one changed is merged; between two she chooses."""

import pytest

from tests.people import Person, said
from tests.suppliers.at_the_table import (
    LICENCES,
    NOTES,
    OFFLINE,
    SET_UP,
    WRITE,
    add,
    answer,
    answered,
    boxes,
    page_of,
    price,
    recorded,
    said_of,
)


@pytest.fixture
def elm(buyer):
    elm = add(buyer, "Elm")
    answer(buyer, elm, {WRITE: "met"})
    return elm


@pytest.fixture
def partner(buyer):
    """The other owner, at his own computer."""
    person = Person()
    person.join(buyer.case, label="Sam")
    return person


def test_what_only_one_of_them_changed_is_merged(buyer, partner, elm):
    mine, theirs = (answered(each, elm, {}) for each in (buyer, partner))
    assert mine["base"] == theirs["base"] == "1"
    answer(partner, elm, {OFFLINE: "not"})
    typed = {**mine, **_filled(mine, NOTES, "partly", "Once a day")}
    assert buyer.post(buyer.url(page_of(elm)), typed).status_code == 302
    assert said_of(elm) == {WRITE: "met", OFFLINE: "not", NOTES: "partly"}


def _filled(typed, words, said_, note=""):
    place = next(n for n, text in typed.items() if text == words).removesuffix("asked")
    return {f"{place}said": said_, f"{place}note": note}


def test_what_both_changed_is_shown_side_by_side_and_nothing_is_saved(buyer, partner, elm):
    mine = answered(buyer, elm, {WRITE: ("partly", "Mine & <mine>"), NOTES: "met"})
    answer(partner, elm, {WRITE: ("not", "Theirs"), OFFLINE: "met"})
    page = buyer.post(buyer.url(page_of(elm)), mine)
    assert page.status_code == 409
    words = said(page.text)
    assert "(by Sam)" in words
    assert "Mine & <mine>" in words
    assert "Theirs" in words
    assert "&lt;mine&gt;" in page.text
    assert said_of(elm) == {WRITE: "not", OFFLINE: "met"}
    assert "Mine & <mine>" in boxes(buyer.see(page_of(elm))).values()


@pytest.mark.parametrize(("whose", "kept"), [("mine", "partly"), ("theirs", "not")])
def test_the_person_chooses_and_what_only_one_changed_outlives_it(buyer, partner, elm, whose, kept):
    mine = answered(buyer, elm, {WRITE: "partly", NOTES: "met"})
    answer(partner, elm, {WRITE: "not", OFFLINE: "met"})
    page = buyer.post(buyer.url(page_of(elm)), mine).text
    choice = {n: whose for n in _all_boxes(page) if n.startswith("choose-")}
    assert len(choice) == 1
    done = buyer.post(buyer.url(page_of(elm)), {**_all_boxes(page), **choice})
    assert done.status_code == 302
    assert said_of(elm) == {WRITE: kept, OFFLINE: "met", NOTES: "met"}
    assert "Not saved yet" not in buyer.see(page_of(elm))
    past = elm.recorded.get(kind="replies").history.filter(version=2)
    assert [each.history_change_reason for each in past].count(None) == 1


def _all_boxes(page):
    """All boxes of the page that shows both."""
    start = page.index("<form", page.index("<main"))
    return boxes(
        page[start:].replace('<form method="post" action', '<form method="post" novalidate action')
    )


def test_between_two_lists_of_prices_one_is_chosen_whole(buyer, partner, elm):
    price(buyer, elm, LICENCES)
    price(partner, elm, LICENCES, SET_UP, base="1")
    page = buyer.post(buyer.url(page_of(elm, "prices")), _priced(elm, "6000") | {"base": "1"})
    assert page.status_code == 409
    assert "Setting it up · Set-up · Paid once: £2,500.50" in page.text
    assert "£6,000 a year" in page.text
    typed = _all_boxes(page.text) | {"choose-rows": "theirs"}
    buyer.post(buyer.url(page_of(elm, "prices")), typed)
    assert [row["label"] for row in recorded(elm, "prices")] == ["Licences", "Setting it up"]


def _priced(elm, amount):
    name = f"supplier-{elm.pk}-prices"
    typed = {f"{name}-TOTAL_FORMS": "1", f"{name}-INITIAL_FORMS": "0"}
    return typed | {f"{name}-0-{n}": v for n, v in (LICENCES | {"per_year": amount}).items()}


def test_a_double_click_saves_once(buyer, elm):
    typed = answered(buyer, elm, {OFFLINE: "met"})
    for _press in range(2):
        assert buyer.post(buyer.url(page_of(elm)), typed).status_code == 302
    assert elm.recorded.get(kind="replies").version == 2


def test_a_choice_between_two_still_holds_when_the_list_was_moved_meanwhile(buyer, partner, elm):
    mine = answered(buyer, elm, {WRITE: "partly"})
    answer(partner, elm, {WRITE: "not"})
    page = buyer.post(buyer.url(page_of(elm)), mine).text
    rows = buyer.kept("requirements")["rows"]
    buyer.save("requirements", {"rows": rows[::-1]})
    choice = {n: "theirs" for n in _all_boxes(page) if n.startswith("choose-")}
    buyer.post(buyer.url(page_of(elm)), {**_all_boxes(page), **choice})
    assert said_of(elm) == {WRITE: "not"}
