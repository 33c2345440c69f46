"""What the technology costs, with the time to learn it and a margin for what was not foreseen."""

from dataclasses import dataclass
from decimal import Decimal

from .inputs import Cost, Inputs, Time
from .money import NOUGHT, Flow, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """In £. `learning` and `relearning` (a year) are before contingency, all the others with it."""

    hourly_cost: Decimal
    learning: Decimal
    relearning: Decimal
    one_off_cost: Decimal
    yearly_cost: Decimal
    by_year: Flow


def hourly_cost(time: Time) -> Decimal:
    return with_on_costs(time.hourly_pay, time)


def with_on_costs(pay: Decimal, time: Time) -> Decimal:
    return pay * (1 + share(time.on_costs_percent))


def costs_of_technology(inputs: Inputs) -> Costs:
    costs, assumptions = inputs.costs, inputs.assumptions
    margin = 1 + share(assumptions.contingency_percent)
    hour = hourly_cost(inputs.time)
    learning = inputs.time.staff_using * assumptions.training_hours * hour
    relearning = learning * share(assumptions.turnover_percent)
    at_the_start = (_one_offs_in(0, costs) + learning) * margin
    a_year = (sum((cost.per_year for cost in costs), NOUGHT) + relearning) * margin
    contract = range(1, assumptions.years + 1)
    return Costs(
        hourly_cost=hour,
        learning=learning,
        relearning=relearning,
        one_off_cost=at_the_start,
        yearly_cost=a_year,
        by_year=(at_the_start, *(a_year + _one_offs_in(year, costs) * margin for year in contract)),
    )


def one_offs_after_the_contract(inputs: Inputs) -> Decimal:
    """£ as given, without contingency: no figure counts them, so somebody has to say so."""
    years = inputs.assumptions.years
    return sum((cost.one_off for cost in inputs.costs if cost.in_year > years), NOUGHT)


def _one_offs_in(year: int, costs: tuple[Cost, ...]) -> Decimal:
    return sum((cost.one_off for cost in costs if cost.in_year == year), NOUGHT)
