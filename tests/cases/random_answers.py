"""Whole cases by chance, drawn straight so that thousands take seconds."""

from random import Random

from tests.cases.builders import Answers, complete_answers

# How far apart amounts may lie: as in small charities, as in care homes, and at the very edges.
SPREADS = ("small", "usual", "edges")
_POUNDS = {
    "small": ("0.00", "50.00", "350.00", "1200.00"),
    "usual": ("0.00", "500.00", "4200.00", "18000.00", "60000.00"),
    "edges": ("0.00", "0.01", "1.00", "99.99", "100000000.00"),
}
_SHIFTS = {"small": (1, 2, 7), "usual": (40, 196, 420), "edges": (1, 100_000)}
_PERCENT = ("0", "0.5", "10", "25", "50", "100")
_SURE = ("measured", "quoted", "estimated", "guess")


def random_case(chance: Random, spread: str) -> Answers:
    """Every step answered; the money, the people and the readiness by chance."""
    pounds = _POUNDS[spread]
    purpose = {"good_enough": chance.choice(("yes", "yes", "no")), "s1": chance.choice((0, 2))}
    return complete_answers(
        {
            "time": _time(chance, spread),
            "involvement": {"people": chance.choice(("asked", "shaping", "told", "not-yet"))},
            "readiness-purpose": purpose,
            "costs": {"rows": [_cost(chance, pounds) for _ in range(chance.choice((1, 3)))]},
            "savings": {"rows": [_saving(chance, pounds)] * chance.choice((0, 1))},
            "cost-assumptions": _assumed(chance, pounds),
            "alternatives": _others(chance, pounds),
        }
    )


def _time(chance: Random, spread: str) -> dict[str, object]:
    minutes = (-20, -1, 0, 0, 1, 2, 5, 14, 30)
    low, likely, high = sorted(chance.choices(minutes, k=3))
    return {
        "shifts_per_week": chance.choice(_SHIFTS[spread]),
        "hourly_pay": chance.choice(("0.01", "12.80", "13.35", "1000.00")),
        "minutes_now": max(high, chance.choice((0, 1, 55))),
        "minutes_saved_low": low,
        "minutes_saved_likely": likely,
        "minutes_saved_high": high,
        "cashable_percent": chance.choice(_PERCENT),
        "first_year_percent": chance.choice(_PERCENT),
        "confidence": chance.choice(_SURE),
    }


def _cost(chance: Random, pounds: tuple[str, ...]) -> dict[str, object]:
    return {
        "label": chance.choice(("Handsets", "Support", "Wi-Fi")),
        "category": "other",
        "one_off": chance.choice((None, *pounds)),
        "per_year": chance.choice((None, *pounds)),
        "in_year": chance.choice((0, 0, 0, 1, 5)),
        "confidence": chance.choice(_SURE),
    }


def _saving(chance: Random, pounds: tuple[str, ...]) -> dict[str, object]:
    low, likely, high = sorted(chance.choices(pounds, k=3), key=float)
    return {"label": "Paper", "low": low, "likely": likely, "high": high, "confidence": "measured"}


def _assumed(chance: Random, pounds: tuple[str, ...]) -> dict[str, object]:
    return {
        "years": chance.choice((1, 2, 5, 10)),
        "discount_rate": chance.choice(("0", "3.5", "15")),
        "contingency_percent": chance.choice(("0", "30", "100")),
        "training_hours": chance.choice(("0", "0.25", "1", "6")),
        "turnover_percent": chance.choice(_PERCENT),
        "budget": chance.choice((None, *pounds)),
    }


def _others(chance: Random, pounds: tuple[str, ...]) -> dict[str, object]:
    return {
        "cost_of_waiting": chance.choice((None, *pounds)),
        "change_description": chance.choice(("", "Shorter forms")),
        "change_one_off": chance.choice((None, *pounds)),
        "change_per_year": chance.choice((None, *pounds)),
        "change_minutes_saved": chance.choice((None, 0, 1, 4, 20)),
        "change_saving": chance.choice((None, *pounds)),
        "extra_fte": chance.choice(("0", "0.2", "0.5", "1", "2", "100")),
        "extra_hours_per_week": chance.choice(("1", "37.5")),
        "extra_pay": chance.choice(("0.01", "12.80", "1000.00")),
        "extra_weeks_worked": chance.choice(("1", "44", "52")),
    }
