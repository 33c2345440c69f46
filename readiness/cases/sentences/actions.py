"""What to do next: risks to begin with, when to look again, the next step of each side of readiness."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from readiness.cases.checks.control import at_risk
from readiness.cases.checks.worries import not_ready
from readiness.cases.facts import Facts
from readiness.cases.sentences.put_off import without_put_off
from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Dimension

_USUAL_TURNOVER = 25  # per cent
TOP = 3  # the highest level


def _low(facts: Facts, dimension: str, statement: str) -> bool:
    return facts.get(f"readiness-{dimension}", statement) in (0, 1)


def _involved(facts: Facts, group: str, *how: str) -> bool:
    return facts.get("involvement", group) in how


# A risk and its response are two entries of the catalogue: “risk-…” and “risk-…-response”.
RISKS: Mapping[str, Callable[[Facts], bool]] = {
    "risk-left-out": at_risk,
    "risk-no-other-way": lambda f: f.get("inclusion", "alternative") == "none" and at_risk(f),
    "risk-not-wanted": lambda f: _involved(f, "people", "not-yet", "told"),
    "risk-gone-round": lambda f: _involved(f, "frontline", "not-yet", "told"),
    "risk-no-time-to-learn": lambda f: f.number("cost-assumptions", "training_hours") == 0,
    "risk-leavers": lambda f: (
        (f.number("cost-assumptions", "turnover_percent") or 0) >= _USUAL_TURNOVER
    ),
    "risk-dearer": lambda f: any(row.get("confidence") == "guess" for row in f.rows("costs")),
    "risk-no-time-saved": lambda f: f.get("time", "confidence") in ("guess", "estimated"),
    "risk-supplier-decides": lambda f: f.get("control", "decides_after") == "supplier",
    "risk-no-signal": lambda f: _low(f, "foundations", "s1"),
    "risk-details-leak": lambda f: _low(f, "foundations", "s3"),
    "risk-supplier-closes": lambda f: _low(f, "money-and-market", "s3"),
    "risk-too-much-at-once": lambda f: _low(f, "change-and-learning", "s1"),
}


@dataclass(frozen=True)
class NextAction:
    """What takes one statement of readiness, now at `level` (0 to 2), one level up.

    `effort` is said in words, such as “A few hours, and little or no money”.
    """

    step: str
    dimension: str
    statement: str
    level: int
    level_now: str
    action: str
    why: str
    effort: str
    who: str


def risk_suggestions(facts: Facts, contents: Contents) -> list[dict[str, str]]:
    """Rows to begin the list of risks with: `risk` and `response`, from the answers so far."""
    facts = without_put_off(facts)
    slugs = [slug for slug, holds in RISKS.items() if holds(facts)]
    return [
        {"risk": words[slug].text, "response": words[f"{slug}-response"].text}
        for words in [contents.sentences]
        for slug in slugs
        if slug in words and f"{slug}-response" in words
    ]


def next_actions(facts: Facts, contents: Contents) -> list[NextAction]:
    """For each side of readiness that is not good enough, what takes each statement further.

    In the order of the questionnaire; within a side, the lowest level first.
    """
    facts = without_put_off(facts)
    return [action for step in not_ready(facts) for action in actions_for(step, facts, contents)]


def actions_for(step: str, facts: Facts, contents: Contents) -> list[NextAction]:
    """The next actions of one side of readiness; none where every statement is at the top."""
    dimension = contents.dimensions.get(step.removeprefix("readiness-"))
    if dimension is None:
        return []
    answers = facts.answers.get(step, {})
    levels = [(answers.get(f"s{n}"), part) for n, part in enumerate(dimension.statements, start=1)]
    below = [(level, part) for level, part in levels if level is not None and level < TOP]
    below.sort(key=lambda pair: pair[0])
    return [_next(step, dimension, level, part) for level, part in below]


def _next(step: str, dimension: Dimension, level: int, part: Mapping[str, Any]) -> NextAction:
    action = part["next_actions"][level]
    return NextAction(
        step=step,
        dimension=dimension.name,
        statement=part["name"],
        level=level,
        level_now=part["levels"][level],
        action=action["action"],
        why=action["why"],
        effort=str(Dimension.Effort(action["effort"]).label),
        who=action["who"],
    )
