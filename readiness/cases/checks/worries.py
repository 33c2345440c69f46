"""Worries, readiness and risks."""

from collections.abc import Sequence

from readiness.cases.checks.registry import check, named
from readiness.cases.facts import Facts, Row

MILD, STRONG, BLOCKING = 1, 2, 3
SERIOUS = 15  # likelihood × impact


def rated(facts: Facts, *levels: int) -> list[str]:
    """The anxieties with one of these ratings, in the order of the questionnaire."""
    answers = facts.answers.get("anxieties", {})
    return [slug for slug, level in answers.items() if slug != "other" and level in levels]


def readiness_steps(facts: Facts) -> list[str]:
    """The readiness steps that are answered."""
    return [step for step in facts.answers if step.startswith("readiness-")]


def _unanswered(facts: Facts, level: int) -> Sequence[str]:
    steps = [f"anxiety-{slug}" for slug in rated(facts, level)]
    return [step for step in steps if step in facts.later or not facts.get(step, "response")]


@check("blocking-worry-unanswered")
def blocking_worry_unanswered(facts: Facts) -> Sequence[str]:
    return _unanswered(facts, BLOCKING)


@check("strong-worry-unanswered")
def strong_worry_unanswered(facts: Facts) -> Sequence[str]:
    return _unanswered(facts, STRONG)


@check("nobody-is-worried")
def nobody_is_worried(facts: Facts) -> bool:
    heard = rated(facts, MILD, STRONG, BLOCKING) or facts.get("anxieties", "other")
    return facts.answered("anxieties") and not heard


@check("not-ready")
def not_ready(facts: Facts) -> list[str]:
    return [step for step in readiness_steps(facts) if facts.get(step, "good_enough") == "no"]


@check("good-enough-at-nothing")
def good_enough_at_nothing(facts: Facts) -> Sequence[str]:
    return [
        step
        for step in readiness_steps(facts)
        if facts.get(step, "good_enough") == "yes"
        and 0 in (facts.get(step, statement) for statement in ("s1", "s2", "s3"))
        and facts.get(step, "note") is None
    ]


@check("no-risks")
def no_risks(facts: Facts) -> bool:
    return facts.answered("risks") and not facts.rows("risks")


@check("serious-risk")
def serious_risk(facts: Facts) -> Sequence[str]:
    rows = facts.rows("risks")
    return [named(row) for row in rows if weight(row) >= SERIOUS]


def weight(row: Row) -> int:
    """How likely a risk is times how bad it would be: 1 to 25, 0 where either is not said."""
    return (row.get("likelihood") or 0) * (row.get("impact") or 0)
