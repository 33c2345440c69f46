"""The words of a text as a search sees them, and the texts of an entry that it looks in."""

import re
from collections.abc import Iterator
from typing import Any

from readiness.catalogue.entry import Entry
from readiness.catalogue.models import (
    Anxiety,
    Avenue,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    Term,
)
from readiness.catalogue.suggestions import plain_words
from readiness.catalogue.texts import texts

WORD = re.compile(r"[^\W_]+(?:['’‐‑-][^\W_]+)*")

# The fields that a reader of the entry's page sees, but for its name.
READ: dict[type[Entry], str] = {
    Avenue: "summary what_it_is can_do goes_wrong left_out examples control changes_for signs_it_fits"
    " signs_it_does_not needs try_small cost_lines often_forgotten supplier_questions standards"
    " evidence_note",
    Anxiety: "behind_it supports against depends_on ask_yourselves good_response poor_response",
    Lesson: "what_was_learned what_happened publisher",
    Principle: "statement why what_it_looks_like what_ignoring_it_looks_like how_the_guide_acts",
    Term: "meaning",
    OtherWay: "summary needs try_first",
    Evidence: "claim figure note source_title publisher",
}
CODES = {"category", "kind", "words"}


def words(text: str) -> list[str]:
    """The words of a text in lower case and without accents; two for one with a hyphen."""
    return [part for each in WORD.findall(text) for part in plain_words(each).split()]


def forms(text: str) -> list[str]:
    """The same, and each word with a hyphen also without it, so that “wifi” finds “Wi-Fi”."""
    found = [plain_words(each).split() for each in WORD.findall(text)]
    return [form for parts in found for form in _forms(parts)]


def _forms(parts: list[str]) -> list[str]:
    return [*parts, "".join(parts)] if len(parts) > 1 else parts


def passages(entry: Entry) -> list[str]:
    """Every text on the entry's page but its name, each once."""
    found = (
        text for name in READ[type(entry)].split() for text in texts(_read(getattr(entry, name)))
    )
    return list(dict.fromkeys(text for text in found if text))


def _read(value: Any) -> Any:
    """A value of an entry without its codes."""
    if isinstance(value, list):
        return [_read(each) for each in value]
    if isinstance(value, dict):
        return {key: _read(each) for key, each in value.items() if key not in CODES}
    return value


def pieces(text: str, starts: tuple[str, ...], longest: int) -> Iterator[tuple[str, bool]]:
    """The text cut into pieces, each with whether it is a word that begins with one of `starts`.
    Of a text longer than `longest` letters, the stretch around the first such word."""
    hits = [hit for hit in WORD.finditer(text) if any(f.startswith(starts) for f in forms(hit[0]))]
    start, end = _stretch(text, hits[0].start() if hits else 0, longest)
    at = start
    if start:
        yield "… ", False
    for hit in hits:
        if start <= hit.start() and hit.end() <= end:
            yield text[at : hit.start()], False
            yield hit[0], True
            at = hit.end()
    yield text[at:end], False
    if end < len(text):
        yield " …", False


def _stretch(text: str, first: int, longest: int) -> tuple[int, int]:
    """Where to begin and end so that the word at `first` is seen; at spaces where there are any."""
    if len(text) <= longest:
        return 0, len(text)
    start = max(0, min(first - longest // 4, len(text) - longest))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = start + longest
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", first, end)
    return start, space if space > first else end
