"""What leads the decision page, topic by topic: of each topic, the first sentence that fits.

The last of a topic is what is said otherwise. A topic without one may stay silent.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from readiness.cases.checks.worries import not_ready, readiness_steps
from readiness.cases.checks.worth import better_is_as_good, is_over_budget
from readiness.cases.facts import Facts
from readiness.cases.heard import answered
from readiness.cases.rules import GET_READY, NOT_NOW, UNKNOWN
from readiness.cases.sentences.asked import AFTER, ALLOWANCE, ASK, ASKED, BUDGET, TIME_AS_CASH
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sentences.doubts import ruling_on_low
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.topics import Topic, otherwise, rules
from readiness.cases.sentences.weakest import ESTIMATED, GUESS, QUOTED, weakest_numbers

_HOUR_A_WEEK = 52
_SIDES = 9  # of readiness
_FEW = 3  # of them that are listed by name
_LITTLE_TO_SPARE = Decimal("0.8")  # of the minutes expected


def _still_to_ask(facts: Facts) -> bool:
    return not (_asked("asked", "shaping")(facts) or answered(facts, "people"))


def _asked(*how: str) -> Callable[[Facts], bool]:
    return lambda facts: facts.get("involvement", "people") in how


def _of_facts(holds: Callable[[Facts], bool], shown: Shown) -> bool:
    return holds(shown.facts)


def _better_to_beat(shown: Shown) -> bool:
    """Doing it better is worth more than spending nothing, and less than this, as long as the
    minutes come."""
    return (
        shown.better_worth > max(shown.now_worth, Decimal(0))
        and above(shown.match_better, 0)
        and above(shown.worth, shown.better_worth)
    )


def _low_behind_better(shown: Shown) -> bool:
    """On low figures it would be “not now”, as doing it better would be worth more."""
    return ruling_on_low(shown.facts) == NOT_NOW and shown.better_worth > shown.worth_low


def _sure(shown: Shown) -> set[str]:
    """How sure the numbers are, of those whose certainty was asked."""
    return {number.sure for number in weakest_numbers(shown.facts)}


LEAD: Topic = {
    "lead-unknown": lambda s: rules(s, UNKNOWN),
    "lead-better": lambda s: rules(s, NOT_NOW) and better_is_as_good(s.figures),
    "lead-never": lambda s: rules(s, NOT_NOW),
    "lead-ready-behind": lambda s: rules(s, GET_READY) and s.worth <= s.now_worth,
    "lead-ready-over": lambda s: rules(s, GET_READY) and is_over_budget(s.facts),
    "lead-ready-people": lambda s: rules(s, GET_READY) and _still_to_ask(s.facts),
    "lead-ready": lambda s: rules(s, GET_READY),
    "lead-go-least-dear": lambda s: s.worth < 0,
    "lead-go-cash-alone": lambda s: s.cash >= 0 and s.hours <= 0,
    "lead-go-cash": lambda s: s.cash >= 0,
    "lead-go-time": otherwise,
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
    "even-rival": lambda s: (
        _better_to_beat(s) and above(s.break_even, 0) and above(s.match_better, s.break_even)
    ),
    "even-rival-alone": _better_to_beat,
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
LOW: Topic = {
    "low-as-likely": lambda s: s.worth_low == s.worth,
    "low-open": lambda s: rules(s, UNKNOWN),
    "low-ready-loses": lambda s: (
        rules(s, GET_READY)
        and ruling_on_low(s.facts) == GET_READY
        and above(0, s.worth_low)
        and at_least(s.now_worth, s.worth_low)
    ),
    "low-same-verdict": lambda s: rules(s, ruling_on_low(s.facts)),
    "low-ahead-but-behind-better": lambda s: _low_behind_better(s) and s.worth_low > 0,
    "low-behind-both": lambda s: _low_behind_better(s) and s.worth_low < 0,
    "low-loses-to-now": lambda s: ruling_on_low(s.facts) != NOT_NOW and s.now_worth > s.worth_low,
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
# What is said before there are figures too.
ON_FACTS: Mapping[str, Mapping[str, Callable[[Facts], bool]]] = {
    "people": {
        "people-shaping": _asked("shaping"),
        "people-asked": _asked("asked"),
        "people-answered": lambda facts: answered(facts, "people"),
        "people-told": _asked("told"),
        "people-not-asked": _asked("not-yet", "not-applicable"),
    },
}
PEOPLE: Topic = {slug: partial(_of_facts, holds) for slug, holds in ON_FACTS["people"].items()}
READY: Topic = {
    "ready-one": lambda s: len(not_ready(s.facts)) == 1,
    "ready-most": lambda s: 1 < len(not_ready(s.facts)) <= _FEW,
    "ready-few": lambda s: len(not_ready(s.facts)) > _FEW,
    "ready-all": lambda s: len(readiness_steps(s.facts)) == _SIDES,
}

TOPICS: Mapping[str, Topic] = {
    "lead": LEAD,
    "ask": ASK,
    "asked": ASKED,
    "after": AFTER,
    "time_as_cash": TIME_AS_CASH,
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
    "low": LOW,
    "discounted": DISCOUNTED,
    "fall": FALL,
    "first_year": FIRST_YEAR,
    "savings": SAVINGS,
    "sure": SURE,
    "people": PEOPLE,
    "ready": READY,
}
