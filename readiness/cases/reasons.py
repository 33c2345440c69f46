"""When each reason for a verdict applies. The words are in the catalogue, as “reason-” and the slug."""

from collections.abc import Callable
from dataclasses import dataclass

from readiness.cases.checks.control import NOT_ASKED
from readiness.cases.checks.registry import applies
from readiness.cases.checks.worries import not_ready
from readiness.cases.checks.worth import (
    best_is_no_better_than_now,
    better_is_as_good,
    is_over_budget,
    likely_is_no_better_than_now,
)
from readiness.cases.facts import Facts
from readiness.cases.heard import answered
from readiness.cases.rules import GET_READY, GO_AHEAD, NOT_NOW, STOPS, UNKNOWN
from readiness.cases.sentences.compared import above, at_least
from readiness.cases.sentences.doubts import (
    NAMED,
    blocking,
    low_loses_to_better,
    low_loses_to_now,
    lowest,
    minutes_are_doubtful,
)
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.weakest import GUESS, weakest_numbers


@dataclass(frozen=True)
class Told:
    """A reason and when it is told. `step` is where it can be changed, or how to find that."""

    slug: str
    step: str | Callable[[Facts], str] = ""
    on_facts: Callable[[Facts], bool] | None = None
    on_figures: Callable[[Shown], bool] | None = None
    under: frozenset[str] | None = None  # the verdicts it is told under; None means any

    def applies(self, facts: Facts, shown: Shown | None, verdict: str) -> bool:
        """Whether it is told of this case; a reason on figures is not, until there are any."""
        if self.under is not None and verdict not in self.under:
            return False
        if self.on_figures is not None:
            return shown is not None and self.on_figures(shown)
        return self.on_facts is not None and self.on_facts(facts)

    def where(self, facts: Facts) -> str:
        """The step where this case can change it, "" where there is no one place."""
        return self.step if isinstance(self.step, str) else self.step(facts)


def _best_loses(shown: Shown) -> bool:
    return best_is_no_better_than_now(shown.figures)


def _likely_loses(shown: Shown) -> bool:
    return likely_is_no_better_than_now(shown.figures)


def _stop(slug: str) -> Callable[[Facts], bool]:
    return lambda facts: applies(slug, facts)


def _involved(facts: Facts, *how: str) -> bool:
    return facts.get("involvement", "people") in how


def _unheard(facts: Facts, *how: str) -> bool:
    return _involved(facts, *how) and not answered(facts, "people")


def _shown_equal(shown: Shown, worth: object) -> bool:
    return shown.now_worth == worth


# Why not, rule by rule: first what makes it not-now, then what must be made ready.
AGAINST = (
    Told(
        "best-behind",
        "time",
        on_figures=lambda s: _best_loses(s) and not _shown_equal(s, s.worth_high),
    ),
    Told(
        "best-equal", "time", on_figures=lambda s: _best_loses(s) and _shown_equal(s, s.worth_high)
    ),
    Told(
        "better-wins",
        "alternatives",
        on_figures=lambda s: better_is_as_good(s.figures) and s.better_worth > s.worth,
    ),
    Told(
        "better-equal",
        "alternatives",
        on_figures=lambda s: better_is_as_good(s.figures) and s.better_worth == s.worth,
    ),
    Told(
        "likely-behind",
        "time",
        on_figures=lambda s: _likely_loses(s) and not _shown_equal(s, s.worth),
    ),
    Told(
        "likely-equal", "time", on_figures=lambda s: _likely_loses(s) and _shown_equal(s, s.worth)
    ),
    Told("over-budget", "cost-assumptions", on_facts=is_over_budget),
    Told(
        "people-answered",
        "involvement",
        on_facts=lambda f: _involved(f, *NOT_ASKED) and answered(f, "people"),
    ),
    Told(
        "people-not-asked",
        "involvement",
        on_facts=lambda f: _unheard(f, "not-yet", "not-applicable"),
    ),
    Told("people-only-told", "involvement", on_facts=lambda f: _unheard(f, "told")),
    *(
        Told(slug, step, on_facts=_stop(slug))
        for slug, step in STOPS.items()
        if slug != "people-not-asked"
    ),
)

# What the board should know beside them.
STILL = (
    Told(
        "outcomes-must-carry",
        "outcomes",
        on_figures=_likely_loses,
        under=frozenset({UNKNOWN, NOT_NOW, GET_READY}),
    ),
    Told(
        "better-no-better",
        "alternatives",
        on_figures=lambda s: s.better_gains and s.better_worth <= s.now_worth,
        under=frozenset({NOT_NOW}),
    ),
    Told(
        "as-now-costs",
        "alternatives",
        on_figures=lambda s: above(s.waiting, 0),
        under=frozenset({NOT_NOW}),
    ),
)

_NOT_RULED_OUT = frozenset({GET_READY, GO_AHEAD})

# What could still overturn it, told apart from what decided: first what rests on the minutes.
DOUBTS = (
    Told("low-behind-better", "time", on_facts=low_loses_to_better, under=_NOT_RULED_OUT),
    Told("low-behind-now", "time", on_facts=low_loses_to_now, under=frozenset({GO_AHEAD})),
    Told(
        "minutes-ahead-of-better",
        "time",
        on_figures=lambda s: s.better_is_rival and minutes_are_doubtful(s),
        under=_NOT_RULED_OUT,
    ),
    Told(
        "minutes-ahead-of-now",
        "time",
        on_figures=lambda s: not s.better_is_rival and minutes_are_doubtful(s),
        under=_NOT_RULED_OUT,
    ),
    Told(
        "at-lowest",
        lambda f: lowest(f)[0][0],
        on_facts=lambda f: 0 < len(lowest(f)) <= NAMED,
        under=_NOT_RULED_OUT,
    ),
    Told(
        "at-lowest-many",
        lambda f: lowest(f)[0][0],
        on_facts=lambda f: len(lowest(f)) > NAMED,
        under=_NOT_RULED_OUT,
    ),
    Told(
        "worry-blocks",
        lambda f: f"anxiety-{blocking(f)[0]}",
        on_facts=lambda f: len(blocking(f)) == 1,
        under=_NOT_RULED_OUT,
    ),
    Told(
        "worries-block",
        lambda f: f"anxiety-{blocking(f)[0]}",
        on_facts=lambda f: len(blocking(f)) > 1,
        under=_NOT_RULED_OUT,
    ),
    Told(
        "staff-hour-cheaper",
        "alternatives",
        on_figures=lambda s: above(s.cost_per_hour, s.staff_cost_per_hour),
        under=frozenset({GO_AHEAD}),
    ),
    Told(
        "no-budget",
        "cost-assumptions",
        on_figures=lambda s: s.budget is None,
        under=frozenset({GO_AHEAD}),
    ),
    Told(
        "weak-numbers",
        on_facts=lambda f: any(n.sure == GUESS for n in weakest_numbers(f)),
        under=frozenset({GO_AHEAD}),
    ),
)

# Why go ahead, once nothing speaks against it.
FOR = (
    Told("ahead-of-now", "alternatives", on_figures=lambda s: s.worth > s.now_worth),
    Told("least-dear", "alternatives", on_figures=lambda s: s.worth < 0),
    Told(
        "ahead-of-better",
        "alternatives",
        on_figures=lambda s: s.better_gains and s.worth > s.better_worth,
    ),
    Told("rests-on-time", "time", on_figures=lambda s: s.cash < 0 <= s.worth),
    Told("beside-waiting", "alternatives", on_figures=lambda s: s.cash < 0 and above(s.waiting, 0)),
    Told("cash-carries", "time", on_figures=lambda s: s.cash >= 0 and s.worth >= 0),
    Told(
        "in-budget",
        "cost-assumptions",
        on_figures=lambda s: at_least(s.budget, s.first_year_cost),
    ),
    Told("ready", on_facts=lambda f: not not_ready(f) and not lowest(f)),
    Told("people-asked", "involvement", on_facts=lambda f: _involved(f, "asked", "shaping")),
)
