"""Every figure that a board will rely on, by the name it is printed under, and why one is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .inputs import Spread
from .options import Option
from .years import Year


class Why(StrEnum):
    """The sentence for each is content, and has its home there."""

    NOT_WITHIN_THE_YEARS = "not-within-the-years"
    A_MINUTE_IS_WORTH_NOTHING = "a-minute-is-worth-nothing"
    NO_BENEFIT = "no-benefit"
    NO_HOURS = "no-hours"
    HOURS_LOST = "hours-lost"  # it takes longer than today
    NO_USE_WITHIN_THE_YEARS = "no-use-within-the-years"  # one year, and nobody reached in it
    NO_STAFF_HOURS = "no-staff-hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Not rounded. £, £ a year, hours a year, months, minutes a shift; None where there is no answer.

    `nulls` has a reason for each None under its dotted name ("payback_months_cash.low",
    "options.as_now.cost_per_hour"). `options` are as_now, better, extra_staff, technology.
    """

    hourly_cost: Decimal
    learning: Decimal
    relearning: Decimal
    one_off_cost: Decimal
    yearly_cost: Decimal
    whole_life_cost: Decimal
    first_year_cost: Decimal
    present_value_cost: Decimal
    unaccounted_one_offs: Decimal
    hours_per_year: Spread[Decimal]
    npv_cash: Spread[Decimal]
    npv_all: Spread[Decimal]
    payback_months_cash: Spread[int | None]
    payback_months_all: Spread[int | None]
    break_even_minutes: Decimal | None
    minutes_to_match_better: Decimal | None
    benefit_fall_before_loss_percent: Decimal | None
    cost_per_hour_released: Decimal | None
    extra_staff_cost_per_year: Decimal
    extra_staff_hours_per_year: Decimal
    extra_staff_cost_per_hour: Decimal | None
    technology_in_full_time_staff: Decimal
    options: Mapping[str, Option]
    years: tuple[Year, ...]

    @property
    def nulls(self) -> Mapping[str, Why]:
        return {name: why for name, value, why in _what_may_be_missing(self) if value is None}


def _what_may_be_missing(figures: Figures) -> Iterator[tuple[str, object, Why]]:
    for name in ("payback_months_cash", "payback_months_all"):
        months = getattr(figures, name)
        for level in ("low", "likely", "high"):
            yield f"{name}.{level}", getattr(months, level), Why.NOT_WITHIN_THE_YEARS
    for name in ("break_even_minutes", "minutes_to_match_better"):
        yield name, getattr(figures, name), Why.A_MINUTE_IS_WORTH_NOTHING
    fall = figures.benefit_fall_before_loss_percent
    yield "benefit_fall_before_loss_percent", fall, Why.NO_BENEFIT
    why_not_released = _why_no_hours("technology", figures.options["technology"])
    yield "cost_per_hour_released", figures.cost_per_hour_released, why_not_released
    yield "extra_staff_cost_per_hour", figures.extra_staff_cost_per_hour, Why.NO_STAFF_HOURS
    for name, option in figures.options.items():
        cost = option.cost_per_hour
        yield f"options.{name}.cost_per_hour", cost, _why_no_hours(name, option)


def _why_no_hours(name: str, option: Option) -> Why:
    if name == "extra_staff":
        return Why.NO_STAFF_HOURS
    if option.hours_per_year < 0:
        return Why.HOURS_LOST
    return Why.NO_USE_WITHIN_THE_YEARS if option.hours_per_year else Why.NO_HOURS
