"""What the database refuses, whoever asks."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from readiness.suppliers import recording
from readiness.suppliers.models import Chosen, Recorded, Supplier
from tests.suppliers.at_the_table import add


@pytest.fixture
def elm(buyer):
    return add(buyer, "Elm")


@pytest.mark.parametrize(
    "values",
    [
        {"outcome": "one", "why": "Because"},  # which one?
        {"outcome": "none", "name": "Elm", "why": "Because"},
        {"outcome": "none"},  # why?
        {"outcome": "some", "why": "Because"},
        {"outcome": "none", "why": "Because", "carried_at": timezone.now()},
    ],
)
def test_a_choice_that_cannot_be(buyer, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Chosen.objects.create(case=buyer.case, recorded_by="x", **values)


def test_two_suppliers_of_one_name_or_none_cannot_be(buyer, elm):
    for name in ("ELM", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            Supplier.objects.create(case=buyer.case, name=name)


def test_a_record_is_of_a_kind_that_there_is_and_there_is_one_of_each(elm):
    Recorded.objects.create(supplier=elm, kind="prices")
    for kind in ("prices", "scores"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recorded.objects.create(supplier=elm, kind=kind)


def test_of_two_presses_at_once_only_one_adds_the_name_and_none_a_seventh(buyer, elm):
    now = timezone.now()
    assert recording.add(buyer.case, "elm", key=uuid.uuid4(), at=now) is None
    for n in range(5):
        assert recording.add(buyer.case, f"{n}", key=uuid.uuid4(), at=now)
    assert recording.add(buyer.case, "Oak", key=uuid.uuid4(), at=now) is None


def test_they_say_who_they_are(elm, buyer):
    assert str(elm) == "Elm"
    assert str(Recorded(supplier=elm, kind="prices")) == f"{elm.pk}: prices"
    assert str(Chosen(outcome="none")) == "None of them"


def test_a_name_that_was_taken_in_the_very_moment_is_not_given_twice(buyer, elm):
    oak = add(buyer, "Oak")
    assert recording.rename(oak, "ELM") is False
    assert Supplier.objects.get(pk=oak.pk).name == "Oak"
