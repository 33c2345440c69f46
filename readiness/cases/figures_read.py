"""Frozen figures as a consultant reads them: a name and an amount with its unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.cases import amounts
from readiness.cases.reading import Line

POUNDS, PENCE = amounts.pounds, amounts.pounds_and_pence
TENTHS = amounts.number  # as they are kept: rounded again, 679.46 would come to 680
NAMES = {
    "one_off_cost": (_("Paid at the start"), POUNDS),
    "yearly_cost": (_("Each year"), POUNDS),
    "first_year_cost": (_("In the first year"), POUNDS),
    "whole_life_cost": (_("Over the whole life"), POUNDS),
    "present_value_cost": (_("Present value of the cost"), POUNDS),
    "hours_per_year": (_("Hours a year: low, likely, high"), TENTHS),
    "npv_all": (_("Worth after costs, time and cash: low, likely, high"), POUNDS),
    "npv_cash": (_("Worth after costs, cash alone: low, likely, high"), POUNDS),
    "payback_months_all": (_("Pays back, time and cash: low, likely, high"), amounts.months),
    "payback_months_cash": (_("Pays back, cash alone: low, likely, high"), amounts.months),
    "break_even_minutes": (_("Minutes a shift to break even"), amounts.minutes),
    "benefit_fall_before_loss_percent": (_("The benefit can fall by"), amounts.percent),
    "cost_per_hour_released": (_("Cost of an hour given back"), PENCE),
    "extra_staff_cost_per_hour": (_("Cost of an hour of more staff"), PENCE),
    "technology_in_full_time_staff": (_("Its yearly cost in full-time staff"), amounts.posts),
}
OPTIONS = {
    "as_now": _("Carry on as now"),
    "better": _("Do it better without new technology"),
    "extra_staff": _("More staff"),
    "technology": _("The technology"),
}
CELLS = {
    "whole_life_cost": POUNDS,
    "hours_per_year": TENTHS,
    "cost_per_hour": PENCE,
    "npv_all": POUNDS,
    "npv_cash": POUNDS,
}
# What stands where there is no figure: nobody should have to guess at a dash.
NONE = {
    "payback_months_all": _("not within these years"),
    "payback_months_cash": _("not within these years"),
    "break_even_minutes": _("a minute is worth nothing"),
    "benefit_fall_before_loss_percent": _("there is no benefit"),
    "cost_per_hour_released": _("no hours"),
    "extra_staff_cost_per_hour": _("no hours"),
    "cost_per_hour": _("no hours"),
}


@dataclass(frozen=True)
class OptionRow:
    """One option with its cells, in the order of CELLS."""

    name: Any
    cells: tuple[str, ...]


def lines(figures: Mapping[str, Any]) -> list[Line]:
    """Each figure of a version's snapshot with its name; in a few words why, where there is none."""
    return [
        Line(name, str(label), _said(name, figures[name], say), "")
        for name, (label, say) in NAMES.items()
    ]


def options(figures: Mapping[str, Any]) -> list[OptionRow]:
    """The four options side by side."""
    return [OptionRow(label, _cells(figures["options"][key])) for key, label in OPTIONS.items()]


def _cells(option: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_said(name, option[name], say) for name, say in CELLS.items())


def _said(name: str, value: Any, say) -> str:
    if not isinstance(value, Mapping):
        return _one(name, value, say)
    if all(each is None for each in value.values()):
        return _one(name, None, say)
    return " · ".join(_one(name, each, say) for each in value.values())


def _one(name: str, value: Any, say) -> str:
    if value is None:
        return str(NONE[name])
    return say(value if isinstance(value, int) else Decimal(value))
