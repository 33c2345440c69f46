"""Can anybody tell, later, whether it worked?"""

from collections.abc import Sequence

from readiness.cases.checks.registry import check, named
from readiness.cases.facts import Facts, Row, month
from readiness.cases.heard import answered


def _without(facts: Facts, name: str) -> Sequence[str]:
    return [named(row) for row in facts.rows("outcomes") if not row.get(name)]


def _same(row: Row) -> bool:
    now, target = (_folded(row.get(name) or "") for name in ("now", "target"))
    return now != "" and now == target


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


@check("nothing-for-people")
def nothing_for_people(facts: Facts) -> bool:
    rows = facts.rows("outcomes")
    return bool(rows) and all(row.get("who_for") != "people" for row in rows)


@check("outcome-without-baseline")
def outcome_without_baseline(facts: Facts) -> Sequence[str]:
    return _without(facts, "now")


@check("outcome-without-target")
def outcome_without_target(facts: Facts) -> Sequence[str]:
    return _without(facts, "target")


@check("outcome-changes-nothing")
def outcome_changes_nothing(facts: Facts) -> Sequence[str]:
    return [named(row) for row in facts.rows("outcomes") if _same(row)]


@check("target-in-the-past")
def target_in_the_past(facts: Facts) -> Sequence[str]:
    this_month = facts.today.replace(day=1)
    due = [(named(row), month(row.get("by"))) for row in facts.rows("outcomes")]
    return [outcome for outcome, by in due if by and by < this_month]


@check("outcome-for-a-group-not-involved")
def outcome_for_a_group_not_involved(facts: Facts) -> Sequence[str]:
    return [
        named(row) for row in facts.rows("outcomes") if _is_left_out(facts, row.get("who_for", ""))
    ]


def _is_left_out(facts: Facts, group: str) -> bool:
    how = facts.get("involvement", group)
    return how in ("not-yet", "not-applicable") and not answered(facts, group)
