"""What changed between two versions of a case, answer by answer and word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readiness.cases import figures_read
from readiness.cases.changed_answers import changes_of
from readiness.cases.models import Version
from readiness.cases.reading import Part
from readiness.cases.stages import STEPS
from readiness.cases.versions import facts_of
from readiness.word_changes import Changed


@dataclass(frozen=True)
class ChangedStep:
    """The answers of one step that differ."""

    slug: str
    name: str
    lines: tuple[Changed, ...]


def between(before: Version, after: Version) -> list[ChangedStep]:
    """What differs, step by step in the order of the questionnaire; nothing where nothing does."""
    was, now = facts_of(before).read, facts_of(after).read
    slugs = [*STEPS, *(step for step in was if step not in STEPS)]
    found = [_step(slug, was.get(slug, ()), now.get(slug, ())) for slug in slugs]
    return [step for step in found if step.lines]


def figures_between(before: Version, after: Version) -> list[tuple[str, str, str]]:
    """Each figure that differs: its name, what it was and what it is."""
    was, now = (_figures(each.snapshot["figures"]) for each in (before, after))
    return [
        (name, was.get(name, "–"), now.get(name, "–"))
        for name in dict.fromkeys([*was, *now])
        if was.get(name) != now.get(name)
    ]


def _figures(figures: Mapping[str, Any] | None) -> dict[str, str]:
    return {line.label: line.answer for line in figures_read.lines(figures)} if figures else {}


def _step(slug: str, was: Sequence[Part], now: Sequence[Part]) -> ChangedStep:
    name = str(STEPS[slug].page.name) if slug in STEPS else slug
    return ChangedStep(slug, name, tuple(changes_of(was, now)))
