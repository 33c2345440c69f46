"""The answers as they are read, by step and name; of what was sent, as they were read that day."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from readiness.cases import reading
from readiness.cases.amounts import listed
from readiness.cases.facts import Facts
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents
from readiness.reports.context.parts import Line

MANY = 30  # paragraphs of one answer


class Said:
    """What a case says, in the words that a reader sees."""

    def __init__(self, facts: Facts, contents: Contents) -> None:
        self.facts, self.contents = facts, contents
        self._read: dict[str, list[reading.Part]] = {}

    def parts(self, step: str) -> list[reading.Part]:
        """The lines of a step, or of each of its rows."""
        if step in self.facts.read:
            return list(self.facts.read[step])
        if step not in self._read:
            kept = self.facts.answers.get(step)
            self._read[step] = reading.parts(step, dict(kept or {}), self.contents)
        return self._read[step]

    def __call__(self, step: str, name: str) -> str:
        """One answer; "" where there is none."""
        return self._by_name(step).get(name, "")

    def settled(self, step: str, name: str) -> str:
        """One answer of a step that was not put off: what a board may go by."""
        return "" if step in self.facts.later else self(step, name)

    def paragraphs(self, step: str, name: str) -> tuple[str, ...]:
        """The paragraphs of one answer."""
        return paragraphs(self(step, name))

    def lines(self, step: str, *names: str) -> tuple[Line, ...]:
        """Those of these answers that were given, each under what it is called."""
        (part,) = self.parts(step)
        there = {line.name: line for line in part.lines if line.answer}
        return tuple(
            Line(there[name].label, paragraphs(there[name].answer))
            for name in names
            if name in there
        )

    def rows(self, step: str) -> list[Mapping[str, str]]:
        """Each row by name; no rows of a step that was put off half done."""
        if not self.facts.answered(step):
            return []
        return [{line.name: line.answer for line in part.lines} for part in self.parts(step)]

    def _by_name(self, step: str) -> dict[str, str]:
        return {line.name: line.answer for part in self.parts(step) for line in part.lines}


def paragraphs(text: str) -> tuple[str, ...]:
    """A text's paragraphs, without the empty ones; of a great many, the last ones as one.

    A text of one letter to a line would take longer to print than everything else together.
    """
    found = [part for part in text.split("\n") if part.strip()]
    return (*found[:MANY], *([" ".join(found[MANY:])] if found[MANY:] else ()))


def names(steps: Sequence[str]) -> str:
    """“The need” and “How you know”: steps as they are called on the task list."""
    return listed([f"“{STEPS[step].page.name}”" for step in steps])


def still_open(facts: Facts, steps: Sequence[str]) -> str:
    """One line on what a section still waits for; "" where its steps are complete."""
    waiting = [step for step in steps if step in facts.unfinished]
    if not waiting:
        return ""
    if any(facts.answers.get(step) for step in steps):
        return _("Still to be answered: {steps}.").format(steps=names(waiting))
    return _("Not begun yet. It is filled in by {steps}.").format(steps=names(waiting))


def not_begun(facts: Facts, steps: Sequence[str]) -> str:
    """One line on what a section of the last two stages still waits for; "" where nothing is."""
    waiting = [step for step in steps if not facts.answered(step)]
    if not waiting:
        return ""
    if len(waiting) < len(steps):
        return _("Still to be answered: {steps}.").format(steps=names(waiting))
    return _("Not asked yet. It is filled in by {steps}.").format(steps=names(waiting))
