"""Which avenues a need suggests, by the beginnings of words in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from readiness.catalogue.models import Avenue


@dataclass(frozen=True)
class Suggestion:
    """An avenue that a text suggests.

    `reason` completes “Suggested because …”, and `matches` are the words in the text that led to
    it, in lower case and in the order of the text.
    """

    avenue: Avenue
    reason: str
    matches: tuple[str, ...]


def suggest(text: str, avenues: Iterable[Avenue]) -> list[Suggestion]:
    """The avenues that the text suggests, most matched first; ties stay in the order given.

    An empty list means that nothing matched, and so that there is no order to offer.
    """
    plain = plain_words(text)
    found = [suggestion for avenue in avenues if (suggestion := _suggestion(avenue, plain))]
    return sorted(found, key=lambda suggestion: -len(suggestion.matches))


def plain_words(text: str) -> str:
    """The text in lower case, without accents, with spaces for hyphens and one space between words."""
    letters = unicodedata.normalize("NFKD", text.casefold()).replace("’", "'")
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[-‐‑‒–—_/]", " ", letters).split())


def _suggestion(avenue: Avenue, text: str) -> Suggestion | None:
    found = _found({stem for need in avenue.needs for stem in need["words"]}, text)
    if not found:
        return None
    best = max(avenue.needs, key=lambda need: len(found.keys() & set(need["words"])))
    return Suggestion(avenue, best["reason"], tuple(found.values()))


def _found(stems: Iterable[str], text: str) -> dict[str, str]:
    """Each stem that begins a word of the text, with the words it met; a longer stem goes first."""
    longest_first = sorted(stems, key=lambda stem: (-len(stem), stem))
    either = "|".join(re.escape(stem) for stem in longest_first)
    found: dict[str, str] = {}
    for match in re.finditer(rf"\b({either})[\w']*", text):
        found.setdefault(match[1], match[0])
    return found
