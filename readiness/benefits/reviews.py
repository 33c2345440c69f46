"""The reviews of a case: recorded by its owner, held beside its promise, and never lost."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from readiness.benefits import promises
from readiness.benefits.models import BenefitsReview, kept
from readiness.benefits.promises import Promise
from readiness.cases import counting, reviews_due, versions
from readiness.cases.answers import Answers
from readiness.cases.models import Case, Counted
from readiness.cases.steps.step import Kept

Reached = BenefitsReview.Reached
Kind = Counted.Kind


class Overtaken(Exception):
    """Somebody else recorded the same review meanwhile; nothing was saved."""


def of(case: Case) -> list[BenefitsReview]:
    """Those that are recorded, the earliest first."""
    return list(BenefitsReview.objects.filter(case=case).order_by("months"))


def newest_of(case: Case) -> BenefitsReview | None:
    """The one after the most months; None where none is recorded."""
    return BenefitsReview.objects.filter(case=case).order_by("-months").first()


def promise_for(
    review: BenefitsReview | None, case: Case, answers: Answers, today: date
) -> Promise:
    """What a review is held beside: what it was held beside before, else what the case promises now."""
    return promises.thawed(review.promise) if review else promises.of(case, answers, today)


def record(
    case: Case, months: int, said: Kept, *, promise: Promise, turn: int, by: str, at: datetime
) -> BenefitsReview:
    """Record a review, or record it again: `turn` is how often it was when its page was opened.

    A second press of the same button changes nothing. Raises Overtaken.
    """
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        review = BenefitsReview.objects.filter(case=case, months=months).first()
        if review and _says(review, said):
            return review
        if turn != (review.turn if review else 0):
            raise Overtaken
        review = review or BenefitsReview(case=case, months=months, promise=promise.frozen)
        _write(review, said, turn=turn + 1, by=by, at=at)
        _note(case)
    return review


def _says(review: BenefitsReview, said: Kept) -> bool:
    """Whether the review says just that already."""
    typed = BenefitsReview(months=review.months, start=review.start)
    _fill(typed, said)
    return kept(typed) == kept(review)


def _write(review: BenefitsReview, said: Kept, *, turn: int, by: str, at: datetime) -> None:
    start = reviews_due.start_of(Answers.of(review.case))
    review.start = f"{start:%Y-%m}" if start else ""
    review.turn, review.recorded_by, review.recorded_at = turn, by, at
    _fill(review, said)
    review.save()


def _fill(review: BenefitsReview, said: Kept) -> None:
    for name, value in said.items():
        money = name.startswith("paid_") and value is not None
        setattr(review, name, Decimal(value) if money else value)


def _note(case: Case) -> None:
    """Keep with the case what its pages and the insights want to know without opening reviews."""
    found = of(case)
    case.note_reviews([each.months for each in found], realised(found[-1]))
    if version := versions.newest_of(case):
        counting.count(version)


def realised(review: BenefitsReview) -> dict[str, str]:
    """What a review found, as slugs by the kind under which the insights count them."""
    return {
        Kind.OUTCOMES.value: _reached([each["reached"] for each in review.found]),
        Kind.MINUTES.value: _minutes(review.minutes, promises.thawed(review.promise)),
        Kind.NEXT.value: review.decision,
    }


def _reached(found: Collection[str]) -> str:
    """All of them, some or none of those that somebody could look at."""
    known = [each for each in found if each != Reached.UNSAID]
    if not known:
        return Reached.UNSAID.value
    if all(each == Reached.REACHED for each in found):
        return Reached.REACHED.value
    return (Reached.PARTLY if {Reached.REACHED, Reached.PARTLY} & {*known} else Reached.NOT).value


def _minutes(minutes: int | None, promise: Promise) -> str:
    """Beside those that were expected: at least the likely ones, within the range, or below it."""
    if minutes is None or promise.inputs is None:
        return Reached.UNSAID.value
    expected = promise.inputs.time.minutes_saved
    if minutes >= expected.likely:
        return "likely"
    return "low" if minutes >= expected.low else "below"


def everything(case: Case) -> dict[str, Any]:
    """All that is kept of a case's reviews, what was said before too, as plain values."""
    return {"reviews": [_whole(each) for each in of(case)]}


def before(review: BenefitsReview) -> list[Any]:
    """Each time that it was recorded, the first first; the last is the one that counts."""
    return list(review.history.order_by("turn"))


def _whole(review: BenefitsReview) -> dict[str, Any]:
    recorded = [
        {**kept(each), "recorded_by": each.recorded_by, "recorded_at": each.recorded_at.isoformat()}
        for each in before(review)
    ]
    return {"promise": review.promise, "recorded": recorded}
