"""What leads the decision page, topic by topic: of each topic, the first sentence that fits.

The last of a topic is what is said otherwise. A topic without one may stay silent.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from readiness.cases.checks.worries import not_ready, readiness_steps
from readiness.cases.checks.worth import better_is_as_good, is_over_budget
from readiness.cases.rules import GET_READY, NOT_NOW, UNKNOWN, ruling
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sentences.doubts import ruling_on_low
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.weakest import ESTIMATED, GUESS, QUOTED, weakest_numbers

Topic = Mapping[str, Callable[[Shown], bool]]

_HOUR_A_WEEK = 52
_SIDES = 9  # of readiness
_FEW = 3  # of them that are listed by name
_CLOSE = Decimal("1.1")  # of the budget
_LITTLE_TO_SPARE = Decimal("0.8")  # of the minutes expected


def otherwise(_shown: Shown) -> bool:
    """The last of a topic."""
    return True


def _rules(shown: Shown, slug: str) -> bool:
    return ruling(shown.facts) == slug


def _people(shown: Shown, *how: str) -> bool:
    return shown.facts.get("involvement", "people") in how


def _sure(shown: Shown) -> set[str]:
    """How sure the numbers are, of those whose certainty was asked."""
    return {number.sure for number in weakest_numbers(shown.facts)}


LEAD: Topic = {
    "lead-unknown": lambda s: _rules(s, UNKNOWN),
    "lead-better": lambda s: _rules(s, NOT_NOW) and better_is_as_good(s.figures),
    "lead-never": lambda s: _rules(s, NOT_NOW),
    "lead-ready-behind": lambda s: _rules(s, GET_READY) and s.worth <= s.now_worth,
    "lead-ready-over": lambda s: _rules(s, GET_READY) and is_over_budget(s.facts),
    "lead-ready-people": lambda s: _rules(s, GET_READY) and not _people(s, "asked", "shaping"),
    "lead-ready": lambda s: _rules(s, GET_READY),
    "lead-go-least-dear": lambda s: s.worth < 0,
    "lead-go-cash-alone": lambda s: s.cash >= 0 and s.hours <= 0,
    "lead-go-cash": lambda s: s.cash >= 0,
    "lead-go-time": otherwise,
}
ASK: Topic = {
    "ask-refused": lambda s: _rules(s, NOT_NOW) and s.whole_life_cost > 0,
    "ask-free": lambda s: s.one_off_cost == 0 and s.whole_life_cost == 0,
    "ask-one-year": lambda s: s.years == 1,
    "ask-only-yearly": lambda s: s.one_off_cost == 0 and s.whole_life_cost > 0,
    "ask-only-once": lambda s: s.yearly_cost == 0 and s.one_off_cost == s.whole_life_cost,
    "ask-usual": otherwise,
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
CASH: Topic = {
    "cash-even": lambda s: s.cash == 0,
    "cash-free": lambda s: s.whole_life_cost == 0 and s.cash > 0,
    "cash-at-once": lambda s: s.cash > 0 and s.cash_back == 0,
    "cash-first-year": lambda s: s.cash > 0 and at_least(12, s.cash_back),
    "cash-later": lambda s: s.cash > 0 and s.cash_back is not None,
    "cash-ahead": lambda s: s.cash > 0,
    "cash-back-but-late": lambda s: s.cash_back is not None,
    "cash-only-high": lambda s: s.cash_high >= 0,
    "cash-no-cash": lambda s: s.cash_benefit == 0,
    "cash-drains": lambda s: s.cash_benefit < 0,
    "cash-never": otherwise,
}
# Said after each sentence on cash: money that stops going out is not in the technology's own line.
BESIDE_WAITING: Topic = {
    "cash-beside-waiting": lambda s: s.cash < 0 and above(s.waiting, 0),
}
WORTH: Topic = {
    "worth-all-three": lambda s: s.worth_low > 0,
    "worth-low-even": lambda s: s.worth_low == 0 and s.worth > 0,
    "worth-likely": lambda s: s.worth > 0,
    "worth-even": lambda s: s.worth == 0,
    "worth-only-high": lambda s: s.worth_high > 0,
    "worth-high-even": lambda s: s.worth_high == 0,
    "worth-never": otherwise,
}
PAYBACK: Topic = {
    "back-but-late": lambda s: s.back.likely is not None and s.worth < 0,
    "back-at-once": lambda s: s.back.likely == 0,
    "back-first-year": lambda s: at_least(12, s.back.likely),
    "back-later": lambda s: s.back.likely is not None,
    "back-only-high": lambda s: s.back.high is not None,
    "back-never": otherwise,
}
RESTS_ON: Topic = {
    "rests-cash-but-loses": lambda s: s.cash >= 0 and s.worth < 0,
    "rests-cash-only": lambda s: s.cash >= 0 and s.hours <= 0,
    "rests-cash": lambda s: s.cash >= 0,
    "rests-time-and-waiting": lambda s: s.worth >= 0 and above(s.waiting, 0),
    "rests-time-no-cash": lambda s: s.worth >= 0 and s.cash_benefit == 0,
    "rests-time": lambda s: s.worth >= 0,
    "rests-on-waiting": lambda s: s.now_worth < s.worth,
    "rests-neither": otherwise,
}
HOURS: Topic = {
    "hours-all-nought": lambda s: s.hours_low == 0 and s.hours_high == 0,
    "hours-lost-all": lambda s: s.hours_high < 0,
    "hours-lost": lambda s: s.hours < 0,
    "hours-at-best-nought": lambda s: s.hours == 0 and s.hours_high == 0,
    "hours-likely-nought": lambda s: s.hours == 0,
    "hours-maybe-lost": lambda s: s.hours_low < 0,
    "hours-few": lambda s: s.hours < _HOUR_A_WEEK,
    "hours-one-figure": lambda s: s.hours_low == s.hours_high,
    "hours-wide": lambda s: s.hours_high >= 3 * s.hours_low,
    "hours-usual": otherwise,
}
PRICE_OF_HOUR: Topic = {
    "hour-no-hours": lambda s: s.cost_per_hour is None,
    "hour-free": lambda s: s.cost_per_hour == 0,
    "hour-cheaper": lambda s: above(s.hourly_cost, s.cost_per_hour),
    "hour-same": lambda s: s.cost_per_hour == s.hourly_cost,
    "hour-dearer": otherwise,
}
STAFF: Topic = {
    "staff-none": lambda s: s.staff_cost_per_hour is None,
    "staff-technology-no-hours": lambda s: s.cost_per_hour is None,
    "staff-same": lambda s: s.cost_per_hour == s.staff_cost_per_hour,
    "staff-dearer-but-more": lambda s: (
        above(s.staff_cost_per_hour, s.cost_per_hour) and s.hours >= s.staff_hours
    ),
    "staff-dearer-and-fewer-gained": lambda s: above(s.staff_cost_per_hour, s.cost_per_hour),
    "staff-cheaper-but-fewer": lambda s: s.hours > s.staff_hours,
    "staff-cheaper-and-more": otherwise,
}
POSTS: Topic = {
    "posts-none": lambda s: s.full_time == 0,
    "posts-under-half": lambda s: s.full_time < Decimal("0.5"),
    "posts-under-one": lambda s: s.full_time < 1,
    "posts-under-two": lambda s: s.full_time < 2,
    "posts-two-or-more": otherwise,
}
BETTER: Topic = {
    "better-not-looked": lambda s: not s.better_described and not s.better_gains,
    "better-does-nothing": lambda s: not s.better_gains,
    "better-no-better": lambda s: not s.better_is_rival,
    "better-wins-more-hours": lambda s: (
        s.better_worth > s.worth
        and s.better_hours >= s.hours
        and s.better.whole_life_cost < s.whole_life_cost
    ),
    "better-wins": lambda s: s.better_worth > s.worth,
    "better-equal": lambda s: s.better_worth == s.worth,
    "better-cheaper-hour": lambda s: (
        above(s.cost_per_hour, s.better_cost_per_hour) and s.better_hours < s.hours
    ),
    "better-behind": otherwise,
}
WAITING: Topic = {
    "wait-not-given": lambda s: s.waiting is None,
    "wait-nothing": lambda s: s.waiting == 0 and s.worth > 0,
    "wait-nothing-and-as-good": lambda s: s.waiting == 0,
    "wait-as-good": lambda s: s.now_worth >= s.worth,
    "wait-dearer": lambda s: at_least(s.waiting, s.yearly_cost),
    "wait-costs": otherwise,
}
MUST_BE_TRUE: Topic = {
    "even-null": lambda s: s.break_even is None,
    "even-below": lambda s: above(0, s.break_even),
    "even-nought": lambda s: s.break_even == 0,
    "even-nothing-to-save": lambda s: s.minutes_now == 0,
    "even-above-now": lambda s: above(s.break_even, s.minutes_now),
    "even-above-high": lambda s: above(s.break_even, s.minutes_high),
    "even-above-likely": lambda s: above(s.break_even, s.minutes),
    "even-close": lambda s: above(s.break_even, _LITTLE_TO_SPARE * s.minutes),
    "even-within-low": lambda s: at_least(s.minutes_low, s.break_even),
    "even-usual": otherwise,
}
MATCH_BETTER: Topic = {
    "match-better": lambda s: (
        s.better_worth > max(s.now_worth, Decimal(0))
        and above(s.match_better, 0)
        and above(s.worth, s.better_worth)
    ),
}
LOW: Topic = {
    "low-as-likely": lambda s: s.worth_low == s.worth,
    "low-open": lambda s: _rules(s, UNKNOWN),
    "low-same-verdict": lambda s: _rules(s, ruling_on_low(s.facts)),
    "low-other-verdict": otherwise,
}
# Beside the table of years, which is not discounted; silent where that comes to the same.
DISCOUNTED: Topic = {
    "discounted": lambda s: s.discounted,
}
FALL: Topic = {
    "fall-null": lambda s: s.fall is None,
    "fall-free": lambda s: s.whole_life_cost == 0,
    "fall-loses": lambda s: above(0, s.fall),
    "fall-nought": lambda s: s.fall == 0,
    "fall-thin": lambda s: above(10, s.fall),
    "fall-some": lambda s: above(40, s.fall),
    "fall-wide": otherwise,
}
FIRST_YEAR: Topic = {
    "first-nothing": lambda s: s.first_year == 0,
    "first-all": lambda s: s.first_year == 100,
    "first-part": otherwise,
}
SAVINGS: Topic = {
    "save-none": lambda s: s.savings == 0,
    "save-more-than-cost": lambda s: s.savings > s.yearly_cost,
    "save-some": otherwise,
}
SURE: Topic = {
    "sure-guess": lambda s: GUESS in _sure(s),
    "sure-estimated": lambda s: ESTIMATED in _sure(s),
    "sure-quoted": lambda s: QUOTED in _sure(s),
    "sure-measured": otherwise,
}
PEOPLE: Topic = {
    "people-shaping": lambda s: _people(s, "shaping"),
    "people-asked": lambda s: _people(s, "asked"),
    "people-told": lambda s: _people(s, "told"),
    "people-not-asked": lambda s: _people(s, "not-yet", "not-applicable"),
}
READY: Topic = {
    "ready-one": lambda s: len(not_ready(s.facts)) == 1,
    "ready-most": lambda s: 1 < len(not_ready(s.facts)) <= _FEW,
    "ready-few": lambda s: len(not_ready(s.facts)) > _FEW,
    "ready-all": lambda s: len(readiness_steps(s.facts)) == _SIDES,
}

TOPICS: Mapping[str, Topic] = {
    "lead": LEAD,
    "ask": ASK,
    "allowance": ALLOWANCE,
    "budget": BUDGET,
    "cash": CASH,
    "beside_waiting": BESIDE_WAITING,
    "worth": WORTH,
    "payback": PAYBACK,
    "rests_on": RESTS_ON,
    "hours": HOURS,
    "price_of_hour": PRICE_OF_HOUR,
    "staff": STAFF,
    "posts": POSTS,
    "better": BETTER,
    "waiting": WAITING,
    "must_be_true": MUST_BE_TRUE,
    "match_better": MATCH_BETTER,
    "low": LOW,
    "discounted": DISCOUNTED,
    "fall": FALL,
    "first_year": FIRST_YEAR,
    "savings": SAVINGS,
    "sure": SURE,
    "people": PEOPLE,
    "ready": READY,
}
