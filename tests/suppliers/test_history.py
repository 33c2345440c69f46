"""Alice and Sam read who recorded what of the suppliers, and nothing that either wrote is lost."""

import pytest

from tests.people import Person, said
from tests.suppliers.at_the_table import (
    LICENCES,
    OFFLINE,
    REFERENCE,
    SET_UP,
    WRITE,
    add,
    answer,
    answered,
    page_of,
    price,
    refer,
)
from tests.suppliers.test_two_people import _all_boxes


@pytest.fixture
def elm(buyer):
    return add(buyer, "Elm")


@pytest.fixture
def partner(buyer):
    person = Person()
    person.join(buyer.case, label="Sam")
    return person


def test_nothing_was_recorded_yet(buyer):
    assert "Nothing was recorded yet." in said(buyer.see("suppliers/history"))


def test_each_save_is_told_with_what_was_there_before(buyer, partner, elm):
    answer(buyer, elm, {WRITE: ("met", "In a <b>trial</b>")})
    answer(partner, elm, {WRITE: ("not", "In a trial"), OFFLINE: "met"})
    price(buyer, elm, LICENCES)
    price(partner, elm, LICENCES, SET_UP, base="1")
    refer(buyer, elm, REFERENCE)
    page = buyer.see("suppliers/history")
    assert "<b>trial" not in page
    words = said(page)
    assert words.index("Elm: References") < words.index("Elm: Prices") < words.index("Elm: Answers")
    assert "by Sam" in words
    assert words.count("Recorded for the first time") == 3
    assert f"Note on “{WRITE}”" in words
    assert "Price 2, new" in words
    assert f'href="{buyer.url("suppliers/history")}"' in buyer.see("suppliers")


def test_what_alice_wrote_and_did_not_choose_stays_there_and_is_built_on_by_nobody(
    buyer, partner, elm
):
    answer(buyer, elm, {WRITE: "met"})
    mine = answered(buyer, elm, {WRITE: ("partly", "Only on the large tablet")})
    answer(partner, elm, {WRITE: ("not", "It asked twice")})
    both = _all_boxes(buyer.post(buyer.url(page_of(elm)), mine).text)
    choice = {name: "theirs" for name in both if name.startswith("choose-")}
    for _press in range(2):
        buyer.post(buyer.url(page_of(elm)), both | choice)
    words = said(buyer.see("suppliers/history"))
    assert words.count("and not chosen") == 1
    assert words.count("Only on the large tablet") == 1
    assert "It asked twice" in said(buyer.see("suppliers"))
    answer(partner, elm, {OFFLINE: "met"})
    assert said(buyer.see("suppliers/history")).count("Only on the large tablet") == 1


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "0"])
def test_no_place_in_the_history_is_an_error(buyer, elm, before):
    price(buyer, elm, LICENCES)
    assert buyer.get(buyer.url("suppliers/history"), {"before": before}).status_code == 200


def test_a_long_history_costs_no_more_questions(buyer, elm, django_assert_max_num_queries):
    for n in range(22):
        price(buyer, elm, LICENCES | {"label": f"Licences {n}"}, base=str(n))
    with django_assert_max_num_queries(8):
        page = buyer.see("suppliers/history")
    assert "Earlier changes" in page
