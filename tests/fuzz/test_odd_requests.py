"""Whatever is asked of an address, however, nothing of it is a fault of ours.

In the gate each address is asked in one odd way; with FUZZ in every one.
"""

import logging
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from readiness.reports import pdf
from tests.access.everybody import Everybody
from tests.access.rows import Role
from tests.addresses import Address, addresses
from tests.fuzz.inputs import MANY
from tests.fuzz.odd import EVERYTHING, Odd


@pytest.fixture
def everybody(catalogue, monkeypatch) -> Everybody:
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)
    monkeypatch.setattr(pdf, "render", lambda html, link_labels=(): b"%PDF-1.7")
    for log in ("django.request", "django.security", "django.security.DisallowedHost"):
        monkeypatch.setattr(logging.getLogger(log), "disabled", True)
    return Everybody()


def who_is_let_in(address: Address) -> Role:
    """Somebody to whom most addresses of this kind open."""
    if "case_id" in address.route:
        return Role.OWNER
    staffs = address.route.startswith(("/admin/", "/staff/", "/review/"))
    return Role.ADMINISTRATOR if staffs else Role.STRANGER


def to_try() -> Iterator[tuple[Address, Odd, Role]]:
    """What is asked, of which address, as whom."""
    for number, address in enumerate(addresses()):
        one = EVERYTHING[number * 7 % len(EVERYTHING)]
        yield from (
            (address, odd, who_is_let_in(address)) for odd in (EVERYTHING if MANY else [one])
        )


def ask(person: Client, url: str, odd: Odd) -> int:
    """How it is answered; then all is as it was."""
    cache.clear()
    cookies = person.cookies.copy()
    with transaction.atomic():
        answer = person.generic(
            odd.method, url, odd.body, odd.kind, headers=odd.headers, query_params=odd.query
        )
        b"".join(answer if answer.streaming else ())
        answer.close()
        transaction.set_rollback(True)
    person.cookies = cookies
    return answer.status_code


def test_no_address_fails_however_odd_the_request(everybody):
    failed = []
    for address, odd, role in to_try():
        try:
            status = ask(everybody.people[role], everybody.url(address), odd)
        except Exception as fault:  # whatever it is, it is a fault of ours
            failed.append(f"{address.name}, {odd.name}, {role}: {fault!r}")
        else:
            if status >= 500:
                failed.append(f"{address.name}, {odd.name}, {role}: {status}")
    assert failed == []
