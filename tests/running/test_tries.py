"""Tries are counted where every machine sees them, and nobody can read whose they were."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.running import tries
from readiness.running.models import Tries

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def count(what="open:192.0.2.1", after=0, seconds=60):
    return tries.one_more(what, seconds=seconds, at=NOW + timedelta(seconds=after))


def test_each_try_is_one_more():
    assert [count(), count(), count()] == [1, 2, 3]


def test_when_the_time_is_over_it_begins_anew():
    assert [count(after=0), count(after=59), count(after=60), count(after=61)] == [1, 2, 1, 2]


def test_a_try_that_was_right_is_taken_back_and_never_one_that_was_not_made():
    count()
    for _again in range(2):
        tries.one_fewer("open:192.0.2.1")
    tries.one_fewer("open:nobody")
    assert [count(), count("open:nobody")] == [1, 1]


def test_things_are_counted_apart():
    assert [count("open:a"), count("open:b"), count("open:a")] == [1, 1, 2]


def test_no_address_is_kept():
    count("lost-to:alice@example.org")
    assert "alice" not in str(Tries.objects.values())


def test_what_is_over_is_erased_and_nothing_else():
    count("open:old", after=-61)
    count("open:new")
    assert tries.forget(at=NOW) == 1
    assert count("open:new") == 2
