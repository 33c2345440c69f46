"""What comes back: hours, what they are worth, and what of it is cash; and when it has paid for itself."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from math import ceil

from .costs import hourly_cost
from .inputs import Assumptions, Count, Inputs, Spread, Time
from .money import NOUGHT, WEEKS, Flow, added, every_year, settled, share

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """`hours_per_year` is at full reach, `hours` by year with reach; the others are £ by year."""

    hours_per_year: Decimal
    hours: Flow
    value_of_time: Flow
    savings: Flow
    cash: Flow
    whole: Flow


def hours_per_year(minutes: Count, time: Time) -> Decimal:
    return Decimal(minutes * time.shifts_per_week * WEEKS) / 60


def reach(time: Time, assumptions: Assumptions) -> Flow:
    """How much of the benefit is there in each year, 0 to 1: people need the first to get used to it."""
    in_full = every_year(Decimal(1), assumptions.years)
    return (NOUGHT, share(time.first_year_percent), *in_full[2:])


def benefit_of(
    *, hours: Decimal, worth: Decimal, saving: Decimal, cashable_percent: Decimal, reach: Flow
) -> Benefit:
    """`hours` and `saving` (£) a year at full reach; `worth` in £ an hour."""
    hours_by_year = tuple(hours * part for part in reach)
    value_of_time = tuple(part * worth for part in hours_by_year)
    savings = tuple(saving * part for part in reach)
    cashable = tuple(value * share(cashable_percent) for value in value_of_time)
    return Benefit(
        hours_per_year=hours,
        hours=hours_by_year,
        value_of_time=value_of_time,
        savings=savings,
        cash=added(cashable, savings),
        whole=added(value_of_time, savings),
    )


def benefit_of_minutes(inputs: Inputs, *, minutes: Count, saving: Decimal) -> Benefit:
    """Of minutes saved in each shift by the staff as they are, and a saving in £ a year."""
    time = inputs.time
    return benefit_of(
        hours=hours_per_year(minutes, time),
        worth=hourly_cost(time),
        saving=saving,
        cashable_percent=time.cashable_percent,
        reach=reach(time, inputs.assumptions),
    )


def benefits_of_technology(inputs: Inputs) -> Spread[Benefit]:
    minutes = inputs.time.minutes_saved
    savings = [saving.amounts for saving in inputs.savings]
    low = sum((amounts.low for amounts in savings), NOUGHT)
    likely = sum((amounts.likely for amounts in savings), NOUGHT)
    high = sum((amounts.high for amounts in savings), NOUGHT)
    return Spread(
        low=benefit_of_minutes(inputs, minutes=minutes.low, saving=low),
        likely=benefit_of_minutes(inputs, minutes=minutes.likely, saving=likely),
        high=benefit_of_minutes(inputs, minutes=minutes.high, saving=high),
    )


def payback_months(net: Flow) -> int | None:
    """The whole month from which the running total stays at or above nought; None if it ends below.

    `net` is £ by year, year 0 at once and each later year evenly over its months. Within a year
    the total moves in a straight line, so the last year that begins below nought has the month.
    """
    totals = list(accumulate(net))
    below = [year for year, amount in enumerate(totals) if settled(amount) < 0]
    if not below:
        return 0
    last = below[-1]
    if last == len(totals) - 1:
        return None
    return MONTHS * last + ceil(settled(-totals[last] * MONTHS / net[last + 1]))
