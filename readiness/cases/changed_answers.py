"""What changed in the answers of one step, answer by answer and word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from readiness.cases.reading import Line, Part
from readiness.word_changes import ADDED, REMOVED, Changed, Piece, words_between

_NO_LINES: tuple[Line, ...] = ()


def changes_of(was: Sequence[Part], now: Sequence[Part]) -> Iterator[Changed]:
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
    row = after or before
    if row is None:
        return
    if before is None and row.title:
        yield Changed(_("{row}, new").format(row=row.title), (Piece(ADDED, _in_one(row)),))
    elif after is None and row.title:
        yield Changed(_("{row}, gone").format(row=row.title), (Piece(REMOVED, _in_one(row)),))
    else:
        yield from _answers(before, after, row.title)


def _in_one(row: Part) -> str:
    return " · ".join(f"{line.label}: {line.answer}" for line in row.lines if line.answer)


def _answers(before: Part | None, after: Part | None, title: str) -> Iterator[Changed]:
    was = {line.name: line for line in (before.lines if before else _NO_LINES)}
    now = {line.name: line for line in (after.lines if after else _NO_LINES)}
    for name in dict.fromkeys([*now, *was]):
        old, new = (each[name].answer if name in each else "" for each in (was, now))
        if old != new:
            label = (now.get(name) or was[name]).label
            yield Changed(
                _("{row}: {label}").format(row=title, label=label) if title else label,
                tuple(words_between(old, new)),
            )
