"""Benefits reviews in every state that their document must bear, and notes on cases that ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from readiness.benefits.promises import STEPS, Promise
from readiness.benefits.says import measured_by
from readiness.cases import sums
from readiness.cases.facts import Facts
from readiness.catalogue.contents import contents
from readiness.reports import documents
from readiness.reports.context import Edition
from readiness.reports.context.benefits import ReviewEdition, facts_with
from readiness.reports.context.edition import Decided
from readiness.reports.context.parts import Line
from readiness.reports.documents import Material
from readiness.reports.kinds import BENEFITS, NOT_NOW
from tests.cases.builders import TODAY, Answers, complete_answers
from tests.reports.states import (
    HOSTILE,
    SCRIPTS,
    SENTENCE,
    STATES,
    facts_of,
    filled,
    once,
)

LOW = {f"minutes_saved_{case}": n for case, n in (("low", 0), ("likely", 2), ("high", 3))}
ENOUGH = {"minutes": 10, "paid_once": "19400.00", "paid_running": "5100.00"}
NOTHING = dict.fromkeys(ENOUGH)


def review(text: str, line: str, *, outcomes: int, months: int = 6, **more: Any) -> dict[str, Any]:
    """What a review says, with each of its texts filled with these."""
    found = [{"reached": "partly", "actual": line}] * outcomes
    said = {"months": months, "start": "2027-03", "taken_on": "2027-09-06", "found": found}
    said |= {"surprises": text, "decision": "change", "why": text}
    return {**said, **ENOUGH, **more}


def reviewed(answers: Answers, *said: dict[str, Any]) -> Material:
    """What the paper of the last of these reviews is made of."""
    kept = {step: answers[step] for step in STEPS if step in answers}
    promise = Promise(kept, 2, date(2026, 11, 3), agreed=True)
    facts = Facts(answers=promise.answers, figures=sums.figures(kept), today=TODAY)
    edition = ReviewEdition(
        "HAZEL234", TODAY, months=said[-1]["months"], held_beside=measured_by(promise)
    )
    return Material(facts_with(facts, promise.frozen, said[-1], said), contents(), edition)


def three(text: str, line: str, outcomes: int) -> list[dict[str, Any]]:
    return [review(text, line, outcomes=outcomes, months=n) for n in (3, 6, 12)]


LONG, LONG_LINE = (SENTENCE * 30)[:2000], (SENTENCE * 3)[:200]
EVERY_SCRIPT = ". ".join(SCRIPTS.values())
REVIEWS: dict[str, Callable[[], Material]] = {
    "short": lambda: reviewed(complete_answers(), review("Good.", "4", outcomes=2)),
    "nothing promised": lambda: reviewed({}, review("x", "", outcomes=0)),
    "nothing counted": lambda: reviewed(
        complete_answers(), review("x", "", outcomes=2, surprises="", **NOTHING)
    ),
    "minutes lost": lambda: reviewed(
        complete_answers(), review("It takes longer.", "1", outcomes=2, minutes=-30)
    ),
    "no minutes": lambda: reviewed(complete_answers(), review("x", "1", outcomes=2, minutes=None)),
    "longest": lambda: reviewed(STATES["longest"](), *three(LONG, LONG_LINE, 5)),
    "capitals": lambda: reviewed(
        filled("W" * 2000, "W" * 200, rows=12),
        *[each | {"taken_on": "2026-01-01"} for each in three("W" * 2000, "M" * 200, 5)],
    ),
    "lines": lambda: reviewed(STATES["longest"](), *three("a\n" * 999, "a " * 99, 5)),
    "hostile": lambda: reviewed(STATES["hostile"](), *three(HOSTILE, HOSTILE[-200:], 2)),
    "every script": lambda: reviewed(
        STATES["every script"](), *three(EVERY_SCRIPT, " ".join(SCRIPTS.values())[:200], 1)
    ),
}


def ended(answers: Answers, decided: Decided | None = None) -> Material:
    """What the note on a case is made of; the board’s decision with it, if there is one."""
    edition = Edition("HAZEL234", TODAY, 1, code="ABCDEFGHJK", decision=decided)
    if decided:
        edition = replace(edition, decided=(Line("Decided", ("Declined",)),))
    return Material(facts_of(answers), contents(), edition)


DECLINED = Decided("declined", date(2027, 9, 3))
PUT_OFF = Decided("put-off", date(2027, 9, 3), until=date(2028, 5, 1))
NOTES: dict[str, Callable[[], Material]] = {
    "by its figures": lambda: ended(complete_answers({"time": LOW})),
    "shortest": lambda: ended(STATES["shortest"]()),
    "declined": lambda: ended(complete_answers(), DECLINED),
    "put off": lambda: ended(complete_answers(), PUT_OFF),
    "not ready": lambda: ended(
        complete_answers({f"readiness-{slug}": {"good_enough": "no"} for slug in ("purpose",)}),
        DECLINED,
    ),
    "longest": lambda: ended(STATES["longest"](), PUT_OFF),
    "capitals": lambda: ended(filled("W" * 2000, "W" * 200, rows=12), PUT_OFF),
    "hostile": lambda: ended(STATES["hostile"]()),
    "every script": lambda: ended(STATES["every script"](), DECLINED),
}


@cache
def review_pdf(state: str) -> bytes:
    """The PDF of a review in this state; made once in a run."""
    return once(f"{state}-benefits.pdf", lambda: documents.made(BENEFITS, "pdf", REVIEWS[state]()))


@cache
def note_pdf(state: str) -> bytes:
    """The PDF of a note in this state; made once in a run."""
    return once(f"{state}-not-now.pdf", lambda: documents.made(NOT_NOW, "pdf", NOTES[state]()))
