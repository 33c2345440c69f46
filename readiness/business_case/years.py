"""The case year by year: what the table prints and the chart draws. Nothing here is discounted."""

from dataclasses import dataclass
from decimal import Decimal

from .benefits import Benefit
from .inputs import Spread
from .money import Flow, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """£. What is "so far" runs from year 0 to the end of this one; "net" is less the cost so far."""

    number: int
    cost: Decimal
    value_of_time: Spread[Decimal]
    savings: Spread[Decimal]
    cash_benefit: Spread[Decimal]
    whole_benefit: Spread[Decimal]
    cost_so_far: Decimal
    cash_benefit_so_far: Spread[Decimal]
    whole_benefit_so_far: Spread[Decimal]
    cash_net_so_far: Spread[Decimal]
    whole_net_so_far: Spread[Decimal]

    @property
    def time_in_cash(self) -> Spread[Decimal]:
        """£ of the year's time that becomes cash: paid hours that are no longer paid for."""
        cash, savings = self.cash_benefit, self.savings
        return Spread(
            low=cash.low - savings.low,
            likely=cash.likely - savings.likely,
            high=cash.high - savings.high,
        )


def year_by_year(cost: Flow, benefits: Spread[Benefit]) -> tuple[Year, ...]:
    return tuple(_year(number, cost, benefits) for number in range(len(cost)))


def _year(number: int, cost: Flow, benefits: Spread[Benefit]) -> Year:
    until = number + 1
    spent = total(cost[:until])
    cash = benefits.each(lambda benefit: total(benefit.cash[:until]))
    whole = benefits.each(lambda benefit: total(benefit.whole[:until]))
    return Year(
        number=number,
        cost=cost[number],
        value_of_time=benefits.each(lambda benefit: benefit.value_of_time[number]),
        savings=benefits.each(lambda benefit: benefit.savings[number]),
        cash_benefit=benefits.each(lambda benefit: benefit.cash[number]),
        whole_benefit=benefits.each(lambda benefit: benefit.whole[number]),
        cost_so_far=spent,
        cash_benefit_so_far=cash,
        whole_benefit_so_far=whole,
        cash_net_so_far=cash.each(lambda amount: amount - spent),
        whole_net_so_far=whole.each(lambda amount: amount - spent),
    )
