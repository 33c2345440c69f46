"""The figures and answers of a case, in words, by the names that an anxiety gives them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

NAMES: dict[str, Any] = {
    # What the sums come to.
    "first_year_cost": _("What it costs in the first year"),
    "whole_life_cost": _("What it costs over its whole life"),
    "hours_per_year": _("How many hours a year it gives back"),
    "break_even_minutes": _("How many minutes a shift it must save to pay its way"),
    "benefit_fall_before_loss_percent": _("How far the benefit can fall before you make a loss"),
    "cost_per_hour_released": _("What each hour given back costs"),
    "npv_all": _("What is left after its costs, with time and cash"),
    "npv_cash": _("What is left after its costs, with cash alone"),
    "payback_months_all": _("How long until it has paid for itself, with time and cash"),
    "extra_staff_cost_per_hour": _("What an hour of more staff costs"),
    "extra_staff_hours_per_year": _("How many hours a year more staff would bring"),
    "technology_in_full_time_staff": _("How many full-time staff its yearly cost would pay for"),
    "options.as_now.npv_all": _("What carrying on as now comes to"),
    "options.extra_staff.whole_life_cost": _("What more staff would cost over the same years"),
    "options.better.npv_all": _("What is left if you do it better without new technology"),
    "options.better.hours_per_year": _("How many hours you gain if you only do it better"),
    # What was answered.
    "organisation.sites": _("How many places you work from"),
    "control.change": _("Whether people will have more or less choice and control"),
    "avenues.chosen": _("Which kinds of technology you chose"),
    "inclusion.at_risk": _("Who might be left out"),
    "inclusion.alternative": _("Whether there is a way that needs no technology"),
    "time.staff_using": _("How many staff would use it"),
    "time.minutes_now": _("How many minutes the task takes in a shift today"),
    "time.minutes_saved_low": _("How many minutes it saves if it goes less well"),
    "time.minutes_saved_likely": _("How many minutes you think it could save"),
    "time.confidence": _("How sure you are of those minutes"),
    "time.first_year_percent": _("How much of the benefit comes in the first year"),
    "time.cashable_percent": _("How much of the time becomes money in the bank"),
    "costs.category": _("What kinds of cost you have listed"),
    "cost-assumptions.training_hours": _("How many hours it takes to learn"),
    "cost-assumptions.turnover_percent": _("How many staff leave each year"),
    "cost-assumptions.years": _("How many years you look ahead"),
    "cost-assumptions.budget": _("The most you could spend in the first year"),
    "alternatives.extra_fte": _("How many more staff you compare it with"),
    "savings.likely": _("What else you would stop paying for"),
    "alternatives.change_description": _("What you could do better without new technology"),
    "alternatives.change_minutes_saved": _("How many minutes that would save"),
    "alternatives.change_saving": _("How much money that would save"),
    "alternatives.cost_of_waiting": _("What it costs to carry on as now"),
}


def in_words(names: Iterable[str]) -> list[Any]:
    """What each figure is, in the order given; one that we have no words for is left out."""
    return [NAMES[name] for name in names if name in NAMES]
