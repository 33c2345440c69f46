"""Six suppliers ask the database no more than one does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
def asked():
    """How many questions a press asks the database, apart from those that open savepoints."""

    def count(send, *args):
        with CaptureQueriesContext(connection) as found:
            response = send(*args)
        assert response.status_code in {200, 302}
        return len([each for each in found if "SAVEPOINT" not in each["sql"]])

    return count


def full(person, n):
    supplier = add(person, f"Supplier {n}")
    answer(person, supplier, {WRITE: "met"})
    price(person, supplier, LICENCES)
    refer(person, supplier, REFERENCE)
    return supplier


def test_no_page_asks_more_for_six_than_for_one(buyer, asked):
    first = full(buyer, 1)
    choose(buyer, first)
    pages = {
        # Session, link, answers, suppliers with what was recorded, the choice, one's drafts.
        "suppliers": 7,
        "suppliers/choose": 7,  # and the draft
        "suppliers/choose/costs": 5,
        "suppliers/add": 5,
        page_of(first): 6,
        page_of(first, "prices"): 6,
        page_of(first, "remove"): 5,
    }
    for page in pages:  # what was said once is not said again
        buyer.see(page)
    assert {page: asked(buyer.get, buyer.url(page)) for page in pages} == pages
    for n in range(2, 7):
        full(buyer, n)
    for page in pages:
        buyer.see(page)
    found = {page: asked(buyer.get, buyer.url(page)) for page in pages}
    assert found == pages


def test_saving_asks_as_little(buyer, asked):
    supplier = full(buyer, 1)
    typed = answered(buyer, supplier, {WRITE: "not"})
    assert asked(buyer.post, buyer.url(page_of(supplier)), typed) <= 11
