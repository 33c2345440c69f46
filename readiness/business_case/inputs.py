"""What a case knows about money, as the sums need it. Nothing here is rounded, defaulted or checked."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

type Count = int | Decimal
"""Whole when given; a count that is moved by a fifth, to see what depends on it, may not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread[T]:
    """One thing three times: at worst, as expected and at best."""

    low: T
    likely: T
    high: T

    def each[U](self, rule: Callable[[T], U]) -> "Spread[U]":
        return Spread(low=rule(self.low), likely=rule(self.likely), high=rule(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Pay in £ an hour; minutes for one shift; shifts across the organisation."""

    staff_using: Count
    hourly_pay: Decimal
    on_costs_percent: Decimal
    shifts_per_week: Count
    minutes_now: int
    minutes_saved: Spread[Count]
    cashable_percent: Decimal
    first_year_percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """`one_off` in £, paid in year `in_year` (0 is the day of buying); `per_year` in £."""

    one_off: Decimal
    in_year: int
    per_year: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """`years` 1 to 10; `training_hours` for each person; `budget` in £ for the first year, if there is one."""

    years: int
    discount_rate: Decimal
    contingency_percent: Decimal
    training_hours: Decimal
    turnover_percent: Decimal
    budget: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """£ a year."""

    amounts: Spread[Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """£, £ a year, minutes a shift, £ an hour. `extra_hours_per_week` and `extra_pay` are above nought."""

    cost_of_waiting: Decimal
    change_one_off: Decimal
    change_per_year: Decimal
    change_minutes_saved: Count
    change_saving: Decimal
    extra_fte: Decimal
    extra_hours_per_week: Decimal
    extra_pay: Decimal
    extra_weeks_worked: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    time: Time
    costs: tuple[Cost, ...]
    assumptions: Assumptions
    savings: tuple[Saving, ...]
    alternatives: Alternatives
