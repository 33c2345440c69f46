"""What the case's own figures say to each worry; every sentence that holds is said."""

from collections.abc import Callable, Mapping

from readiness.cases.checks.control import at_risk
from readiness.cases.facts import Facts
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sentences.shown import Shown

_TOWARDS_PEOPLE = {"service-delivery-channels", "communication-channels", "crm"}


def _change(facts: Facts, *levels: str) -> bool:
    return facts.get("control", "change") in levels


def _alternative(facts: Facts, slug: str) -> bool:
    return at_risk(facts) and facts.get("inclusion", "alternative") == slug


def _late(shown: Shown) -> bool:
    """Whether it takes more than half of the contract to pay back."""
    return above(shown.back.likely, 6 * shown.years)


# From the answers alone.
ON_FACTS: Mapping[str, Callable[[Facts], bool]] = {
    "productivity-not-timed": lambda f: f.get("time", "confidence") in ("estimated", "guess"),
    "replace-less-control": lambda f: _change(f, "less", "much-less"),
    "replace-more-control": lambda f: _change(f, "more", "much-more"),
    "yourself-time-of-people": lambda f: bool(_TOWARDS_PEOPLE & set(f.many("avenues", "chosen"))),
    "yourself-other-way": lambda f: _alternative(f, "in-place"),
    "yourself-other-way-planned": lambda f: _alternative(f, "planned"),
    "yourself-no-other-way": lambda f: _alternative(f, "none"),
    "yourself-no-support": lambda f: (
        bool(f.rows("costs")) and all(row.get("category") != "support" for row in f.rows("costs"))
    ),
    "future-leaving": lambda f: f.answered("costs"),
    "rigid-plan": lambda f: f.answered("time"),
}

# From the figures.
ON_FIGURES: Mapping[str, Callable[[Shown], bool]] = {
    "productivity-hours": lambda s: s.hours > 0,
    "productivity-no-hours": lambda s: s.hours == 0,
    "productivity-hours-lost": lambda s: s.hours < 0,
    "productivity-low-lost": lambda s: s.hours_low < 0 < s.hours,
    "productivity-break-even": lambda s: (
        above(s.break_even, 0) and at_least(s.minutes, s.break_even)
    ),
    "productivity-falls-short": lambda s: above(s.break_even, 0) and above(s.break_even, s.minutes),
    "productivity-without-time": lambda s: at_least(0, s.break_even),
    "productivity-no-minutes": lambda s: s.break_even is None,
    "productivity-could-fall": lambda s: at_least(s.fall, 0) and s.whole_life_cost > 0,
    "productivity-already-short": lambda s: above(0, s.fall),
    "free-minutes": lambda s: s.minutes > 0,
    "free-none": lambda s: s.minutes == 0,
    "free-longer": lambda s: s.minutes < 0,
    "free-low-nothing": lambda s: s.minutes_low <= 0 < s.minutes,
    "free-learning": lambda s: s.training_hours > 0,
    "free-first-year": lambda s: s.minutes > 0 and s.first_year < 100,
    "free-all-for-people": lambda s: s.hours > 0 and s.cashable == 0,
    "free-part-cash": lambda s: s.hours > 0 and s.cashable > 0,
    "free-no-price": lambda s: s.cost_per_hour is None,
    "free-better": lambda s: s.better_hours > 0,
    "replace-no-cash": lambda s: s.cashable == 0,
    "replace-some-cash": lambda s: s.hours > 0 and 0 < s.cashable < 50,
    "replace-most-cash": lambda s: s.hours > 0 and s.cashable >= 50,
    "replace-thin-slices": lambda s: s.hours > 0 and s.cashable == 0,
    "replace-no-time": lambda s: s.hours <= 0,
    "replace-full-time": lambda s: s.full_time > 0,
    "replace-pays-by-hours": lambda s: (
        s.hours > 0 and s.cashable > 0 and s.cash >= 0 and s.savings < s.cash_benefit
    ),
    "cost-total": lambda s: s.whole_life_cost > 0,
    "cost-nothing": lambda s: s.whole_life_cost == 0,
    "cost-fits": lambda s: at_least(s.budget, s.first_year_cost),
    "cost-over": lambda s: above(s.first_year_cost, s.budget),
    "cost-no-budget": lambda s: s.budget is None,
    "cost-pays-in-cash": lambda s: s.cash >= 0 and s.worth >= 0,
    "cost-rests-on-time": lambda s: s.cash < 0 <= s.worth,
    "cost-more-than-it-gives": lambda s: s.worth < 0,
    "cost-paid-back": lambda s: above(s.back.likely, 0),
    "cost-never-back": lambda s: s.back.likely is None,
    "cost-waiting": lambda s: above(s.waiting, 0),
    "yourself-learning": lambda s: s.training_hours > 0,
    "yourself-no-learning": lambda s: s.training_hours == 0,
    "yourself-better-as-good": lambda s: (
        s.better_gains and s.better_worth > s.now_worth and s.better_worth >= s.worth
    ),
    "yourself-better-something": lambda s: s.now_worth < s.better_worth < s.worth,
    "yourself-better-not-said": lambda s: not s.better_described and not s.better_gains,
    "future-early": lambda s: above(s.back.likely, 0) and not _late(s),
    "future-late": _late,
    "future-never": lambda s: s.back.likely is None,
    "future-even-on-low": lambda s: s.worth_low >= 0,
    "future-not-on-low": lambda s: s.worth_low < 0 <= s.worth,
    "future-long": lambda s: s.years > 5,
    "rigid-touches": lambda s: s.whole_life_cost > 0,
    "rigid-little-room": lambda s: at_least(s.fall, 0) and above(25, s.fall),
    "rigid-room": lambda s: at_least(s.fall, 25) and s.whole_life_cost > 0,
    "rigid-already-short": lambda s: above(0, s.fall),
    "rigid-no-benefit": lambda s: s.fall is None,
    "two-side-by-side": lambda s: None not in (s.cost_per_hour, s.staff_cost_per_hour),
    "two-in-money": lambda s: s.staff_cost_per_hour is not None and s.whole_life_cost > 0,
    "two-technology-cheaper": lambda s: above(s.staff_cost_per_hour, s.cost_per_hour),
    "two-staff-cheaper": lambda s: above(s.cost_per_hour, s.staff_cost_per_hour),
    "two-same": lambda s: s.cost_per_hour is not None and s.cost_per_hour == s.staff_cost_per_hour,
    "two-staff-more-hours": lambda s: s.staff_hours > s.hours and s.staff_hours > 0,
    "two-technology-more-hours": lambda s: s.hours >= s.staff_hours > 0,
    "two-not-two": lambda s: 0 < s.full_time < 2,
    "two-true": lambda s: s.full_time >= 2,
    "two-no-hours": lambda s: s.cost_per_hour is None,
    "two-none-compared": lambda s: s.staff_cost_per_hour is None,
    "two-posts-stay-empty": lambda s: s.turnover >= 20 and s.extra_fte > 0,
}
