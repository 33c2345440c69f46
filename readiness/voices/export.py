"""What was asked and said in a case, for whoever takes their case along or away."""

from typing import Any

from readiness.cases.models import Case


def everything(case: Case) -> dict[str, Any]:
    """The rounds as their owner set them up, and what people said as it may be shown: never a
    single voice, a number of voices, or words that nobody read first."""
    return {
        "rounds": [
            {
                "code": each.code,
                "idea": each.idea,
                "opened_on": each.opened_at.date().isoformat(),
                "last_day": each.last_day().isoformat(),
                "tell_how": each.tell_how,
                "contact": each.contact,
                "message": each.message,
                "shown": each.shown,
            }
            for each in case.rounds.all()
        ],
        "heard": case.heard,
    }
