"""What stands in the {places} of a sentence: figures and answers, each in words."""

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from readiness.cases import amounts
from readiness.cases.checks.findings import name_of
from readiness.cases.checks.worries import not_ready
from readiness.cases.facts import Facts
from readiness.cases.sentences.doubts import doubtful_words
from readiness.cases.sentences.put_off import without_put_off
from readiness.cases.sentences.shown import Shown, pence
from readiness.cases.sentences.weakest import weakest_names
from readiness.cases.sums import (
    cost_rows,
    figures_so_far,
    hour_of_staff,
    hours_released,
    savings_per_year,
)
from readiness.catalogue.contents import Contents

Words = dict[str, str]

_ANSWERS: dict[str, tuple[str, str, Callable[[Any], str]]] = {
    "shifts": ("time", "shifts_per_week", amounts.number),
    "staff_using": ("time", "staff_using", amounts.people),
    "hourly_pay": ("time", "hourly_pay", amounts.pounds_and_pence),
    "on_costs_percent": ("time", "on_costs_percent", amounts.percent),
    "minutes_now": ("time", "minutes_now", amounts.minutes),
    "minutes_saved_low": ("time", "minutes_saved_low", amounts.minutes),
    "minutes_saved_likely": ("time", "minutes_saved_likely", amounts.minutes),
    "minutes_saved_high": ("time", "minutes_saved_high", amounts.minutes),
    "cashable_percent": ("time", "cashable_percent", amounts.percent),
    "first_year_percent": ("time", "first_year_percent", amounts.percent),
    "contingency_percent": ("cost-assumptions", "contingency_percent", amounts.percent),
    "turnover_percent": ("cost-assumptions", "turnover_percent", amounts.percent),
    "training_hours": ("cost-assumptions", "training_hours", amounts.hours),
    "budget": ("cost-assumptions", "budget", amounts.pounds),
    "cost_of_waiting": ("alternatives", "cost_of_waiting", amounts.pounds),
    "extra_staff_words": ("alternatives", "extra_fte", amounts.staff),
    "sites": ("organisation", "sites", amounts.places),
}


def placeholders(facts: Facts, contents: Contents, needed: Collection[str] | None = None) -> Words:
    """The words for every place that this case can fill, by name; or for those that are ``needed``, and
    some others.

    Money is without a minus where its name says which way it goes (`cash_short`, `over_budget`).
    """
    words: Words = {}
    for group in _groups(without_put_off(facts), contents):
        words.update(group)
        if needed is not None and words.keys() >= set(needed):
            break
    return words


def _groups(facts: Facts, contents: Contents) -> Iterator[Iterator[tuple[str, str]]]:
    """Words that are made together, what is quickly made first. No name is in two of them."""
    yield _answers(facts)
    yield _of_steps(facts)
    figures = facts.figures or figures_so_far(facts.answers)
    if figures:
        shown = Shown(facts, figures)
        for group in (_costs, _worth, _both_ways, _minutes, _months, _others):
            yield ((name, said) for name, said in group(shown) if said is not None)
    yield _of_case(facts, contents)


def _answers(facts: Facts) -> Iterator[tuple[str, str]]:
    fte = facts.number("alternatives", "extra_fte")
    if fte is not None:
        yield "Extra_staff_words", capfirst(amounts.staff(fte))
    for name, (step, field, said) in _ANSWERS.items():
        value = facts.number(step, field)
        if value is not None:
            yield name, said(value)
    years = facts.number("cost-assumptions", "years")
    if years is not None:
        yield "years", amounts.years(int(years))


def _of_steps(facts: Facts) -> Iterator[tuple[str, str]]:
    """What one step says alone, before the others are answered."""
    hours = hours_released(facts.answers)
    if hours:
        yield "hours_likely", amounts.hours(hours.likely)
        yield "hours_high", amounts.hours(hours.high)
        yield "hours_low_n", amounts.hours_alone(hours.low)
        yield "hours_high_n", amounts.hours_alone(hours.high)
        yield "hours_low_lost", amounts.hours(abs(hours.low))
        yield "hours_lost", amounts.hours(abs(hours.likely))
    hour = hour_of_staff(facts.answers)
    if hour is not None:
        yield "hourly_cost_now", amounts.pounds_and_pence(hour)
    costs, savings = cost_rows(facts.answers), savings_per_year(facts.answers)
    yield "one_off_sum", amounts.pounds(sum((cost.one_off for cost in costs), Decimal(0)))
    yield "per_year_sum", amounts.pounds(sum((cost.per_year for cost in costs), Decimal(0)))
    yield "savings_low", amounts.pounds(savings.low)
    yield "savings_likely", amounts.pounds(savings.likely)
    yield "savings_high", amounts.pounds(savings.high)


def _of_case(facts: Facts, contents: Contents) -> Iterator[tuple[str, str]]:
    yield from doubtful_words(facts, contents)
    unready = [name_of(step, contents) for step in not_ready(facts)]
    yield from (
        ("on_low", _("on low figures")),
        ("on_likely", _("on likely figures")),
        ("on_high", _("on high figures")),
    )
    yield "not_ready_count", str(len(unready))
    if unready:
        yield "dimensions", amounts.listed(unready)
        yield "first_dimension", unready[0]
    weakest = weakest_names(facts)
    if weakest:
        yield "weakest", amounts.listed(weakest)


def _costs(shown: Shown) -> Iterator[tuple[str, str | None]]:
    figures, pounds = shown.figures, amounts.pounds
    yield "hourly_cost", amounts.pounds_and_pence(figures.hourly_cost)
    yield "learning", pounds(figures.learning)
    yield "relearning", pounds(figures.relearning)
    yield "one_off_cost", pounds(figures.one_off_cost)
    yield "yearly_cost", pounds(figures.yearly_cost)
    yield "first_year_cost", pounds(figures.first_year_cost)
    yield "whole_life_cost", pounds(figures.whole_life_cost)
    yield "later_once", pounds(shown.later_once)
    yield "cash_a_year", pounds(shown.cash_benefit)
    yield "cash_a_year_lost", pounds(-shown.cash_benefit)
    yield "time_as_cash", pounds(shown.time_as_cash)
    yield "cost_per_hour", _said(amounts.pounds_and_pence, shown.cost_per_hour)
    if shown.budget is not None:
        yield "over_budget", pounds(figures.first_year_cost - shown.budget)
        yield "left_of_budget", pounds(shown.budget - figures.first_year_cost)


def _worth(shown: Shown) -> Iterator[tuple[str, str | None]]:
    pounds = amounts.pounds
    worth, cash = shown.figures.npv_all, shown.figures.npv_cash.likely
    now, better = shown.as_now.npv_all, shown.better.npv_all
    yield "worth", pounds(worth.likely)
    yield "worth_low", pounds(worth.low)
    yield "worth_low_short", pounds(-worth.low)
    yield "worth_short", pounds(-worth.likely)
    yield "worth_high_short", pounds(-worth.high)
    yield "cash", pounds(cash)
    yield "cash_short", pounds(-cash)
    yield "ahead_of_now", pounds(worth.likely - now)
    yield "behind_now", pounds(now - worth.likely)
    yield "best_behind_now", pounds(now - worth.high)
    yield "ahead_of_better", pounds(worth.likely - better)
    yield "behind_better", pounds(better - worth.likely)
    yield "low_behind_better", pounds(better - worth.low)
    yield "low_behind_now", pounds(now - worth.low)


def _both_ways(shown: Shown) -> Iterator[tuple[str, str | None]]:
    """Amounts that can go either way, with the word for which."""
    worth, last = shown.figures.npv_all, shown.figures.years[-1]
    yield "low_more_or_less", _more_or_less(worth.low)
    yield "likely_more_or_less", _more_or_less(worth.likely)
    yield "cash_by_year", _ahead_or_short(last.cash_net_so_far.likely)
    yield "cash_today", _ahead_or_short(shown.figures.npv_cash.likely)
    yield "worth_by_year", _ahead_or_short(last.whole_net_so_far.likely)
    yield "worth_today", _ahead_or_short(worth.likely)


def _more_or_less(amount: Decimal) -> str:
    """“£87,863 more” than spending nothing."""
    said = _("{amount} more") if amount > 0 else _("{amount} less")
    return said.format(amount=amounts.pounds(abs(amount))) if pence(amount) else _("no more")


def _ahead_or_short(amount: Decimal) -> str:
    """“£50,212 short”: how a sum comes out."""
    if not pence(amount):
        return _("even")
    said = _("{amount} ahead") if amount > 0 else _("{amount} short")
    return said.format(amount=amounts.pounds(abs(amount)))


def _minutes(shown: Shown) -> Iterator[tuple[str, str | None]]:
    yield "break_even_minutes", _said(amounts.minutes, shown.break_even)
    if shown.break_even is not None:
        yield "break_even_minutes_lost", amounts.minutes(-shown.break_even)
    if shown.minutes_needed is not None:
        yield "minutes_needed", amounts.minutes(Decimal(shown.minutes_needed))
    yield "match_better_minutes", _said(amounts.minutes, shown.match_better)
    yield "fall_percent", _said(amounts.about, shown.fall)
    benefit = shown.technology.npv_all + shown.technology.present_value_cost
    if benefit > 0:
        yield (
            "rise_percent",
            amounts.about((shown.technology.present_value_cost / benefit - 1) * 100),
        )


def _months(shown: Shown) -> Iterator[tuple[str, str | None]]:
    yield "payback_cash", _said(amounts.months, shown.cash_back)
    yield "payback", _said(amounts.months, shown.back.likely)
    yield "payback_high", _said(amounts.months, shown.back.high)


def _others(shown: Shown) -> Iterator[tuple[str, str | None]]:
    figures = shown.figures
    yield "better_hours", amounts.hours(shown.better.hours_per_year)
    yield "better_cost", amounts.pounds(_without_waiting(shown))
    yield "better_cost_per_hour", _said(amounts.pounds_and_pence, shown.better_cost_per_hour)
    yield "staff_cost", amounts.pounds(figures.extra_staff_cost_per_year)
    over_years = shown.staff.whole_life_cost - shown.as_now.whole_life_cost
    yield "staff_cost_over_years", amounts.pounds(over_years)
    yield "staff_hours", amounts.hours(figures.extra_staff_hours_per_year)
    yield "staff_cost_per_hour", _said(amounts.pounds_and_pence, shown.staff_cost_per_hour)
    yield "posts", amounts.posts(shown.full_time)


def _without_waiting(shown: Shown) -> Decimal:
    """What the change itself costs; its option also bears the cost of waiting."""
    return shown.better.whole_life_cost - shown.as_now.whole_life_cost


def _said[Amount](say: Callable[[Amount], str], amount: Amount | None) -> str | None:
    return None if amount is None else say(amount)
