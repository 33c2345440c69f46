"""A mail when a review is due: to the confirmed address of its case, once for each review."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from readiness.cases import mails, reviews_due
from readiness.cases.facts import month
from readiness.cases.models import Answer, Case
from readiness.cases.reviews_due import AFTER, Due

KIND = "benefits-review"  # of the mail: its template has this name
# A review is spoken of in its own month and the two after it. Who was not here then is not sent a
# heap of old news on the first day.
WITHIN = 3  # months


def send_due(at: datetime) -> int:
    """Mail whoever has a review that became due and is not recorded; how many mails go out.

    Meant to run once a day. Of two reviews that are due, only the later one is spoken of.
    """
    return sum(_remind(case, due, at) for case, due in _due(timezone.localdate(at)))


def _due(today: date) -> Iterator[tuple[Case, Due]]:
    """The cases with an address that counts, and the review of each that is due now."""
    # As text: what is kept as JSON PostgreSQL compares with nothing.
    plans = Answer.objects.alias(start=Cast(KT("kept__start"), TextField())).filter(
        step="plan",
        later=False,
        start__in=_starts(today),
        case__recovery_confirmed_at__isnull=False,
    )
    for plan in plans.select_related("case").order_by("pk").iterator(500):
        start, taken = month(plan.kept["start"]), plan.case.reviewed_after
        come = [reviews_due.due(start, n) for n in AFTER] if start else []
        last = max((each for each in come if each.has_come(today)), key=lambda each: each.months)
        if last.months not in taken:
            yield plan.case, last


def _starts(today: date) -> list[str]:
    """The months of a start from which a review became due lately."""
    now = today.year * 12 + today.month - 1
    begun = {now - months - ago for months in AFTER for ago in range(WITHIN)}
    return [f"{month // 12}-{month % 12 + 1:02}" for month in sorted(begun)]


def _remind(case: Case, due: Due, at: datetime) -> bool:
    """False where this review of this case was spoken of before."""
    key = f"{due.months}-{due.on:%Y-%m}"
    return mails.send_later(KIND, case, key=key, at=at, values={"months": due.months})
