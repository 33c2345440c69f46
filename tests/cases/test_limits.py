"""How often one thing may be tried: each name and each person have a count of their own."""

import pytest
from django.test import RequestFactory

from readiness.cases import limits
from readiness.running.models import Tries

pytestmark = pytest.mark.django_db


def tries(name, who, count):
    return [limits.allow(name, who, times=2, seconds=60) for _n in range(count)]


def test_after_so_many_tries_it_is_refused():
    assert tries("open", "192.0.2.1", 4) == [True, True, False, False]


def test_another_person_and_another_thing_are_counted_apart():
    tries("open", "192.0.2.1", 3)
    assert tries("open", "192.0.2.2", 1) == [True]
    assert tries("lost", "192.0.2.1", 1) == [True]


def test_when_the_time_is_over_the_count_begins_again():
    tries("open", "192.0.2.1", 3)
    Tries.objects.update(until=0)
    assert tries("open", "192.0.2.1", 3) == [True, True, False]


def test_a_request_is_told_by_where_it_comes_from():
    assert limits.address(RequestFactory().get("/", REMOTE_ADDR="192.0.2.9")) == "192.0.2.9"


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_a_household_with_many_addresses_is_one(said, counted):
    assert limits.address(RequestFactory().get("/", REMOTE_ADDR=said)) == counted
