"""The four ways forward, side by side over the same years; each against nothing spent and nothing gained."""

from dataclasses import dataclass
from decimal import Decimal

from .benefits import Benefit, benefit_of, benefit_of_minutes
from .costs import with_on_costs
from .inputs import Inputs
from .money import (
    NOUGHT,
    WEEKS,
    Flow,
    added,
    every_year,
    net_present_value,
    present_value,
    total,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """£, hours a year at full reach, £ an hour. `cost_per_hour` leaves the cost of waiting out."""

    whole_life_cost: Decimal
    present_value_cost: Decimal
    hours_per_year: Decimal
    cost_per_hour: Decimal | None
    npv_all: Decimal
    npv_cash: Decimal


def as_now(inputs: Inputs) -> Option:
    nothing = benefit_of_minutes(inputs, minutes=0, saving=NOUGHT)
    return _waiting_with(inputs, _each_year(inputs, NOUGHT), nothing)


def better(inputs: Inputs) -> Option:
    """Doing it better without new technology."""
    change = inputs.alternatives
    spending = (change.change_one_off, *_each_year(inputs, change.change_per_year)[1:])
    benefit = benefit_of_minutes(
        inputs, minutes=change.change_minutes_saved, saving=change.change_saving
    )
    return _waiting_with(inputs, spending, benefit)


def extra_staff(inputs: Inputs) -> Option:
    """Each hour is worth what it is paid, so this is never worth more than leaving things as they are."""
    benefit = benefit_of(
        hours=extra_staff_hours_per_year(inputs),
        worth=_extra_hour(inputs),
        saving=NOUGHT,
        cashable_percent=NOUGHT,
        reach=_each_year(inputs, Decimal(1)),
    )
    return _waiting_with(inputs, _each_year(inputs, extra_staff_cost_per_year(inputs)), benefit)


def technology(inputs: Inputs, spending: Flow, benefit: Benefit) -> Option:
    return _option(inputs, spending, NOUGHT, benefit)


def extra_staff_cost_per_year(inputs: Inputs) -> Decimal:
    return inputs.alternatives.extra_fte * full_time_cost_per_year(inputs)


def full_time_cost_per_year(inputs: Inputs) -> Decimal:
    """£ for one more full-time member of staff."""
    return inputs.alternatives.extra_hours_per_week * WEEKS * _extra_hour(inputs)


def extra_staff_hours_per_year(inputs: Inputs) -> Decimal:
    """Hours worked, not paid: holiday and sickness are taken off through the weeks worked."""
    staff = inputs.alternatives
    return staff.extra_fte * staff.extra_hours_per_week * staff.extra_weeks_worked


def cost_per_hour(cost: Decimal, hours: Decimal) -> Decimal | None:
    """£ an hour; None where no hours are given back."""
    return cost / hours if hours > 0 else None


def _extra_hour(inputs: Inputs) -> Decimal:
    return with_on_costs(inputs.alternatives.extra_pay, inputs.time)


def _each_year(inputs: Inputs, amount: Decimal) -> Flow:
    return every_year(amount, inputs.assumptions.years)


def _waiting_with(inputs: Inputs, spending: Flow, benefit: Benefit) -> Option:
    return _option(inputs, spending, inputs.alternatives.cost_of_waiting, benefit)


def _option(inputs: Inputs, spending: Flow, waiting: Decimal, benefit: Benefit) -> Option:
    rate = inputs.assumptions.discount_rate
    cost = added(spending, _each_year(inputs, waiting))
    return Option(
        whole_life_cost=total(cost),
        present_value_cost=present_value(cost, rate),
        hours_per_year=benefit.hours_per_year,
        cost_per_hour=cost_per_hour(total(spending), total(benefit.hours)),
        npv_all=net_present_value(benefit.whole, cost, rate),
        npv_cash=net_present_value(benefit.cash, cost, rate),
    )
