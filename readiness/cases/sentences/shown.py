"""The figures of a case as they are shown, so that no sentence says £6.97 is less than £6.97."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil, floor

from readiness.business_case import Figures, Spread, round_half_up
from readiness.cases.facts import Facts
from readiness.cases.sums import savings_per_year

NOUGHT = Decimal(0)


def pence(amount: Decimal) -> Decimal:
    """£ to the penny."""
    return round_half_up(amount, 2)


def tenths(amount: Decimal) -> Decimal:
    """Hours, minutes and percentages."""
    return round_half_up(amount, 1)


def _price(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else pence(amount)


def _tenths_or_none(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else tenths(amount)


def _whole(minutes: Decimal | None) -> Decimal | None:
    """The fewest whole minutes that are enough; what dividing leaves behind is not counted."""
    return None if minutes is None else Decimal(ceil(round_half_up(minutes, 6)))


class Shown:
    """The figures in the names of the sums, rounded; and what sentences compare them with.

    Minutes are asked whole, so those that are needed are whole too: `break_even` is the fewest that
    are worth at least as much as spending nothing, `match_better` as much as doing it better.

    A name that has low, likely and high in the sums is the likely one here, unless it ends in
    `_low` or `_high`. `technology`, `better`, `staff` and `as_now` are the four options.
    """

    def __init__(self, facts: Facts, figures: Figures) -> None:
        self.facts = facts
        self.figures = figures
        self._answers()
        self._costs()
        self._benefits()
        self._others()

    def _answers(self) -> None:
        number = self.facts.number
        self.years = int(number("cost-assumptions", "years") or 0)
        self.budget = number("cost-assumptions", "budget")
        self.training_hours = number("cost-assumptions", "training_hours") or NOUGHT
        self.contingency = number("cost-assumptions", "contingency_percent") or NOUGHT
        self.turnover = number("cost-assumptions", "turnover_percent") or NOUGHT
        self.cashable = number("time", "cashable_percent") or NOUGHT
        self.first_year = number("time", "first_year_percent") or NOUGHT
        self.minutes_now = number("time", "minutes_now") or NOUGHT
        self.minutes_low = number("time", "minutes_saved_low") or NOUGHT
        self.minutes = number("time", "minutes_saved_likely") or NOUGHT
        self.minutes_high = number("time", "minutes_saved_high") or NOUGHT
        self.waiting = number("alternatives", "cost_of_waiting")
        self.extra_fte = number("alternatives", "extra_fte") or NOUGHT

    def _costs(self) -> None:
        figures = self.figures
        self.hourly_cost = pence(figures.hourly_cost)
        self.one_off_cost = pence(figures.one_off_cost)
        self.yearly_cost = pence(figures.yearly_cost)
        self.first_year_cost = pence(figures.first_year_cost)
        self.whole_life_cost = pence(figures.whole_life_cost)
        yearly = figures.yearly_cost * (self.years - 1)
        self.later_once = pence(figures.whole_life_cost - figures.first_year_cost - yearly)
        self.cost_per_hour = _price(figures.cost_per_hour_released)

    def _benefits(self) -> None:
        figures = self.figures
        self.hours_low, self.hours, self.hours_high = _three(figures.hours_per_year, tenths)
        self.worth_low, self.worth, self.worth_high = _three(figures.npv_all, pence)
        self.cash, self.cash_high = pence(figures.npv_cash.likely), pence(figures.npv_cash.high)
        self.savings_low, self.savings, self.savings_high = _three(
            savings_per_year(self.facts.answers), pence
        )
        self.back = figures.payback_months_all
        self.cash_back = figures.payback_months_cash.likely
        self.break_even = _whole(figures.break_even_minutes)
        self.match_better = _whole(figures.minutes_to_match_better)
        self.fall = _tenths_or_none(figures.benefit_fall_before_loss_percent)
        time = figures.hours_per_year.likely * figures.hourly_cost
        self.time_as_cash = pence(time * self.cashable / 100)
        self.cash_benefit = self.time_as_cash + self.savings

    def _others(self) -> None:
        figures, options = self.figures, self.figures.options
        self.technology, self.better = options["technology"], options["better"]
        self.staff, self.as_now = options["extra_staff"], options["as_now"]
        self.staff_cost_per_hour = _price(figures.extra_staff_cost_per_hour)
        self.staff_hours = tenths(figures.extra_staff_hours_per_year)
        self.full_time = pence(figures.technology_in_full_time_staff)
        self.now_worth, self.better_worth = pence(self.as_now.npv_all), pence(self.better.npv_all)
        self.better_hours = tenths(self.better.hours_per_year)
        self.better_cost_per_hour = _price(self.better.cost_per_hour)

    @property
    def better_is_rival(self) -> bool:
        """Whether doing it better is worth more than carrying on as now, so that it must be beaten."""
        return self.better.npv_all > self.as_now.npv_all

    @property
    def discounted(self) -> bool:
        """Whether the totals at present value differ from those of the table of years."""
        last = self.figures.years[-1]
        plain = (last.cash_net_so_far.likely, last.whole_net_so_far.likely)
        return tuple(map(pence, plain)) != (self.cash, self.worth)

    @property
    def minutes_needed(self) -> int | None:
        """The fewest whole minutes in each shift that keep it ahead of the better of the other two.

        Worth goes up in a straight line with the minutes. None where a minute is worth nothing, or
        where the expected ones come out at nought to the penny, so that the line cannot be drawn.
        """
        goal = max(self.better.npv_all, self.as_now.npv_all)
        even = self.figures.break_even_minutes
        if even is None or self.minutes == even or not self.figures.npv_all.likely:
            return None
        minute = self.figures.npv_all.likely / (self.minutes - even)
        return floor(round_half_up(even + goal / minute, 6)) + 1

    @property
    def better_described(self) -> bool:
        """Whether anything was said about doing it better without new technology."""
        return self.facts.get("alternatives", "change_description") is not None

    @property
    def better_gains(self) -> bool:
        """Whether doing it better gives any time or money at all."""
        change = [
            self.facts.number("alternatives", name)
            for name in ("change_minutes_saved", "change_saving")
        ]
        return any(change)


def _three(
    spread: Spread[Decimal], rule: Callable[[Decimal], Decimal]
) -> tuple[Decimal, Decimal, Decimal]:
    rounded = spread.each(rule)
    return rounded.low, rounded.likely, rounded.high
