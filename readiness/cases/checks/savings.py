"""Savings, the other ways, and what is there already."""

import re
from collections.abc import Sequence

from readiness.cases.checks.registry import check, named
from readiness.cases.facts import Facts, Row, decimal

_WAITING = re.compile(
    r"\b(wait|delay|renew|old|existing|current|upkeep|maintenance|switch.?off|repair)",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(hospitals?|ambulances?|a\s?&\s?e|gps?|nhs|health board|trusts?|councils?|commissioners?)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\bagency\b", re.IGNORECASE)
_SMALL_TEAM = 50  # staff


@check("saving-is-a-guess")
def saving_is_a_guess(facts: Facts) -> Sequence[str]:
    guesses = [row for row in facts.rows("savings") if row.get("confidence") == "guess"]
    return [named(row) for row in guesses if decimal(row.get("likely"))]


@check("counted-twice")
def counted_twice(facts: Facts) -> Sequence[str]:
    waiting = facts.number("alternatives", "cost_of_waiting")

    def again(row: Row) -> bool:
        return decimal(row.get("likely")) == waiting or bool(_WAITING.search(named(row)))

    return [named(row) for row in facts.rows("savings") if waiting and again(row)]


@check("payer-is-not-the-saver")
def payer_is_not_the_saver(facts: Facts) -> bool:
    asked = facts.get("involvement", "commissioners") in (None, "asked", "shaping")
    theirs = any(_SOMEBODY_ELSE.search(named(row)) for row in facts.rows("savings"))
    for_them = any(
        row.get("who_for") in ("commissioners", "professionals") for row in facts.rows("outcomes")
    )
    return not asked and (theirs or for_them)


@check("agency-named-not-counted")
def agency_named_not_counted(facts: Facts) -> bool:
    told = (facts.text("cost-assumptions", "funding"), facts.text("need", "if_nothing_changes"))
    counted = any(_AGENCY.search(named(row)) for row in facts.rows("savings"))
    waiting = facts.number("alternatives", "cost_of_waiting")
    answered = facts.answered("savings") and facts.answered("alternatives")
    return answered and any(map(_AGENCY.search, told)) and not counted and not waiting


@check("in-place-blank")
def in_place_blank(facts: Facts) -> bool:
    return facts.answered("avenues") and facts.get("avenues", "in_place") is None


@check("three-things-at-once")
def three_things_at_once(facts: Facts) -> bool:
    staff = facts.number("organisation", "staff")
    return len(facts.many("avenues", "chosen")) == 3 and staff is not None and staff < _SMALL_TEAM


@check("no-simpler-change-tried")
def no_simpler_change_tried(facts: Facts) -> bool:
    described = facts.get("alternatives", "change_description")
    return facts.answered("alternatives") and described is None


@check("extra-staff-not-compared")
def extra_staff_not_compared(facts: Facts) -> bool:
    return facts.number("alternatives", "extra_fte") == 0
