"""What people said, as the owner’s page and the review desk print it."""

from typing import Any

from readiness.cases import heard
from readiness.cases.facts import Facts
from readiness.cases.heard_beside import about_quick, beside
from readiness.cases.models import Case
from readiness.voices.models import Words


def results(facts: Facts) -> dict[str, Any] | None:
    """What people said beside what the case assumes; None where nothing can be shown."""
    found = heard.heard(facts)
    if found is None:
        return None
    return {
        "heard": found,
        "sizes": [(each.name, heard.SIZES[each.size]) for each in found.groups],
        "beside": beside(facts),
        "quick": about_quick(found),
    }


def words_wait(case: Case) -> bool:
    """Whether somebody’s words still wait to be read. Their number is told to nobody."""
    waiting = Words.objects.filter(status=Words.Status.NEW, round__shown=True)
    return waiting.filter(round__case=case).exists()
