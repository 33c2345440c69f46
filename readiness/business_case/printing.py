"""The figures as they are printed: plain strings, rounded once, in the names and order of the contract."""

from decimal import Decimal

from .figures import Figures
from .inputs import Spread
from .money import plain

type Printed = str | int | dict[str, Printed] | None

POUNDS = 2  # decimals; full-time staff are shown as finely
TENTHS = 1  # hours, minutes, percentages
MONTHS = 0

_FIGURES = {
    "hourly_cost": POUNDS,
    "one_off_cost": POUNDS,
    "yearly_cost": POUNDS,
    "whole_life_cost": POUNDS,
    "first_year_cost": POUNDS,
    "present_value_cost": POUNDS,
    "hours_per_year": TENTHS,
    "npv_cash": POUNDS,
    "npv_all": POUNDS,
    "payback_months_cash": MONTHS,
    "payback_months_all": MONTHS,
    "break_even_minutes": TENTHS,
    "benefit_fall_before_loss_percent": TENTHS,
    "cost_per_hour_released": POUNDS,
    "extra_staff_cost_per_year": POUNDS,
    "extra_staff_hours_per_year": TENTHS,
    "extra_staff_cost_per_hour": POUNDS,
    "technology_in_full_time_staff": POUNDS,
}
_OPTION = {
    "whole_life_cost": POUNDS,
    "present_value_cost": POUNDS,
    "hours_per_year": TENTHS,
    "cost_per_hour": POUNDS,
    "npv_all": POUNDS,
    "npv_cash": POUNDS,
}


def as_json(figures: Figures) -> dict[str, Printed]:
    """What `case_figures` prints, but for the verdict: numbers as strings, months as ints, None as null."""
    options = {name: _shown_all(option, _OPTION) for name, option in figures.options.items()}
    return {**_shown_all(figures, _FIGURES), "options": {**options}}


def _shown_all(source: object, places: dict[str, int]) -> dict[str, Printed]:
    return {name: _shown(getattr(source, name), decimals) for name, decimals in places.items()}


def _shown(value: Spread[Decimal] | Decimal | int | None, decimals: int) -> Printed:
    if isinstance(value, Spread):
        return _shown_all(value, dict.fromkeys(("low", "likely", "high"), decimals))
    return plain(value, decimals) if isinstance(value, Decimal) else value
