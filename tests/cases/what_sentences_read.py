"""Which figures and answers the sentences about worries are built from, by the names of the contract.

A figure has the name that the sums give it, an answer its step and field. What a condition reads is
found in its code; what a sentence prints is found in its text.
"""

from collections.abc import Iterator
from types import FunctionType

from readiness.cases.sentences import anxieties
from readiness.cases.sentences.words import PLACE
from readiness.catalogue.models import Sentence
from tests.cases.builders import contents

# What the sentences compare, in the names of sentences/shown.py.
SHOWN = {
    "back": ("payback_months_all",),
    "better_described": ("alternatives.change_description",),
    "better_gains": ("alternatives.change_minutes_saved", "alternatives.change_saving"),
    "better_hours": ("options.better.hours_per_year",),
    "better_worth": ("options.better.npv_all",),
    "break_even": ("break_even_minutes",),
    "budget": ("cost-assumptions.budget",),
    "cash": ("npv_cash",),
    "cash_benefit": ("hours_per_year", "time.cashable_percent", "savings.likely"),
    "cashable": ("time.cashable_percent",),
    "cost_per_hour": ("cost_per_hour_released",),
    "extra_fte": ("alternatives.extra_fte",),
    "fall": ("benefit_fall_before_loss_percent",),
    "first_year": ("time.first_year_percent",),
    "first_year_cost": ("first_year_cost",),
    "full_time": ("technology_in_full_time_staff",),
    "hours": ("hours_per_year",),
    "hours_low": ("hours_per_year",),
    "minutes": ("time.minutes_saved_likely",),
    "minutes_low": ("time.minutes_saved_low",),
    "now_worth": ("options.as_now.npv_all",),
    "savings": ("savings.likely",),
    "staff_cost_per_hour": ("extra_staff_cost_per_hour",),
    "staff_hours": ("extra_staff_hours_per_year",),
    "training_hours": ("cost-assumptions.training_hours",),
    "turnover": ("cost-assumptions.turnover_percent",),
    "waiting": ("alternatives.cost_of_waiting",),
    "whole_life_cost": ("whole_life_cost",),
    "worth": ("npv_all",),
    "worth_low": ("npv_all",),
    "years": ("cost-assumptions.years",),
}
TOOLS = {"above", "at_least", "likely"}  # what the code of a condition names beside figures

# What a condition on answers reads; each is tried out in the test.
FACTS = {
    "productivity-not-timed": ("time.confidence",),
    "replace-less-control": ("control.change",),
    "replace-more-control": ("control.change",),
    "yourself-time-of-people": ("avenues.chosen",),
    "yourself-other-way": ("inclusion.at_risk", "inclusion.alternative"),
    "yourself-other-way-planned": ("inclusion.at_risk", "inclusion.alternative"),
    "yourself-no-other-way": ("inclusion.at_risk", "inclusion.alternative"),
    "yourself-no-support": ("costs.category",),
    "future-leaving": (),  # once there are costs; nothing that was answered changes it
    "rigid-plan": (),
}

# What the sentences print, where the place has another name than the figure.
PLACES = {
    "Extra_staff_words": ("alternatives.extra_fte",),
    "break_even_minutes": ("break_even_minutes",),
    "budget": ("cost-assumptions.budget",),
    "better_hours": ("options.better.hours_per_year",),
    "cashable_percent": ("time.cashable_percent",),
    "cost_of_waiting": ("alternatives.cost_of_waiting",),
    "cost_per_hour": ("cost_per_hour_released",),
    "fall_percent": ("benefit_fall_before_loss_percent",),
    "first_year_cost": ("first_year_cost",),
    "first_year_percent": ("time.first_year_percent",),
    "hours_high_n": ("hours_per_year",),
    "hours_likely": ("hours_per_year",),
    "hours_lost": ("hours_per_year",),
    "hours_low_lost": ("hours_per_year",),
    "hours_low_n": ("hours_per_year",),
    "minutes_now": ("time.minutes_now",),
    "minutes_saved_likely": ("time.minutes_saved_likely",),
    "over_budget": ("first_year_cost", "cost-assumptions.budget"),
    "payback": ("payback_months_all",),
    "posts": ("technology_in_full_time_staff",),
    "sites": ("organisation.sites",),
    "staff_cost_over_years": ("options.extra_staff.whole_life_cost",),
    "staff_cost_per_hour": ("extra_staff_cost_per_hour",),
    "staff_hours": ("extra_staff_hours_per_year",),
    "staff_using": ("time.staff_using",),
    "training_hours": ("cost-assumptions.training_hours",),
    "turnover_percent": ("cost-assumptions.turnover_percent",),
    "whole_life_cost": ("whole_life_cost",),
    "years": ("cost-assumptions.years",),
}


def read_by(anxiety: str) -> set[str]:
    """The names of all that the sentences about a worry print, or are said for."""
    about = [each for each in contents().sentences.values() if each.kind == "anxiety"]
    found = [read_by_sentence(each) for each in about if each.about == anxiety]
    return set().union(*found)


def read_by_sentence(sentence: Sentence) -> set[str]:
    """The names of all that one sentence prints, or is said for."""
    printed = {name for place in PLACE.findall(sentence.text) for name in PLACES[place]}
    return printed | set(_of_condition(sentence.slug))


def _of_condition(slug: str) -> Iterator[str]:
    if slug in FACTS:
        yield from FACTS[slug]
        return
    for name in _names(anxieties.ON_FIGURES[slug]):
        yield from SHOWN[name]


def _names(condition) -> set[str]:
    """The names in the code of a condition, and of the functions of its module that it calls."""
    found = set(condition.__code__.co_names) - TOOLS
    called = {name for name in found if isinstance(getattr(anxieties, name, None), FunctionType)}
    return (found - called).union(*(_names(getattr(anxieties, name)) for name in called))
