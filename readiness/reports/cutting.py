"""Texts that must fit: cut by a budget of characters, at a sentence end or else at a word."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from readiness.cases.amounts import listed

_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)|(?=\n)")
_WIDE = frozenset("MWmw@%&…—□")


def cut(text: str, budget: int) -> str:
    """The text in one paragraph, no longer than `budget` ordinary letters.

    Cut after the last sentence that ends in time; where none does, after a word, with “…”. Capitals
    and other broad letters count for more, since it is the room on paper that is short.
    """
    kept = text[: _fitting(text, budget)]
    if len(kept) < len(text):
        kept = _at_sentence(kept, text) or _at_word(kept)
    return " ".join(kept.split())


def as_many(names: Sequence[str], budget: int) -> str:
    """“Handsets, licences and 2 more”: as many whole names as the budget has room for.

    Where not even the first has, it is cut.
    """
    for count in range(len(names), 0, -1):
        left = len(names) - count
        more = [_("{n} more").format(n=left)] if left else []
        if room(text := listed([*names[:count], *more])) <= budget:
            return text
    return cut(listed(list(names)), budget)


def _at_sentence(kept: str, text: str) -> str:
    ends = [found.end() for found in _END.finditer(text) if 0 < found.end() <= len(kept)]
    return kept[: ends[-1]] if ends else ""


def _at_word(kept: str) -> str:
    before, space, _rest = kept.rpartition(" ")
    return f"{(before if space and before.strip() else kept).rstrip(' ,;:–\u200b')}…"


def _fitting(text: str, budget: int) -> int:
    """How many characters fit."""
    left = float(budget)
    for place, character in enumerate(text):
        left -= _width(character)
        if left < 0:
            return place
    return len(text)


def room(text: str) -> float:
    """How many ordinary letters take as much room as the text."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    if character in _WIDE:
        return 1.8
    return 1.3 if character.isupper() or ord(character) > 0x24F else 1.0
