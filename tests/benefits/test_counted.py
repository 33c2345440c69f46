"""What a review found is counted for the insights: the newest of each case, in three words."""

import pytest

from readiness.cases.models import Counted
from tests.benefits.held import in_use, record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

KINDS = ("outcomes", "minutes", "next")


def counted():
    found = Counted.objects.filter(kind__in=KINDS, service="")
    return [each.slug for each in found.order_by("pk")]


@pytest.mark.parametrize(
    ("reached", "slug"),
    [
        (("reached", "reached"), "reached"),
        (("reached", "unsaid"), "partly"),
        (("partly", "not"), "partly"),
        (("not", "unsaid"), "not"),
        (("unsaid", "unsaid"), "unsaid"),
    ],
)
def test_outcomes_are_counted_together(reached, slug):
    record(in_use(6), reached_1=reached[0], reached_2=reached[1])
    assert counted()[0] == slug


@pytest.mark.parametrize(
    ("minutes", "slug"),
    [
        ("14", "likely"),
        ("13", "low"),
        ("5", "low"),
        ("4", "below"),
        ("-3", "below"),
        ("", "unsaid"),
    ],
)
def test_minutes_are_counted_beside_those_that_were_promised(minutes, slug):
    record(in_use(6), minutes=minutes)
    assert counted()[1] == slug


def test_the_review_after_the_most_months_counts():
    alice = in_use(12)
    record(alice, 6, decision="change")
    record(alice, 3, decision="stop")
    assert counted()[2] == "change"
    record(alice, 6, decision="carry-on")
    assert counted()[2] == "carry-on"
    alice.case.refresh_from_db()
    assert alice.case.reviewed_after == [3, 6]


def test_of_a_case_that_was_not_sent_nothing_is_counted():
    record(in_use(6, sent=False))
    assert counted() == []
