"""Requirements have no numbers of their own: what was recorded about one follows it by its words.

An answer is never given to another requirement in silence. One whose words were changed is told by
how alike the two are, and whoever shows it says so; what is like none is nobody's any more.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

ALIKE = 0.7  # how much of two wordings must be the same, from 0 to 1


def plain(words: str) -> str:
    """The words as they are compared: without capitals, stops and spaces that say nothing."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def follow(now: Sequence[str], recorded: Sequence[str]) -> dict[int, int]:
    """The place of what was recorded for each place of today's list that has something.

    First those with the same words, in their order; then, of what is left on both sides, the most
    alike first. Each is used once.
    """
    went = _same(now, recorded)
    open_now = [n for n in range(len(now)) if n not in went]
    left = [m for m in range(len(recorded)) if m not in went.values()]
    pairs = (
        (_likeness(_pieces(now[n]), _pieces(recorded[m])), n, m) for n in open_now for m in left
    )
    for likeness, n, m in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if likeness >= ALIKE and n not in went and m not in went.values():
            went[n] = m
    return went


def _same(now: Sequence[str], recorded: Sequence[str]) -> dict[int, int]:
    """Those with the same words; of several that are alike the first goes to the first."""
    places: dict[str, list[int]] = {}
    for m, words in enumerate(recorded):
        places.setdefault(plain(words), []).append(m)
    found = ((n, places.get(plain(words))) for n, words in enumerate(now))
    return {n: left.pop(0) for n, left in found if left}


@lru_cache(maxsize=1000)
def _pieces(words: str) -> Counter[str]:
    """Every three letters that stand together, which a slip of the pen leaves mostly as they are."""
    text = f"  {plain(words)} "
    return Counter(text[place : place + 3] for place in range(len(text) - 2))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the pieces that both have, from 0 to 1."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)
