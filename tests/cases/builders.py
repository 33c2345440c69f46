"""A complete, realistic case for tests: a care home group that considers digital care records."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps

from readiness.cases.facts import Facts
from readiness.cases.stages import STEPS, TO_SEND
from readiness.cases.sums import figures
from readiness.catalogue.contents import Contents, gather

Answers = dict[str, dict[str, Any]]

TODAY = date(2027, 9, 6)
FIXTURES = Path(__file__).parents[2] / "fixtures"

ANXIETIES = (
    "improve-productivity",
    "free-up-time",
    "replace-people",
    "cost-much",
    "doing-it-yourself",
    "future-proof",
    "rigid-project-management",
    "two-members-of-staff",
)
DIMENSIONS = (
    "purpose",
    "whole-organisation",
    "people-and-control",
    "inclusion",
    "skills-and-ways-of-working",
    "foundations",
    "information",
    "money-and-market",
    "change-and-learning",
)
MONEY_STEPS = ("time", "costs", "cost-assumptions", "savings", "alternatives")

_QUESTIONS: Answers = {
    "about-you": {"role": "manager", "name": "Jo Okafor", "email": "jo@example.org"},
    "organisation": {
        "name": "Hazel Court Care",
        "services": ["care-home", "nursing-home"],
        "nation": "england",
        "people_supported": 64,
        "staff": 78,
        "volunteers": 6,
        "sites": 2,
    },
    "need": {
        "problem": "Staff write the same notes three times on each shift and leave late. "
        "Families ring because nobody can find the day's notes.",
        "affected": ["people", "families", "frontline"],
        "frequency": "every-shift",
        "if_nothing_changes": "Staff stay late without pay, and things are missed at handover.",
    },
    "need-evidence": {
        "sources": ["own-records", "staff-survey", "feedback-families"],
        "baseline": "55 minutes of writing on each shift, timed over two weeks in May 2027",
        "confidence": "measured",
    },
    "outcomes": {
        "rows": [
            {
                "outcome": "More time with people in the evening",
                "who_for": "people",
                "measure": "Evenings a week with an activity",
                "now": "2",
                "target": "5",
                "by": "2028-06",
            },
            {
                "outcome": "Staff leave on time",
                "who_for": "frontline",
                "measure": "Shifts that end late in a month",
                "now": "41",
                "target": "10",
                "by": "2028-03",
            },
        ]
    },
    "control": {
        "decides_now": "frontline",
        "decides_after": "people",
        "change": "more",
        "how": "People can see what is written about them and add to it.",
    },
    "inclusion": {
        "at_risk": ["dementia", "staff-low-confidence"],
        "barriers": "Small screens are hard to read for some people.",
        "alternative": "in-place",
        "alternative_detail": "A paper summary by the bed, printed each morning.",
    },
    "involvement": {
        "people": "asked",
        "families": "asked",
        "frontline": "shaping",
        "volunteers": "asked",
        "managers": "shaping",
        "professionals": "told",
        "finance": "asked",
        "it": "asked",
        "board": "told",
        "commissioners": "not-applicable",
    },
}
_MONEY: Answers = {
    "time": {
        "staff_using": 42,
        "hourly_pay": "12.80",
        "on_costs_percent": "25",
        "shifts_per_week": 196,
        "minutes_now": 55,
        "minutes_saved_low": 5,
        "minutes_saved_likely": 14,
        "minutes_saved_high": 20,
        "cashable_percent": "10",
        "first_year_percent": "50",
        "confidence": "estimated",
    },
    "costs": {
        "rows": [
            {
                "label": "Care records licences",
                "category": "licences",
                "per_year": "6240.00",
                "in_year": 0,
                "confidence": "quoted",
            },
            {
                "label": "Handsets",
                "category": "devices",
                "one_off": "4200.00",
                "per_year": "600.00",
                "in_year": 0,
                "confidence": "quoted",
            },
            {
                "label": "Set-up and data migration",
                "category": "set-up",
                "one_off": "3500.00",
                "in_year": 0,
                "confidence": "estimated",
            },
            {
                "label": "Wi-Fi in both buildings",
                "category": "connectivity",
                "one_off": "2800.00",
                "per_year": "720.00",
                "in_year": 0,
                "confidence": "estimated",
            },
        ]
    },
    "cost-assumptions": {
        "years": 5,
        "discount_rate": "3.5",
        "contingency_percent": "30",
        "training_hours": "6",
        "turnover_percent": "25",
        "budget": "32000.00",
        "funding": "Reserves in the first year, then the saving on paper and agency hours.",
    },
    "savings": {
        "rows": [
            {
                "label": "Paper, printing and storage",
                "low": "400.00",
                "likely": "900.00",
                "high": "1200.00",
                "confidence": "measured",
            }
        ]
    },
    "alternatives": {
        "cost_of_waiting": "0.00",
        "change_description": "Shorter paper forms",
        "change_one_off": "500.00",
        "change_per_year": "0.00",
        "change_minutes_saved": 4,
        "extra_fte": "2",
        "extra_hours_per_week": "37.5",
        "extra_pay": "12.80",
        "extra_weeks_worked": "44",
    },
}
_CASE: Answers = {
    "avenues": {
        "title": "Care notes written once, where care is given",
        "chosen": ["records-and-care-management"],
        "why": "The need is time lost to writing, and records are where it goes.",
        "in_place": "Paper files and a shared drive.",
    },
    **_MONEY,
    "anxieties": dict.fromkeys(ANXIETIES, 1) | {"cost-much": 2},
    "anxiety-cost-much": {
        "who": ["board", "finance"],
        "response": "We hold back a third, buy in two steps and stop after three months if need be.",
    },
    **{
        f"readiness-{slug}": {"s1": 2, "s2": 2, "s3": 3, "good_enough": "yes"}
        for slug in DIMENSIONS
    },
    "risks": {
        "rows": [
            {
                "risk": "The Wi-Fi fails in the old wing",
                "likelihood": 3,
                "impact": 3,
                "owner": "Deputy manager",
                "response": "Fill the gaps first and practise without it",
            }
        ]
    },
}


_LATER: Answers = {
    "requirements": {
        "rows": [
            {
                "requirement": "A carer can write a note beside the person in under two minutes.",
                "priority": "must",
                "outcome": 1,
            },
            {"requirement": "It works when the Wi-Fi is down.", "priority": "must"},
            {"requirement": "Families can read a daily note.", "priority": "could", "outcome": 2},
        ]
    },
    "assurance": {
        "dpia": "started",
        "data_security": "yes",
        "clinical_safety": "not-applicable",
        "accessibility": "no",
        "open_standards": "yes",
        "data_export": "yes",
        "exit_plan": "no",
        "offline": "started",
        "notes": "Sam deals with the data protection check by June.",
    },
    "buying": {
        "budget_ceiling": "24000.00",
        "route": "quotes",
        "decision_maker": "The board of trustees",
        "advice_from": ["peers", "own-research"],
        "supplier_contact": "One demonstration in May.",
        "decide_by": "2027-05",
    },
    "people-change": {
        "sponsor": "Grace Bell, registered manager",
        "champions": "Joy on days and Sam on nights",
        "staff_change": "Carers write notes beside the person, and no longer at the desk.",
        "volunteer_change": "Volunteers note who came, on the same list as staff.",
        "people_change": "Residents can ask to read what is written about them.",
        "support": "Joy sits with each person for an hour. Paper stays for those who need it.",
    },
    "plan": {
        "style": "pilot",
        "start": "2027-09",
        "feedback": "Staff talk about it each Friday, and Joy asks three residents.",
        "stop_rule": "Medicine errors rise, or notes take longer after 12 weeks.",
    },
    "milestones": {
        "rows": [
            {"what": "Wi-Fi checked in both buildings", "who": "Sam", "when": "2027-07"},
            {"what": "Everyone on days has learned it", "who": "Joy", "when": "2027-09"},
            {"what": "First review", "who": "Grace", "when": "2027-12"},
        ]
    },
    "tracking": {
        "rows": [
            {
                "outcome": 1,
                "who": "Joy",
                "first_review": "2027-12",
                "method": "Ten shifts are timed, the same way as in March.",
            }
        ]
    },
}


def later_answers() -> Answers:
    """Every step of stages 3 and 4, complete, in the form of a case file."""
    return deepcopy(_LATER)


def complete_answers(changes: Mapping[str, Mapping[str, Any]] | None = None) -> Answers:
    """Every step of stages 1 and 2, complete, in the form of a case file.

    `changes` are laid over single fields: {"time": {"minutes_now": 20}}.
    """
    answers = deepcopy({**_QUESTIONS, **_CASE})
    for step, fields in (changes or {}).items():
        answers[step] = {**answers.get(step, {}), **fields}
    return answers


def money_answers() -> Answers:
    """The money steps alone: the worked example, but for its budget."""
    return deepcopy(_MONEY)


def facts_of(
    answers: Answers,
    *,
    later: Collection[str] = (),
    today: date = TODAY,
    heard: Mapping[str, Any] | None = None,
) -> Facts:
    """The facts of these answers; a step that applies and is not there, or put off, is unfinished."""
    applying = [slug for slug, step in STEPS.items() if step.applies(answers)]
    return Facts(
        answers=answers,
        later=frozenset(later),
        unfinished=tuple(s for s in applying if s in TO_SEND and (s not in answers or s in later)),
        figures=figures(answers, later),
        heard=heard,
        today=today,
    )


def complete_facts(
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    heard: Mapping[str, Any] | None = None,
) -> Facts:
    """The facts of a complete case, with `changes` laid over single fields, and what was heard."""
    return facts_of(complete_answers(changes), heard=heard)


def heard_from(
    *groups: str, size: int = 5, words: Sequence[str] = (), **said: tuple[Any, int, Any]
) -> dict[str, Any]:
    """What these groups said, as it is kept on a case: each question with its most common answer,
    that answer’s share, and the middle."""
    told = {
        question.replace("_", "-"): dict(zip(("most", "share", "middle"), each, strict=True))
        for question, each in said.items()
    }
    return {
        "closed_on": "2027-08-14",
        "idea": "a way to write notes beside you",
        "quick": "",
        "groups": [{"group": group, "size": size, "said": told} for group in groups],
        "words": list(words),
    }


@cache
def contents() -> Contents:
    """The content as it is in the fixtures, without a database."""
    nodes = [
        node
        for file in sorted(FIXTURES.glob("*.yaml"))
        for node in yaml.safe_load(file.read_text(encoding="utf-8")) or []
        if node["model"].startswith("catalogue.")
    ]
    return gather([apps.get_model(each["model"])(**each["fields"]) for each in nodes], "test")
