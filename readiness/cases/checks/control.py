"""Who gains control, and who may be left out?"""

from decimal import Decimal

from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts
from readiness.cases.heard import answered

NOT_ASKED = ("not-yet", "told", "not-applicable")
_THEIRS = ("people", "families")
_LITTLE_TRAINING = Decimal(3)  # hours


def not_asked(facts: Facts, group: str) -> bool:
    """Whether a group was not asked, as far as the answers and the rounds of asking say."""
    return facts.get("involvement", group) in NOT_ASKED and not answered(facts, group)


def at_risk(facts: Facts) -> bool:
    """Whether the case names somebody who may be left out (“nobody, and we asked” does not)."""
    return bool(set(facts.many("inclusion", "at_risk")) - {"none"})


@check("no-other-way")
def no_other_way(facts: Facts) -> bool:
    return at_risk(facts) and facts.get("inclusion", "alternative") == "none"


@check("not-asked-who-is-at-risk")
def not_asked_who_is_at_risk(facts: Facts) -> bool:
    return facts.answered("inclusion") and not facts.many("inclusion", "at_risk")


@check("nobody-at-risk")
def nobody_at_risk(facts: Facts) -> bool:
    return list(facts.many("inclusion", "at_risk")) == ["none"]


@check("low-confidence-little-training")
def low_confidence_little_training(facts: Facts) -> bool:
    hours = facts.number("cost-assumptions", "training_hours")
    unsure = "staff-low-confidence" in facts.many("inclusion", "at_risk")
    return unsure and hours is not None and 0 < hours < _LITTLE_TRAINING


@check("less-control")
def less_control(facts: Facts) -> bool:
    return facts.get("control", "change") in ("less", "much-less")


@check("supplier-decides")
def supplier_decides(facts: Facts) -> bool:
    return facts.get("control", "decides_after") == "supplier"


@check("control-moves-from-people")
def control_moves_from_people(facts: Facts) -> bool:
    after = facts.get("control", "decides_after")
    return facts.get("control", "decides_now") in _THEIRS and after not in (None, *_THEIRS)


@check("control-claimed-not-asked")
def control_claimed_not_asked(facts: Facts) -> bool:
    gains = facts.get("control", "change") in ("more", "much-more")
    return gains and not_asked(facts, "people")
