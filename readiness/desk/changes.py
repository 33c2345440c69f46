"""What changed between two versions of a case, answer by answer and word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases import figures_read
from readiness.cases.models import Version
from readiness.cases.reading import Line, Part
from readiness.cases.stages import STEPS
from readiness.cases.versions import facts_of

SAME, ADDED, REMOVED = "same", "added", "removed"
_NO_LINES: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Words that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True)
class Changed:
    """One answer that differs; `summary` says in words how much."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def summary(self) -> str:
        """“2 words added, 1 removed”."""
        added, removed = (self._count(kind) for kind in (ADDED, REMOVED))
        words = []
        if added:
            words.append(ngettext("{n} word added", "{n} words added", added).format(n=added))
        if removed:
            words.append(
                ngettext("{n} word removed", "{n} words removed", removed).format(n=removed)
            )
        return ", ".join(words)

    def _count(self, kind: str) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces if piece.kind == kind)


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
    return ChangedStep(slug, name, tuple(_parts(was, now)))


def _parts(was: Sequence[Part], now: Sequence[Part]) -> Iterator[Changed]:
    """Rows are paired by what they hold, so that one put in between does not change the rest."""
    match = SequenceMatcher(a=_texts(was), b=_texts(now), autojunk=False)
    for _kind, a, b, c, d in match.get_opcodes():
        if _kind == "equal":
            continue
        for place in range(max(b - a, d - c)):
            before = was[a + place] if a + place < b else None
            after = now[c + place] if c + place < d else None
            yield from _lines(before, after)


def _texts(parts: Sequence[Part]) -> list[tuple[str, ...]]:
    return [tuple(line.answer for line in part.lines) for part in parts]


def _lines(before: Part | None, after: Part | None) -> Iterator[Changed]:
    was = {line.name: line for line in (before.lines if before else _NO_LINES)}
    now = {line.name: line for line in (after.lines if after else _NO_LINES)}
    title = (after or before or Part("", ())).title
    for name in dict.fromkeys([*now, *was]):
        old, new = (each[name].answer if name in each else "" for each in (was, now))
        if old != new:
            label = (now.get(name) or was[name]).label
            yield Changed(
                _("{row}: {label}").format(row=title, label=label) if title else label,
                tuple(words_between(old, new)),
            )


def words_between(before: str, after: str) -> Iterator[Piece]:
    """The words of both texts, in order, each as one that stayed, went or came."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(SAME, "".join(old[a:b]))
            continue
        if a < b:
            yield Piece(REMOVED, "".join(old[a:b]))
        if c < d:
            yield Piece(ADDED, "".join(new[c:d]))
