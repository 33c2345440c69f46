"""Two answers that cannot both be right: said in one place, and rated as not there in another."""

from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts


def _rated_nothing(facts: Facts, step: str) -> bool:
    """Whether the second statement of a side of readiness is at the lowest level."""
    return facts.answered(step) and facts.get(step, "s2") == 0


@check("another-way-said-and-not-there")
def another_way_said_and_not_there(facts: Facts) -> bool:
    said = facts.answered("inclusion") and facts.get("inclusion", "alternative")
    return said in ("in-place", "planned") and _rated_nothing(facts, "readiness-inclusion")


@check("learning-paid-and-not-there")
def learning_paid_and_not_there(facts: Facts) -> bool:
    hours = facts.number("cost-assumptions", "training_hours") or 0
    counted = facts.answered("cost-assumptions") and hours > 0
    return counted and _rated_nothing(facts, "readiness-skills-and-ways-of-working")


@check("staff-asked-and-not-told")
def staff_asked_and_not_told(facts: Facts) -> bool:
    how = facts.answered("involvement") and facts.get("involvement", "frontline")
    return how in ("asked", "shaping") and _rated_nothing(facts, "readiness-whole-organisation")
