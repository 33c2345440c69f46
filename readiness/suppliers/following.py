"""Requirements have no numbers of their own: what was recorded about one follows it by its words.

An answer is never given to another requirement in silence. One whose words were changed is told by
how alike the two are, and whoever shows it says so; what is like none is nobody's any more.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

ALIKE = 0.7  # how much of two wordings must be the same, from 0 to 1


def plain(words: str) -> str:
    """The words as they are compared: without capitals, stops and spaces that say nothing."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def follow(now: Sequence[str], recorded: Sequence[str]) -> dict[int, int]:
    """The place of what was recorded for each place of today's list that has something.

    First those with the same words, in their order; then, of what is left on both sides, the most
    alike first. Each is used once.
    """
    went: dict[int, int] = {}
    for n, words in enumerate(now):
        for m, before in enumerate(recorded):
            if m not in went.values() and plain(before) == plain(words):
                went[n] = m
                break
    for _likeness, n, m in sorted(_alike(now, recorded), key=lambda each: (-each[0], each[1:])):
        if n not in went and m not in went.values():
            went[n] = m
    return went


def _alike(now: Sequence[str], recorded: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Every pair that is alike enough; those with the same words were paired before."""
    parts = [_pieces(words) for words in recorded]
    for n, words in enumerate(now):
        pieces = _pieces(words)
        for m, others in enumerate(parts):
            likeness = _likeness(pieces, others)
            if likeness >= ALIKE:
                yield likeness, n, m


def _pieces(words: str) -> Counter[str]:
    """Every three letters that stand together, which a slip of the pen leaves mostly as they are."""
    text = f"  {plain(words)} "
    return Counter(text[place : place + 3] for place in range(len(text) - 2))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the pieces that both have, from 0 to 1."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)
