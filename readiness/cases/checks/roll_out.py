"""Do the dates of the roll-out fit together, and are they still to come?"""

from collections.abc import Sequence

from readiness.cases.checks.registry import check, named
from readiness.cases.facts import Facts, Row, month


def _passed(facts: Facts, kept: str | None) -> bool:
    on = month(kept)
    return on is not None and on < facts.today.replace(day=1)


def _looks(facts: Facts) -> list[str]:
    return [row["first_review"] for row in facts.rows("tracking") if row.get("first_review")]


def _outcome(facts: Facts, row: Row) -> str:
    """The words of the outcome that is tracked; its number where it is not there."""
    number, outcomes = row.get("outcome") or 0, facts.rows("outcomes")
    return named(outcomes[number - 1]) if 0 < number <= len(outcomes) else str(number)


@check("start-has-passed")
def start_has_passed(facts: Facts) -> bool:
    return facts.answered("plan") and _passed(facts, facts.text("plan", "start"))


@check("start-before-the-decision")
def start_before_the_decision(facts: Facts) -> bool:
    if not facts.answered("plan"):
        return False
    start, decided = facts.month("plan", "start"), facts.month("buying", "decide_by")
    return start is not None and decided is not None and start < decided


@check("date-has-passed")
def date_has_passed(facts: Facts) -> Sequence[str]:
    return [row["what"] for row in facts.rows("milestones") if _passed(facts, row.get("when"))]


@check("date-after-the-first-looks")
def date_after_the_first_looks(facts: Facts) -> Sequence[str]:
    """Months of a case file are in order as texts."""
    last = max(_looks(facts), default=None)
    return [row["what"] for row in facts.rows("milestones") if last and row["when"] > last]


@check("look-before-the-start")
def look_before_the_start(facts: Facts) -> Sequence[str]:
    start = facts.text("plan", "start")
    return [
        _outcome(facts, row)
        for row in facts.rows("tracking")
        if start and row["first_review"] < start
    ]
