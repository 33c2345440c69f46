"""What the figures come to so far, beside the questions about money; works with half the answers."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from readiness.cases.facts import Facts
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sums import (
    cost_rows,
    figures_so_far,
    hours_released,
    missing_for_figures,
    savings_per_year,
)

NOUGHT = Decimal(0)


class SoFar:
    """The sums that the answers so far allow; None where they do not.

    `spent` are the figures from the time and what the cost depends on, `whole` with the costs too,
    `compared` with the extra staff too.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        missing = set(missing_for_figures(facts.answers))
        costs = cost_rows(facts.answers)
        self.hours = hours_released(facts.answers)
        self.cashable = facts.number("time", "cashable_percent") or NOUGHT
        self.costs_listed = bool(costs)
        self.once = sum((cost.one_off for cost in costs), NOUGHT)
        self.yearly = sum((cost.per_year for cost in costs), NOUGHT)
        self.spent = figures_so_far(facts.answers)
        self.whole = None if missing & {"time", "costs", "cost-assumptions"} else self.spent
        self.compared = None if missing & {"alternatives"} else self.spent
        self.first_year_cost = self.whole.first_year_cost if self.whole else None
        self.budget = facts.number("cost-assumptions", "budget")
        self.learning = facts.number("cost-assumptions", "training_hours")
        self.savings = savings_per_year(facts.answers).likely
        self._alternatives()

    def _alternatives(self) -> None:
        number, step = self.facts.number, "alternatives"
        self.alternatives_begun = bool(self.facts.answers.get(step))
        self.waiting = number(step, "cost_of_waiting")
        self.better_hours = bool(number(step, "change_minutes_saved"))
        self.better_said = self.better_hours or any(
            self.facts.get(step, name) for name in ("change_description", "change_saving")
        )
        self.extra_fte = number(step, "extra_fte")


def _likely(hours: SoFar, rule: Callable[[Decimal], bool]) -> bool:
    return hours.hours is not None and rule(hours.hours.likely)


def _low_lost(so_far: SoFar) -> bool:
    return so_far.hours is not None and so_far.hours.low < 0 < so_far.hours.likely


LIVE: Mapping[str, Callable[[SoFar], bool]] = {
    "time-hours": lambda s: _likely(s, lambda h: h > 0) and not _low_lost(s),
    "time-hours-low-lost": _low_lost,
    "time-none": lambda s: _likely(s, lambda h: h == 0),
    "time-longer": lambda s: _likely(s, lambda h: h < 0),
    "time-for-care": lambda s: _likely(s, lambda h: h > 0) and s.cashable == 0,
    "time-part-cash": lambda s: _likely(s, lambda h: h > 0) and s.cashable > 0,
    "time-hourly-cost": lambda s: s.hours is not None,
    "time-missing": lambda s: s.hours is None,
    "costs-both": lambda s: s.once > 0 and s.yearly > 0,
    "costs-only-once": lambda s: s.once > 0 and s.yearly == 0,
    "costs-only-yearly": lambda s: s.once == 0 and s.yearly > 0,
    "costs-nothing": lambda s: s.costs_listed and s.once == 0 and s.yearly == 0,
    "costs-missing": lambda s: not s.costs_listed,
    "assumed-learning": lambda s: s.spent is not None and above(s.learning, 0),
    "assumed-no-learning": lambda s: s.learning == 0,
    "assumed-whole": lambda s: s.whole is not None,
    "assumed-over-budget": lambda s: above(s.first_year_cost, s.budget),
    "assumed-within-budget": lambda s: at_least(s.budget, s.first_year_cost),
    "assumed-missing": lambda s: s.whole is None,
    "savings-some": lambda s: s.savings > 0,
    "savings-none": lambda s: s.savings == 0,
    "others-waiting": lambda s: above(s.waiting, 0),
    "others-waiting-none": lambda s: s.alternatives_begun and s.waiting == 0,
    "others-waiting-not-given": lambda s: s.alternatives_begun and s.waiting is None,
    "others-better": lambda s: s.better_hours and s.spent is not None,
    "others-better-none": lambda s: s.alternatives_begun and not s.better_said,
    "others-staff": lambda s: s.compared is not None and above(s.extra_fte, 0),
    "others-staff-none": lambda s: s.extra_fte == 0,
    "others-equal": lambda s: (
        s.compared is not None and s.whole is not None and s.whole.technology_in_full_time_staff > 0
    ),
    "others-missing": lambda s: s.spent is None,
}
