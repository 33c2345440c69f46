"""Is the whole organisation in it?"""

from readiness.cases.checks.control import not_asked
from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts
from readiness.cases.heard import answered
from readiness.cases.steps.choices import GROUPS

_NAMES = {group.value: group.label for group in GROUPS}


@check("people-not-asked")
def people_not_asked(facts: Facts) -> bool:
    return not_asked(facts, "people")


@check("affected-but-not-asked")
def affected_but_not_asked(facts: Facts) -> list[str]:
    """People who draw on care have a check of their own, which stops."""
    return [str(_NAMES.get(group, group)) for group in _affected_not_asked(facts)]


@check("frontline-not-asked")
def frontline_not_asked(facts: Facts) -> bool:
    """Said by “affected but not asked” where the need names them and nobody has spoken to them."""
    return not_asked(facts, "frontline") and not _said(facts, "frontline")


@check("volunteers-left-out")
def volunteers_left_out(facts: Facts) -> bool:
    volunteers = facts.number("organisation", "volunteers") or 0
    left_out = facts.get("involvement", "volunteers") in ("not-yet", "not-applicable")
    heard = answered(facts, "volunteers") or _said(facts, "volunteers")
    return volunteers > 0 and left_out and not heard


def _said(facts: Facts, group: str) -> bool:
    return group in _affected_not_asked(facts)


def _affected_not_asked(facts: Facts) -> list[str]:
    affected = [group for group in facts.many("need", "affected") if group != "people"]
    not_yet = [group for group in affected if facts.get("involvement", group) == "not-yet"]
    return [group for group in not_yet if not answered(facts, group)]


@check("it-before-people")
def it_before_people(facts: Facts) -> bool:
    unasked = [not_asked(facts, group) for group in ("people", "frontline")]
    return facts.get("involvement", "it") == "shaping" and all(unasked)


@check("finance-not-involved")
def finance_not_involved(facts: Facts) -> bool:
    return facts.get("involvement", "finance") == "not-yet"


@check("board-not-involved")
def board_not_involved(facts: Facts) -> bool:
    return facts.get("involvement", "board") == "not-yet"
