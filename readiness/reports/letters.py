"""What of a person's words the fonts of the documents can draw.

A letter that no font has is shown as □ and named in a note: never as another letter, and never as
a hole in the text.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings

from readiness.reports import fonts

BOX, BREAK, JOINER = "□", "\u200b", "\u200d"
LONGEST_RUN = 30
UNBROKEN = re.compile(rf"[^ \n\t{BREAK}]{{{LONGEST_RUN + 1},}}")


def drawable(text: str) -> tuple[str, list[str]]:
    """The text as the documents can print it, and each character that they cannot, once.

    Words longer than 30 characters get places where a line may end (U+200B, which leaves no trace
    in the text copied from the PDF). The other way, `overflow-wrap: anywhere`, takes WeasyPrint two
    minutes for ten tables with one long word each. Raises FontsMissing.
    """
    text, lost = boxed(text)
    return UNBROKEN.sub(lambda run: _breakable(run[0]), text), lost


def boxed(text: str) -> tuple[str, list[str]]:
    """As `drawable`, without the places to break; safe for a whole page of HTML."""
    known = _known(settings.FONTS)
    if known.issuperset(text):
        return text, []
    printed: list[str] = []
    lost: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        shown = _shown(character, known)
        if shown == BOX != character:
            if _clings(character) and printed[-1:] == [BOX]:
                continue  # an accent of a letter that is a box already
            lost.append(character)
        printed.append(shown)
    # Several signs joined into one, as many emoji are, become one box.
    return re.sub(f"{BOX}(?:{JOINER}{BOX})+", BOX, "".join(printed)), list(dict.fromkeys(lost))


def _shown(character: str, known: frozenset[str]) -> str:
    """What stands for one character: itself, its parts, a space, nothing or a box."""
    if character in known:
        return character
    parts = unicodedata.normalize("NFD", character)
    if known.issuperset(parts):
        return parts
    if unicodedata.category(character).startswith("Z"):
        return " "
    return "" if _is_invisible(character) else BOX


def _is_invisible(character: str) -> bool:
    """Controls, and the signs that only choose between two looks of the letter before."""
    is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return is_selector or unicodedata.category(character) in {"Cc", "Cf"} or character == "\u034f"


def _clings(character: str) -> bool:
    """Whether it belongs to the letter before: accents, vowel signs, joiners, the tone of a skin."""
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _breakable(run: str) -> str:
    pieces, start = [], 0
    for place, character in enumerate(run):
        is_whole = not _clings(character) and run[place - 1] != JOINER
        if place - start >= LONGEST_RUN and is_whole:
            pieces.append(run[start:place])
            start = place
    return BREAK.join([*pieces, run[start:]])


@cache
def _known(folder: Path) -> frozenset[str]:
    return fonts.letters(folder) | {"\n", "\t"}
