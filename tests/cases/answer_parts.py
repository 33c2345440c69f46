"""The parts of which whole cases for tests are put together."""

from typing import Any

from tests.cases.builders import ANXIETIES, DIMENSIONS, Answers

HEARD = dict.fromkeys(ANXIETIES, 1)
EXTRA_STAFF = {
    "extra_fte": "2",
    "extra_hours_per_week": "37.5",
    "extra_pay": "12.90",
    "extra_weeks_worked": "44",
}


def involved(default: str, **others: str) -> dict[str, str]:
    """Every group at the same point, but for those named."""
    groups = "people families frontline volunteers managers professionals finance it board"
    return dict.fromkeys([*groups.split(), "commissioners"], default) | others


def ready(**levels: tuple[int, int, int]) -> Answers:
    """Each dimension good enough at 2, but for those with levels of their own, which are not."""
    found = {}
    for slug in DIMENSIONS:
        own = levels.get(slug.replace("-", "_"))
        s1, s2, s3 = own or (2, 2, 2)
        good_enough = "no" if own else "yes"
        found[f"readiness-{slug}"] = {"s1": s1, "s2": s2, "s3": s3, "good_enough": good_enough}
    return found


def time(now: int, low: int, likely: int, high: int, **others: Any) -> dict[str, Any]:
    """The time step; what is not given is the usual."""
    return {
        "on_costs_percent": "25",
        "cashable_percent": "0",
        "first_year_percent": "50",
        "minutes_now": now,
        "minutes_saved_low": low,
        "minutes_saved_likely": likely,
        "minutes_saved_high": high,
        **others,
    }


def cost(label: str, category: str, confidence: str, **amounts: Any) -> dict[str, Any]:
    """One cost at the start."""
    return {"label": label, "category": category, "in_year": 0, "confidence": confidence, **amounts}


def outcome(outcome: str, who_for: str, measure: str, now: str, target: str, by: str):
    """One outcome."""
    return locals()


def saving(label: str, low: str, likely: str, high: str, confidence: str) -> dict[str, str]:
    """One saving."""
    return locals()


def risk(risk: str, likelihood: int, impact: int, owner: str, response: str) -> dict[str, Any]:
    """One risk."""
    return locals()
