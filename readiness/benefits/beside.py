"""Time and money: what was promised beside what was found, as numbers and in finished words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.benefits.found import Found
from readiness.benefits.promises import Promise
from readiness.business_case import Promised, Spread, promised_by, round_half_up, with_minutes
from readiness.cases import amounts

MINUTES, HOURS, POUNDS = "minutes", "hours", "pounds"
LONGEST = 40  # letters


@dataclass(frozen=True)
class Pair:
    """One thing, promised and found. `slug` names it to programs; `low` and `high` are there where
    it was promised within a range, and `actual` where it can be said."""

    slug: str
    label: str
    unit: str
    promised: Decimal
    actual: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def say(self, value: Decimal) -> str:
        """A value in its unit, as rounded as all of them are: “£1,250”, “2,378”."""
        if self.unit == POUNDS:
            return amounts.whole_pounds(value)
        return amounts.number(value, places=self._places)

    @property
    def promised_text(self) -> str:
        """“14 (5 to 20)”; without the range where its figures are too long for a table."""
        likely = self.say(self.promised)
        if self.low is None or self.high is None or self.low == self.high:
            return likely
        whole = _("{likely} ({low} to {high})").format(
            likely=likely, low=self.say(self.low), high=self.say(self.high)
        )
        return whole if len(whole) <= LONGEST else likely

    @property
    def actual_text(self) -> str:
        """What was found; "" where it cannot be said."""
        return "" if self.actual is None else self.say(self.actual)

    @property
    def difference(self) -> str:
        """“£508 more”, of what is shown, so that whoever subtracts finds the same."""
        if self.actual is None:
            return ""
        gap = self._shown(self.actual) - self._shown(self.promised)
        if not gap:
            return _("the same")
        if gap > 0:
            return _("{n} more").format(n=self.say(gap))
        words = _("{n} less") if self.unit == POUNDS else _("{n} fewer")
        return words.format(n=self.say(-gap))

    def _shown(self, value: Decimal) -> Decimal:
        return round_half_up(value, self._places)

    @property
    def _places(self) -> int:
        return 1 if self.unit == MINUTES else 0


def pairs(promise: Promise, found: Found) -> list[Pair]:
    """All that can be held side by side; nothing where the case promised no figures."""
    promised = promise.by(found.months)
    if promised is None:
        return []
    return [*_time(promise, found, promised), *_money(found, promised), *_worth(promise, found)]


def _time(promise: Promise, found: Found, promised: Promised) -> Iterator[Pair]:
    if promise.inputs is None or promise.figures is None:
        return
    minutes = promise.inputs.time.minutes_saved.each(Decimal)
    yield _within(
        "minutes_saved", _("Minutes saved in a shift"), MINUTES, minutes, _number(found.minutes)
    )
    so_far, a_year = None, None
    if found.minutes is not None:
        same = with_minutes(found.minutes, promise.inputs)
        so_far = promised_by(found.months, same).hours.likely
        again = promise.with_minutes(found.minutes)
        a_year = again.hours_per_year.likely if again else None
    label = _("Hours given back in the first {months}").format(months=found.after)
    yield _within("hours_so_far", label, HOURS, promised.hours, so_far)
    yield _within(
        "hours_per_year",
        _("Hours a year, once all use it"),
        HOURS,
        promise.figures.hours_per_year,
        a_year,
    )


def _money(found: Found, promised: Promised) -> Iterator[Pair]:
    yield Pair("paid_once", _("Paid once"), POUNDS, promised.one_off, found.paid_once)
    label = _("Running costs of the first {months}").format(months=found.after)
    yield Pair("paid_running", label, POUNDS, promised.running, found.paid_running)
    yield Pair("paid", _("Both together"), POUNDS, promised.cost, found.paid)


def _worth(promise: Promise, found: Found) -> Iterator[Pair]:
    if promise.inputs is None or promise.figures is None:
        return
    again = promise.with_minutes(found.minutes)
    years = amounts.years(promise.inputs.assumptions.years)
    yield _within(
        "npv_all",
        _("Worth over {years}, after costs").format(years=years),
        POUNDS,
        promise.figures.npv_all,
        again.npv_all.likely if again else None,
    )


def _within(
    slug: str, label: str, unit: str, promised: Spread[Decimal], actual: Decimal | None
) -> Pair:
    return Pair(slug, label, unit, promised.likely, actual, promised.low, promised.high)


def _number(minutes: int | None) -> Decimal | None:
    return None if minutes is None else Decimal(minutes)
