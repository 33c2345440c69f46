"""Is the need real, and how do we know?"""

from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts


@check("no-baseline")
def no_baseline(facts: Facts) -> bool:
    return facts.answered("need-evidence") and facts.get("need-evidence", "baseline") is None


@check("no-evidence-of-need")
def no_evidence_of_need(facts: Facts) -> bool:
    sources = facts.many("need-evidence", "sources")
    return facts.answered("need-evidence") and set(sources) <= {"none"}


@check("need-is-a-guess")
def need_is_a_guess(facts: Facts) -> bool:
    return facts.get("need-evidence", "confidence") == "guess"


@check("rare-problem")
def rare_problem(facts: Facts) -> bool:
    rare = facts.get("need", "frequency") in ("monthly", "rarely")
    return rare and facts.figures is not None and facts.figures.yearly_cost > 0
