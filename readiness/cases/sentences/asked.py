"""What is asked for, what it would cost after that, and whether the budget covers it."""

from decimal import Decimal

from readiness.cases.rules import GO_AHEAD, NOT_NOW
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.topics import Topic, otherwise, rules

_CLOSE = Decimal("1.1")  # of the budget


def _goes_on(shown: Shown) -> bool:
    """Whether it costs something in the years after the first."""
    return shown.years > 1 and shown.yearly_cost > 0


ASK: Topic = {
    "ask-refused": lambda s: rules(s, NOT_NOW) and s.whole_life_cost > 0,
    "ask-free": lambda s: s.one_off_cost == 0 and s.whole_life_cost == 0,
    "ask-one-year": lambda s: s.years == 1,
    "ask-only-yearly": lambda s: s.one_off_cost == 0 and s.whole_life_cost > 0,
    "ask-only-once": lambda s: s.yearly_cost == 0 and s.one_off_cost == s.whole_life_cost,
    "ask-not-yet": lambda s: not rules(s, GO_AHEAD),
    "ask-usual": otherwise,
}
# What agreeing means for that money.
ASKED: Topic = {
    "asked-suppliers": lambda s: rules(s, GO_AHEAD),
    "asked-nothing": lambda s: not rules(s, NOT_NOW),
}
AFTER: Topic = {
    "after-later-costs": lambda s: s.later_once > 0,
    "after-free": lambda s: s.years > 1 and s.yearly_cost == 0 and s.whole_life_cost > 0,
    "after-takes-cash": lambda s: _goes_on(s) and s.cash_benefit < 0,
    "after-no-cash": lambda s: _goes_on(s) and s.cash_benefit == 0,
    "after-covered": lambda s: _goes_on(s) and s.cash_benefit >= s.yearly_cost,
    "after-some-cash": lambda s: _goes_on(s),
}
TIME_AS_CASH: Topic = {
    "time-as-cash": lambda s: s.hours > 0 and s.cashable > 0,
}
ALLOWANCE: Topic = {
    "allow-nothing": lambda s: s.contingency == 0 and s.training_hours == 0,
    "allow-no-contingency": lambda s: s.contingency == 0,
    "allow-no-learning": lambda s: s.training_hours == 0,
    "allow-doubles": lambda s: s.contingency >= 100,
    "allow-usual": otherwise,
}
BUDGET: Topic = {
    "budget-none": lambda s: s.budget is None,
    "budget-nought": lambda s: s.budget == 0 and s.first_year_cost > 0,
    "budget-over-a-little": lambda s: (
        above(s.first_year_cost, s.budget) and at_least((s.budget or 0) * _CLOSE, s.first_year_cost)
    ),
    "budget-over": lambda s: above(s.first_year_cost, s.budget),
    "budget-exact": lambda s: s.first_year_cost == s.budget,
    "budget-within": otherwise,
}
