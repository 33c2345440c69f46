"""The owner records and an editor reads. Who may open which address: tests/access."""

import json

import pytest
from django.conf import settings

from readiness.cases import access
from readiness.cases.models import AccessLink, Case
from readiness.suppliers.everything import everything
from readiness.suppliers.models import Chosen, Recorded, Supplier
from tests.people import Person, value_in
from tests.suppliers.at_the_table import (
    LICENCES,
    REFERENCE,
    WRITE,
    add,
    answer,
    answered,
    choose,
    page_of,
    price,
    refer,
)


@pytest.fixture
def elm(buyer):
    elm = add(buyer, "Elm")
    answer(buyer, elm, {WRITE: "met"})
    price(buyer, elm, LICENCES)
    refer(buyer, elm, REFERENCE)
    choose(buyer, elm)
    return elm


def test_an_editor_reads_what_was_recorded_and_finds_no_way_to_change_it(buyer, elm):
    editor = Person()
    editor.join(buyer.case, role=AccessLink.Role.EDITOR)
    page = editor.see("suppliers")
    assert "Elm" in page
    assert f"suppliers/{elm.pk}" not in page
    assert "suppliers/choose" not in page
    assert editor.get(editor.url("suppliers") + "table.csv").status_code == 200
    reader = Person()
    reader.join(buyer.case, role=AccessLink.Role.READER)
    assert reader.get(reader.url("suppliers")).status_code == 404


def test_a_supplier_of_another_case_is_not_there(alice, elm):
    mine = add(alice, "Mine")
    for part in ("", "prices", "name", "remove"):
        assert alice.get(alice.url(page_of(elm, part))).status_code == 404
        assert alice.get(alice.url(page_of(mine, part))).status_code == 200
    answer_ = alice.post(alice.url(page_of(elm)), {"base": "1"})
    assert answer_.status_code == 404
    assert "Elm" not in answer_.text
    alice.post(alice.url(page_of(elm, "remove")), {"seen": ""})
    assert Supplier.objects.filter(pk=elm.pk).exists()


@pytest.mark.parametrize("number", ["0", "9" * 30])
def test_no_number_of_a_supplier_is_an_error(buyer, number):
    for part in ("", "prices/", "name/", "remove/"):
        assert buyer.get(f"{buyer.url('suppliers')}{number}/{part}").status_code == 404
        assert buyer.post(f"{buyer.url('suppliers')}{number}/{part}").status_code in {302, 404}


def test_all_of_it_can_be_handed_over_as_plain_values(buyer, elm):
    told = json.loads(json.dumps(everything(buyer.case)))
    (supplier,) = told["suppliers"]
    assert supplier["name"] == "Elm"
    assert supplier["recorded"]["replies"]["rows"] == [{"asked": WRITE, "said": "met"}]
    assert supplier["recorded"]["prices"]["changes"][0]["by"] == "shown 1 May"
    assert supplier["recorded"]["references"]["rows"][0]["who"] == REFERENCE["who"]
    assert told["choices"][0]["supplier"] == "Elm"
    assert everything(Case.objects.create()) == {"suppliers": [], "choices": []}


def test_erasing_the_case_erases_all_of_it(buyer, elm):
    buyer.case.delete()
    for model in (Supplier, Recorded, Recorded.history.model, Chosen):
        assert not model.objects.exists()


def test_the_next_case_begins_without_suppliers(buyer, elm):
    key = value_in(buyer.see("next"), "key")
    buyer.post(buyer.url("next"), {"key": key})
    buyer.case = Case.objects.get(start_key=key)
    assert not buyer.case.suppliers.exists()
    assert not buyer.case.supplier_choices.exists()
    assert "Add a supplier" in buyer.see("suppliers")


def test_whoever_was_away_too_long_is_told_and_finds_the_draft_again(buyer, elm):
    typed = answered(buyer, elm, {WRITE: ("partly", "Half a thou")})
    buyer.post(buyer.url(page_of(elm)), typed | {"keep": "yes"})
    session = buyer.session[access.KEY]
    buyer.cookies.clear()
    told = buyer.post(buyer.url(page_of(elm)), typed)
    assert told.status_code == 404
    assert "Open your private link again." in told.text
    again = Person()
    again.case = buyer.case
    again.get("/")
    held = again.session
    held[access.KEY] = session
    held.save()
    again.cookies[settings.SESSION_COOKIE_NAME] = held.session_key
    assert "Half a thou" in again.see(page_of(elm))
