"""What it really costs, and what is missing from the list."""

import re
from collections.abc import Sequence

from readiness.cases.checks.registry import check, named
from readiness.cases.facts import Facts, decimal
from readiness.cases.stages import STEPS

_LONG_LIFE = 5  # years
_NEED_DEVICES = {"mobile-working", "records-and-care-management"}
# A cost may be named by what it pays for, whatever kind it was put under.
_MOVES_RECORDS = re.compile(
    r"\b(migrat\w+|transfer\w*|(moving|move)\b(?! (and|&) handling)|(?<!mobile )(?<!sim )data\b)",
    re.I,
)
_REPLACES = re.compile(r"\b(spares?|handsets?|devices?|phones?|tablets?|replac\w+)\b", re.I)
_NEED_OLD_RECORDS = {"records-and-care-management", "crm"}


def _categories(facts: Facts) -> set[str]:
    return {row.get("category", "") for row in facts.rows("costs")}


def _chosen(facts: Facts, avenues: set[str]) -> bool:
    return bool(avenues & set(facts.many("avenues", "chosen")))


def _costed_without(facts: Facts, *categories: str) -> bool:
    """Whether there are costs, and none of these kinds among them."""
    return bool(facts.rows("costs")) and not _categories(facts) & set(categories)


def _is_nought(facts: Facts, name: str) -> bool:
    return facts.number("cost-assumptions", name) == 0


@check("cost-with-no-source")
def cost_with_no_source(facts: Facts) -> Sequence[str]:
    return [named(row) for row in facts.rows("costs") if row.get("confidence") == "guess"]


@check("contingency-too-low")
def contingency_too_low(facts: Facts) -> bool:
    held = facts.number("cost-assumptions", "contingency_percent")
    suggested = decimal(
        STEPS["cost-assumptions"].defaults(facts.answers).get("contingency_percent")
    )
    return held is not None and suggested is not None and held < suggested


@check("no-running-costs")
def no_running_costs(facts: Facts) -> bool:
    rows = facts.rows("costs")
    return bool(rows) and not any(decimal(row.get("per_year")) for row in rows)


@check("no-support-cost")
def no_support_cost(facts: Facts) -> bool:
    return _costed_without(facts, "support")


@check("no-devices-or-signal")
def no_devices_or_signal(facts: Facts) -> bool:
    nothing_there = facts.answered("avenues") and facts.get("avenues", "in_place") is None
    uncosted = _costed_without(facts, "devices", "connectivity")
    return nothing_there and uncosted and _chosen(facts, _NEED_DEVICES)


@check("old-records-not-costed")
def old_records_not_costed(facts: Facts) -> bool:
    named_so = any(_MOVES_RECORDS.search(named(row)) for row in facts.rows("costs"))
    uncosted = _costed_without(facts, "data-migration") and not named_so
    return uncosted and _chosen(facts, _NEED_OLD_RECORDS)


@check("devices-never-replaced")
def devices_never_replaced(facts: Facts) -> bool:
    years = facts.number("cost-assumptions", "years") or 0
    devices = [row for row in facts.rows("costs") if row.get("category") == "devices"]
    replaced = any(row.get("in_year") for row in devices) or any(
        decimal(row.get("per_year")) and _REPLACES.search(named(row)) for row in facts.rows("costs")
    )
    return years >= _LONG_LIFE and bool(devices) and not replaced


@check("one-off-after-the-end")
def one_off_after_the_end(facts: Facts) -> Sequence[str]:
    years = facts.number("cost-assumptions", "years")
    rows = [row for row in facts.rows("costs") if decimal(row.get("one_off"))]
    return [named(row) for row in rows if years and (row.get("in_year") or 0) > years]


@check("no-time-to-learn")
def no_time_to_learn(facts: Facts) -> bool:
    return _is_nought(facts, "training_hours")


@check("nobody-ever-leaves")
def nobody_ever_leaves(facts: Facts) -> bool:
    return _is_nought(facts, "turnover_percent")


@check("very-long-life")
def very_long_life(facts: Facts) -> bool:
    return (facts.number("cost-assumptions", "years") or 0) > _LONG_LIFE


@check("no-budget")
def no_budget(facts: Facts) -> bool:
    return facts.answered("cost-assumptions") and facts.get("cost-assumptions", "budget") is None


@check("no-funding")
def no_funding(facts: Facts) -> bool:
    return facts.answered("cost-assumptions") and facts.get("cost-assumptions", "funding") is None
