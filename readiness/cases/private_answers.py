"""Private details in the answers to a step: what is asked about once, after they were saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from readiness.cases.private_words import Private, found
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept

TYPED = {"text", "long"}  # the kinds of question that are answered in one's own words
NOTE_BOX = "later_note"


@dataclass(frozen=True)
class Asked:
    """Something that looks private, in which question, and the id of its box on the page."""

    what: Private
    label: Any
    box: str


def in_step(step: str, kept: Kept, note: str = "") -> list[Asked]:
    """What looks private in kept answers and in the note of a step that is put off."""
    return [
        Asked(what, label, box)
        for label, box, text in _texts(step, kept, note)
        for what in found(text)
    ]


def is_new(now: list[Asked], before: list[Asked]) -> bool:
    """Whether something is there now that was not asked about before."""
    return bool({each.what for each in now} - {each.what for each in before})


def _texts(step: str, kept: Kept, note: str) -> Iterator[tuple[Any, str, str]]:
    rows = kept.get("rows", []) if STEPS[step].rows else [kept]
    for number, row in enumerate(rows):
        prefix = f"{step}-{number}" if STEPS[step].rows else step
        for name, question in STEPS[step].fields_of().items():
            if question.kind in TYPED and isinstance(row.get(name), str):
                yield question.label, f"{prefix}-{name}", row[name]
    if note:
        yield gettext("Your note"), NOTE_BOX, note
