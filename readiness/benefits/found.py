"""A review as plain values, with what is odd about its dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.benefits.models import BenefitsReview
from readiness.cases.amounts import months as so_many_months
from readiness.cases.facts import decimal, month
from readiness.cases.reviews_due import due

Reached = BenefitsReview.Reached


@dataclass(frozen=True)
class Found:
    """What was found after so many months. `outcomes` has for each outcome of the promise whether it
    was reached, as its slug, and what it is now; money is in £."""

    months: int
    start: date | None
    taken_on: date
    outcomes: Sequence[tuple[str, str]]
    minutes: int | None
    paid_once: Decimal | None
    paid_running: Decimal | None
    surprises: str
    decision: str
    why: str

    @property
    def after(self) -> str:
        """“6 months”."""
        return so_many_months(self.months)

    @property
    def decided(self) -> str:
        """What happens next, in words."""
        return str(BenefitsReview.Next(self.decision).label)

    @property
    def day(self) -> str:
        """“14 March 2028”."""
        return date_format(self.taken_on, "j F Y")

    @property
    def paid(self) -> Decimal | None:
        """All that was paid; None where a part of it is not known."""
        if self.paid_once is None or self.paid_running is None:
            return None
        return self.paid_once + self.paid_running


def found_of(kept: Mapping[str, Any]) -> Found:
    """From the plain values that `models.kept` gives."""
    return Found(
        months=kept["months"],
        start=month(kept["start"]),
        taken_on=date.fromisoformat(kept["taken_on"]),
        outcomes=[(each["reached"], each["actual"]) for each in kept["found"]],
        minutes=kept["minutes"],
        paid_once=decimal(kept["paid_once"]),
        paid_running=decimal(kept["paid_running"]),
        surprises=kept["surprises"],
        decision=kept["decision"],
        why=kept["why"],
    )


def reached(slug: str) -> str:
    """Whether an outcome was reached, in a word or two."""
    return str(Reached(slug).label)


def odd_dates(found: Found, others: Sequence[Found] = ()) -> list[str]:
    """What does not fit together in the dates, in sentences: said, and never refused."""
    said = [_about_start(found)]
    said += [
        _("It is dated before the review after {months}, which was taken on {day}.").format(
            months=each.after, day=each.day
        )
        for each in others
        if each.months < found.months and found.taken_on < each.taken_on
    ]
    return [text for text in said if text]


def _about_start(found: Found) -> str:
    if found.start is None:
        return _("The plan had no start yet, so nobody can say how long it had been in use.")
    started = date_format(found.start, "F Y")
    if found.taken_on < found.start:
        return _("It is dated before the start, which was planned for {month}.").format(
            month=started
        )
    if found.taken_on < due(found.start, found.months).on:
        return _("It was taken less than {months} after the start in {month}.").format(
            months=found.after, month=started
        )
    return ""
