"""Every address of the guide × everybody who may knock at it, opening it and posting to it.

Who is kept out learns nothing and changes nothing. The table is in `rows.py`.
"""

import logging
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from readiness.cases.models import Case
from readiness.reports import documents
from tests.access.everybody import Everybody
from tests.access.rows import ANYBODY, Role, rows
from tests.addresses import Address, addresses
from tests.people import Person

ADDRESSES = {each.name: each for each in addresses()}
ROWS = {name: {"get": may_open, "post": may_post} for name, may_open, may_post in rows()}
# Where somebody is led who is not in.
DOORS = {"/staff/sign-in/", "/admin/login/"}
# What anybody may open tells people apart no further: these look at it for all.
SOME = {Role.STRANGER, Role.OWNER, Role.CONSULTANT}
# What may be written for somebody who is kept out: their session, how often they tried, and
# the day on which they last used a link of their own.
FOR_ANYBODY = ("django_session", "running_tries", 'SET "last_used_on"')
ORGANISATION = "Hazel Court"
# What every answer bears, also one that keeps somebody out.
HEADERS = {
    "Content-Security-Policy",
    "X-Frame-Options",
    "X-Content-Type-Options",
    "Permissions-Policy",
}
HEADERS |= {"Referrer-Policy", "Cross-Origin-Opener-Policy"}


def test_every_address_has_its_row():
    names = [name for name, *_who in rows()]
    assert sorted(set(ADDRESSES) - set(names)) == [], "addresses without a row"
    assert sorted(set(names) - set(ADDRESSES)) == [], "rows without an address"
    assert len(names) == len(set(names))


@pytest.fixture
def everybody(catalogue, monkeypatch) -> Everybody:
    nothing_written = dict.fromkeys(documents.FORMATS, lambda kind, given: b"%PDF-1.7")
    monkeypatch.setattr(documents, "_MAKERS", nothing_written)
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    return Everybody()


@pytest.mark.parametrize("role", list(Role))
def test_an_address_opens_to_who_is_in_its_row_and_to_nobody_else(role, everybody):
    assert list(_wrong(role, everybody)) == []


def _wrong(role: Role, everybody: Everybody) -> Iterator[str]:
    """What is not as the table has it for this role."""
    person = everybody.people[role]
    for name, may in ROWS.items():
        url = everybody.url(ADDRESSES[name])
        for method, who in may.items():
            if who == ANYBODY and role not in SOME:
                continue
            status, kept_out, written = _knock(person, method, url, everybody.typed)
            if kept_out is (role in who) or status >= 500:
                yield f"{method} {name}: {status}"
            if kept_out and written:
                yield f"{method} {name} wrote {written}"


def _knock(person: Person, method: str, url: str, typed: dict) -> tuple[int, bool, list[str]]:
    """How it was answered, whether that is keeping out, and what was written; then all is as before."""
    cache.clear()
    cookies = person.cookies.copy()
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        answer = getattr(person, method)(url, typed if method == "post" else None)
        text = b"".join(answer) if answer.streaming else answer.content
        transaction.set_rollback(True)
    person.cookies = cookies
    assert not HEADERS - set(answer.headers), url
    kept_out = _keeps_out(answer)
    assert not (kept_out and ORGANISATION.encode() in text), url
    return answer.status_code, kept_out, _written(queries)


def _keeps_out(answer) -> bool:
    led_to = urlsplit(answer.headers.get("Location", "")).path
    return answer.status_code in {403, 404, 405} or led_to in DOORS


def _written(queries: CaptureQueriesContext) -> list[str]:
    changes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    return [sql for sql in changes if not any(table in sql for table in FOR_ANYBODY)]


# What is of one case is not found at the address of another.

PARTS_OF_A_CASE = ("link_id", "supplier_id", "comment_id")


def of_a_part() -> list[Address]:
    """The addresses that name a case and something of it."""
    return [
        each for each in ADDRESSES.values() if any(part in each.route for part in PARTS_OF_A_CASE)
    ]


def test_what_is_of_alice_s_case_is_not_found_at_the_address_of_charlie_s(everybody):
    charlie = everybody.people[Role.OTHER_OWNER]
    before = as_it_is(everybody.case)
    everybody.parts["case_id"] = charlie.case.pk
    for address in of_a_part():
        for method in ("get", "post"):
            answer = getattr(charlie, method)(everybody.url(address), everybody.typed)
            assert answer.status_code in {302, 404, 405}, address.name
            assert b"Elm" not in answer.content
    assert as_it_is(everybody.case) == before


def as_it_is(case: Case) -> list:
    """The parts of a case that have an address of their own."""
    return [*case.links.values(), *case.suppliers.values(), *case.comments.values()]


def test_a_stranger_is_answered_as_if_there_were_no_such_case(everybody):
    there = {each: everybody.url(each) for each in ADDRESSES.values() if "case_id" in each.route}
    everybody.parts["case_id"] = 999_999
    for address, url in there.items():
        for person in (everybody.people[Role.STRANGER], everybody.people[Role.OTHER_OWNER]):
            for method in ("get", "post", "head"):
                asked = [getattr(person, method)(each) for each in (url, everybody.url(address))]
                assert asked[0].status_code == asked[1].status_code, address.name
