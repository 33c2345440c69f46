"""The questionnaire's contract: every step and field, as other systems know them.

Written from the description of the case file and not from the code: where the two differ,
somebody's export cannot be read.
"""

from dataclasses import dataclass
from typing import Any

from tests.cases.builders import ANXIETIES, DIMENSIONS

GROUPS = [
    "people",
    "families",
    "frontline",
    "volunteers",
    "managers",
    "professionals",
    "finance",
    "it",
    "board",
    "commissioners",
]
SURE = ["measured", "quoted", "estimated", "guess"]
MILLION, POUNDS = 1_000_000, 100_000_000


@dataclass(frozen=True)
class Asked:
    """One field: ``bounds`` of a number, ``choices`` of one or many, ``default`` as it is kept."""

    kind: str  # text, long, email, int, number, money, percent, month, one, many
    required: bool = True
    bounds: tuple[Any, Any] | None = None
    choices: tuple[Any, ...] = ()
    default: Any = None
    most: int | None = None


def text(**more):
    return Asked("text", **more)


def long(**more):
    return Asked("long", **more)


def whole(least, most, **more):
    return Asked("int", bounds=(least, most), **more)


def number(least, most, **more):
    return Asked("number", bounds=(least, most), **more)


def money(least=0, most=POUNDS, **more):
    return Asked("money", bounds=(least, most), **more)


def percent(most=100, **more):
    return Asked("percent", bounds=(0, most), **more)


def one(*choices, **more):
    return Asked("one", choices=choices, **more)


def many(*choices, **more):
    return Asked("many", choices=choices, **more)


MAYBE = {"required": False}
INVOLVED = ("not-yet", "told", "asked", "shaping", "not-applicable")

STEPS = {
    "about-you": {
        "role": one("manager", "owner", "senior-leader", "board-member", "frontline", "other"),
        "name": text(**MAYBE),
        "email": Asked("email", **MAYBE),
    },
    "organisation": {
        "name": text(),
        "services": many(
            *[
                "care-home",
                "nursing-home",
                "home-care",
                "supported-living",
                "extra-care",
                "day-service",
            ],
            *["community-health", "charity", "housing", "council", "nhs", "other"],
        ),
        "nation": one("england", "wales", "scotland", "northern-ireland"),
        "people_supported": whole(1, MILLION),
        "staff": whole(1, MILLION),
        "volunteers": whole(0, MILLION, **MAYBE),
        "sites": whole(1, 10_000),
    },
    "need": {
        "problem": long(),
        "affected": many(*GROUPS),
        "frequency": one("every-shift", "daily", "weekly", "monthly", "rarely"),
        "if_nothing_changes": long(),
    },
    "need-evidence": {
        "sources": many(
            *["own-records", "incidents", "complaints", "staff-survey", "feedback-people"],
            *["feedback-families", "inspection", "commissioner", "observation", "none"],
            **MAYBE,
        ),
        "baseline": long(**MAYBE),
        "confidence": one("measured", "estimated", "guess"),
    },
    "outcomes": {
        "outcome": text(),
        "who_for": one(*GROUPS),
        "measure": text(),
        "now": text(**MAYBE),
        "target": text(),
        "by": Asked("month"),
    },
    "control": {
        "decides_now": one(*GROUPS, "supplier"),
        "decides_after": one(*GROUPS, "supplier"),
        "change": one("much-less", "less", "same", "more", "much-more"),
        "how": long(),
    },
    "inclusion": {
        "at_risk": many(
            *[
                "dementia",
                "learning-disability",
                "sensory-loss",
                "physical-disability",
                "mental-health",
            ],
            *["no-internet", "no-device", "low-confidence", "language", "low-income"],
            *["staff-low-confidence", "rural", "other", "none"],
            **MAYBE,
        ),
        "barriers": long(**MAYBE),
        "alternative": one("in-place", "planned", "none"),
        "alternative_detail": long(**MAYBE),
    },
    "involvement": {group: one(*INVOLVED) for group in GROUPS},
    "avenues": {
        "title": text(**MAYBE),
        "chosen": many(
            *[
                "assistive-technology",
                "crm",
                "records-and-care-management",
                "transactional-systems",
            ],
            *["logistics-and-efficiency", "communication-channels", "service-delivery-channels"],
            *["delivery-of-care-and-support", "software-and-apps", "mobile-working"],
            "performance-management",
            most=3,
        ),
        "why": long(),
        "in_place": long(**MAYBE),
    },
    "time": {
        "staff_using": whole(1, MILLION),
        "hourly_pay": money("0.01", 1000),
        "on_costs_percent": percent(default="25"),
        "shifts_per_week": whole(1, 100_000),
        "minutes_now": whole(0, 720),
        "minutes_saved_low": whole(-120, 720),
        "minutes_saved_likely": whole(-120, 720),
        "minutes_saved_high": whole(-120, 720),
        "cashable_percent": percent(default="0"),
        "first_year_percent": percent(default="50"),
        "confidence": one(*SURE),
    },
    "costs": {
        "label": text(),
        "category": one(
            *["devices", "licences", "set-up", "integration", "data-migration", "connectivity"],
            *["support", "other"],
        ),
        "one_off": money(**MAYBE),
        "in_year": whole(0, 10, default=0, **MAYBE),
        "per_year": money(**MAYBE),
        "confidence": one(*SURE),
    },
    "cost-assumptions": {
        "years": whole(1, 10, default=5),
        "discount_rate": percent(15, default="3.5"),
        "contingency_percent": percent(200),
        "training_hours": number(0, 200),
        "turnover_percent": percent(default="25"),
        "budget": money(**MAYBE),
        "funding": long(**MAYBE),
    },
    "savings": {
        "label": text(),
        "low": money(),
        "likely": money(),
        "high": money(),
        "confidence": one(*SURE),
    },
    "alternatives": {
        "cost_of_waiting": money(**MAYBE),
        "change_description": long(**MAYBE),
        "change_one_off": money(**MAYBE),
        "change_per_year": money(**MAYBE),
        "change_minutes_saved": whole(0, 720, **MAYBE),
        "change_saving": money(**MAYBE),
        "extra_fte": number(0, 100, default="2"),
        "extra_hours_per_week": number(1, 60, default="37.5"),
        "extra_pay": money("0.01", 1000),
        "extra_weeks_worked": number(1, 52, default="44"),
    },
    "anxieties": {**{slug: one(0, 1, 2, 3) for slug in ANXIETIES}, "other": long(**MAYBE)},
    **{f"anxiety-{slug}": {"who": many(*GROUPS), "response": long()} for slug in ANXIETIES},
    **{
        f"readiness-{slug}": {
            **{name: one(0, 1, 2, 3) for name in ("s1", "s2", "s3")},
            "good_enough": one("yes", "no"),
            "note": long(**MAYBE),
        }
        for slug in DIMENSIONS
    },
    "risks": {
        "risk": text(),
        "likelihood": one(1, 2, 3, 4, 5),
        "impact": one(1, 2, 3, 4, 5),
        "owner": text(),
        "response": text(),
    },
    "requirements": {
        "requirement": text(),
        "priority": one("must", "should", "could"),
        "outcome": one(1, 2, 3, 4, 5, **MAYBE),
    },
    "assurance": {
        **{
            name: one("yes", "started", "no", "not-applicable")
            for name in (
                *("dpia", "data_security", "clinical_safety", "accessibility"),
                *("open_standards", "data_export", "exit_plan", "offline"),
            )
        },
        "notes": long(**MAYBE),
    },
    "buying": {
        "budget_ceiling": money(**MAYBE),
        "route": one("direct", "quotes", "framework", "tender", "pilot", "not-sure"),
        "decision_maker": text(),
        "advice_from": many("suppliers", "peers", "independent", "commissioner", "own-research"),
        "supplier_contact": long(**MAYBE),
        "decide_by": Asked("month", **MAYBE),
    },
    "people-change": {
        "sponsor": text(),
        "champions": text(**MAYBE),
        "staff_change": long(),
        "volunteer_change": long(**MAYBE),
        "people_change": long(),
        "support": long(),
    },
    "plan": {
        "style": one("pilot", "phased", "all-at-once"),
        "start": Asked("month"),
        "feedback": long(),
        "stop_rule": long(),
    },
    "milestones": {"what": text(), "who": text(), "when": Asked("month")},
    "tracking": {
        "outcome": one(1, 2, 3, 4, 5),
        "who": text(),
        "first_review": Asked("month"),
        "method": text(**MAYBE),
    },
}

# Steps that are lists, and how many rows they may have.
ROWS = {
    "outcomes": (1, 5),
    "costs": (1, 12),
    "savings": (0, 8),
    "risks": (0, 10),
    "requirements": (1, 15),
    "milestones": (1, 10),
    "tracking": (1, 5),
}

STAGES = {
    "questions": "about-you organisation need need-evidence outcomes control inclusion involvement",
    "case": "avenues time costs cost-assumptions savings alternatives anxieties "
    + " ".join(f"anxiety-{slug}" for slug in ANXIETIES)
    + " "
    + " ".join(f"readiness-{slug}" for slug in DIMENSIONS)
    + " risks",
    "market": "requirements assurance buying",
    "roll-out": "people-change plan milestones tracking",
}

FIELDS = [(step, name, asked) for step, fields in STEPS.items() for name, asked in fields.items()]


def of_kind(*kinds: str) -> list:
    """The fields of these kinds, to go through in a table."""
    return [(step, name, asked) for step, name, asked in FIELDS if asked.kind in kinds]
