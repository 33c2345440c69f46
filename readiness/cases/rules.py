"""The rules of the verdict, in their order.

The rules are those of the method; they are the same for everyone. The words are in the catalogue.
"""

from dataclasses import replace

from readiness.business_case import Figures
from readiness.cases.checks.registry import applies
from readiness.cases.checks.worries import not_ready
from readiness.cases.checks.worth import (
    best_is_no_better_than_now,
    better_is_as_good,
    is_over_budget,
    likely_is_no_better_than_now,
)
from readiness.cases.facts import Facts

UNKNOWN, NOT_NOW, GET_READY, GO_AHEAD = "unknown", "not-now", "get-ready", "go-ahead"

# The four checks that stop a go-ahead, each with the step where it is mended.
STOPS = {
    "people-not-asked": "involvement",
    "no-other-way": "inclusion",
    "no-time-to-learn": "cost-assumptions",
    "no-baseline": "need-evidence",
}


def ruling(facts: Facts) -> str:
    """The slug of the verdict: the first rule that applies. It goes by the answers alone, and not
    by what people said in a round of asking."""
    facts = replace(facts, heard=None)
    if facts.unfinished or facts.figures is None:
        return UNKNOWN
    if best_is_no_better_than_now(facts.figures) or better_is_as_good(facts.figures):
        return NOT_NOW
    return GET_READY if _must_get_ready(facts, facts.figures) else GO_AHEAD


def _must_get_ready(facts: Facts, figures: Figures) -> bool:
    return (
        likely_is_no_better_than_now(figures)
        or is_over_budget(facts)
        or bool(not_ready(facts))
        or any(applies(slug, facts) for slug in STOPS)
    )
