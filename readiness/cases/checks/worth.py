"""What the sums say. The verdict has the same rules, and tells them as reasons."""

from readiness.business_case import Figures
from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts

_THIN = 20  # per cent
_LATE = 9  # months for each year of the contract: three quarters of it


def best_is_no_better_than_now(figures: Figures) -> bool:
    """Even at its best, the technology is worth no more than carrying on as now."""
    return figures.npv_all.high <= figures.options["as_now"].npv_all


def likely_is_no_better_than_now(figures: Figures) -> bool:
    """On likely figures, the technology is worth no more than carrying on as now."""
    return figures.npv_all.likely <= figures.options["as_now"].npv_all


def better_is_as_good(figures: Figures) -> bool:
    """Doing it better without technology beats carrying on as now, and does as well as buying."""
    better = figures.options["better"].npv_all
    return figures.options["as_now"].npv_all < better >= figures.npv_all.likely


def is_over_budget(facts: Facts) -> bool:
    """The first year costs more than could be spent in it."""
    budget = facts.number("cost-assumptions", "budget")
    return (
        budget is not None
        and facts.figures is not None
        and (facts.figures.first_year_cost > budget)
    )


@check("loses-at-best")
def loses_at_best(facts: Facts) -> bool:
    return facts.figures is not None and best_is_no_better_than_now(facts.figures)


@check("loses-on-likely")
def loses_on_likely(facts: Facts) -> bool:
    figures = facts.figures
    return (
        figures is not None
        and likely_is_no_better_than_now(figures)
        and not best_is_no_better_than_now(figures)
    )


@check("loses-on-low")
def loses_on_low(facts: Facts) -> bool:
    figures = facts.figures
    return (
        figures is not None
        and figures.npv_all.low <= figures.options["as_now"].npv_all
        and not likely_is_no_better_than_now(figures)
    )


@check("simpler-change-is-as-good")
def simpler_change_is_as_good(facts: Facts) -> bool:
    return facts.figures is not None and better_is_as_good(facts.figures)


@check("over-budget")
def over_budget(facts: Facts) -> bool:
    return is_over_budget(facts)


@check("rests-on-time")
def rests_on_time(facts: Facts) -> bool:
    figures = facts.figures
    return figures is not None and figures.npv_cash.likely < 0 <= figures.npv_all.likely


@check("outcomes-must-carry-it")
def outcomes_must_carry_it(facts: Facts) -> bool:
    for_them = any(row.get("who_for") in ("people", "families") for row in facts.rows("outcomes"))
    return facts.figures is not None and facts.figures.npv_all.likely < 0 and for_them


@check("thin-margin")
def thin_margin(facts: Facts) -> bool:
    fall = facts.figures.benefit_fall_before_loss_percent if facts.figures else None
    return fall is not None and 0 <= fall < _THIN


@check("slow-payback")
def slow_payback(facts: Facts) -> bool:
    """Where it never pays back, and loses, other checks say so."""
    years = facts.number("cost-assumptions", "years")
    months = facts.figures.payback_months_all.likely if facts.figures else None
    return months is not None and years is not None and months > _LATE * years


@check("extra-staff-cheaper")
def extra_staff_cheaper(facts: Facts) -> bool:
    if facts.figures is None:
        return False
    staff = facts.figures.extra_staff_cost_per_hour
    technology = facts.figures.cost_per_hour_released
    return staff is not None and technology is not None and staff < technology
