"""From what is known to every figure, in one pass."""

from decimal import Decimal
from functools import lru_cache

from . import options
from .benefits import benefit_of_minutes, benefits_of_technology, payback_months
from .costs import costs_of_technology, one_offs_after_the_contract
from .figures import Figures
from .inputs import Inputs
from .money import NOUGHT, exactly, net_present_value, present_value, settled, taken, total
from .options import Option, cost_per_hour
from .years import year_by_year


@lru_cache(maxsize=16)  # a page asks several times, and the next one mostly for the same
def work_out(inputs: Inputs) -> Figures:
    """The same figures whatever the caller's decimal settings are."""
    with exactly():
        return _figures(inputs)


def _figures(inputs: Inputs) -> Figures:
    years, rate = inputs.assumptions.years, inputs.assumptions.discount_rate
    costs = costs_of_technology(inputs)
    cost, whole_life = costs.by_year, total(costs.by_year)
    benefits = benefits_of_technology(inputs)
    better = options.better(inputs)
    technology = options.technology(inputs, cost, benefits.likely)
    staff_cost = options.extra_staff_cost_per_year(inputs)
    staff_hours = options.extra_staff_hours_per_year(inputs)
    return Figures(
        hourly_cost=costs.hourly_cost,
        learning=costs.learning,
        relearning=costs.relearning,
        one_off_cost=costs.one_off_cost,
        yearly_cost=costs.yearly_cost,
        whole_life_cost=whole_life,
        first_year_cost=total(cost[:2]),
        present_value_cost=present_value(cost, rate),
        unaccounted_one_offs=one_offs_after_the_contract(inputs),
        hours_per_year=benefits.each(lambda benefit: benefit.hours_per_year),
        npv_cash=benefits.each(lambda benefit: net_present_value(benefit.cash, cost, rate)),
        npv_all=benefits.each(lambda benefit: net_present_value(benefit.whole, cost, rate)),
        payback_months_cash=benefits.each(
            lambda benefit: payback_months(taken(benefit.cash, cost))
        ),
        payback_months_all=benefits.each(
            lambda benefit: payback_months(taken(benefit.whole, cost))
        ),
        break_even_minutes=_minutes_to_be_worth(NOUGHT, technology, inputs),
        minutes_to_match_better=_minutes_to_be_worth(better.npv_all, technology, inputs),
        benefit_fall_before_loss_percent=_fall_before_loss(
            technology.present_value_cost, present_value(benefits.likely.whole, rate)
        ),
        cost_per_hour_released=technology.cost_per_hour,
        extra_staff_cost_per_year=staff_cost,
        extra_staff_hours_per_year=staff_hours,
        extra_staff_cost_per_hour=cost_per_hour(staff_cost, staff_hours),
        technology_in_full_time_staff=whole_life / years / options.full_time_cost_per_year(inputs),
        options={
            "as_now": options.as_now(inputs),
            "better": better,
            "extra_staff": options.extra_staff(inputs),
            "technology": technology,
        },
        years=year_by_year(cost, benefits),
    )


def _minutes_to_be_worth(goal: Decimal, technology: Option, inputs: Inputs) -> Decimal | None:
    """Minutes saved in each shift at which npv_all, with likely savings, is `goal` (£)."""
    rate = inputs.assumptions.discount_rate
    minute = benefit_of_minutes(inputs, minutes=1, saving=NOUGHT)
    worth_of_minute = present_value(minute.whole, rate)
    if not worth_of_minute:
        return None
    savings = present_value(benefits_of_technology(inputs).likely.savings, rate)
    return (goal + technology.present_value_cost - savings) / worth_of_minute


def _fall_before_loss(cost: Decimal, benefit: Decimal) -> Decimal | None:
    """In percent; cost and whole likely benefit in present value."""
    return (1 - cost / benefit) * 100 if settled(benefit) > 0 else None
