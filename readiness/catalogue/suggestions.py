"""Which ways forward a need suggests, with technology or without, by the beginnings of words in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from readiness.catalogue.models import Avenue, OtherWay


@dataclass(frozen=True)
class Suggestion[Way: Avenue | OtherWay]:
    """A way forward that a text suggests.

    `reason` completes “Suggested because …”, and `matches` are the words in the text that led to
    it, in lower case and in the order of the text.
    """

    way: Way
    reason: str
    matches: tuple[str, ...]


def suggest[Way: Avenue | OtherWay](text: str, ways: Iterable[Way]) -> list[Suggestion[Way]]:
    """The ways that the text suggests, most matched first: half of them at the most.

    A long text meets some word of nearly everything, and what suggests everything suggests nothing.
    """
    ways = list(ways)
    return best(ranked(text, ways), of=len(ways))


def best[Way: Avenue | OtherWay](found: list[Suggestion[Way]], of: int) -> list[Suggestion[Way]]:
    """The first half of what was found, where there are `of` ways in all."""
    return found[: (of + 1) // 2]


def ranked[Way: Avenue | OtherWay](text: str, ways: Iterable[Way]) -> list[Suggestion[Way]]:
    """Every way that the text meets, most matched first; ties stay in the order given.

    An empty list means that nothing matched, and so that there is no order to offer.
    """
    plain = plain_words(text)
    found = [suggestion for way in ways if (suggestion := _suggestion(way, plain))]
    return sorted(found, key=lambda suggestion: -len(suggestion.matches))


def plain_words(text: str) -> str:
    """The text in lower case, without accents, with spaces for hyphens and one space between words."""
    letters = unicodedata.normalize("NFKD", text.casefold()).replace("’", "'")
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[-‐‑‒–—_/]", " ", letters).split())


def _suggestion[Way: Avenue | OtherWay](way: Way, text: str) -> Suggestion[Way] | None:
    found = _found({stem for need in way.needs for stem in need["words"]}, text)
    if not found:
        return None
    best = max(way.needs, key=lambda need: len(found.keys() & set(need["words"])))
    return Suggestion(way, best["reason"], tuple(found.values()))


def _found(stems: Iterable[str], text: str) -> dict[str, str]:
    """Each stem that begins a word of the text, with the words it met; a longer stem goes first."""
    longest_first = sorted(stems, key=lambda stem: (-len(stem), stem))
    either = "|".join(re.escape(stem) for stem in longest_first)
    found: dict[str, str] = {}
    for match in re.finditer(rf"\b({either})[\w']*", text):
        found.setdefault(match[1], match[0])
    return found
