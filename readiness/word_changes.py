"""What changed in a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import ngettext

SAME, ADDED, REMOVED = "same", "added", "removed"
ALIKE = 0.5  # of the words
MOST_WORDS = 3000  # that are compared one by one


@dataclass(frozen=True)
class Piece:
    """Words that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True)
class Changed:
    """One answer or field that differs; `summary` says in words how much."""

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

    @property
    def was(self) -> list[Piece]:
        """The text before, with what went."""
        return [piece for piece in self.pieces if piece.kind != ADDED]

    @property
    def now(self) -> list[Piece]:
        """The text after, with what came."""
        return [piece for piece in self.pieces if piece.kind != REMOVED]

    def _count(self, kind: str) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces if piece.kind == kind)


def words_between(before: str, after: str) -> Iterator[Piece]:
    """The words of both texts, in order, each as one that stayed, went or came.

    Texts that have little in common are shown one after the other, as nobody could read them mixed;
    so are very long ones, which would take too long to compare.
    """
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    if len(old) > MOST_WORDS or len(new) > MOST_WORDS:
        yield from _one_after_the_other(before, after)
        return
    match = SequenceMatcher(a=_bare(old), b=_bare(new), autojunk=False)
    if match.ratio() < ALIKE:
        yield from _one_after_the_other(before, after)
        return
    for kind, a, b, c, d in match.get_opcodes():
        if kind == "equal":
            yield Piece(SAME, "".join(new[c:d]))
            continue
        if a < b:
            yield Piece(REMOVED, "".join(old[a:b]))
        if c < d:
            yield Piece(ADDED, "".join(new[c:d]))


def _one_after_the_other(before: str, after: str) -> Iterator[Piece]:
    yield from (Piece(kind, text) for kind, text in ((REMOVED, before), (ADDED, after)) if text)


def _bare(words: list[str]) -> list[str]:
    """The words without the spaces and line ends behind them."""
    return [word.rstrip() for word in words]
