"""Suppliers side by side, as finished values: what is unmet first, and nothing is added up to a score."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from readiness.cases.fields import Choice
from readiness.cases.steps.step import Kept
from readiness.suppliers.asked import GROUPS, SAFE, Asked
from readiness.suppliers.forms import SAID, UNKNOWN, Reference
from readiness.suppliers.models import Supplier
from readiness.suppliers.replies import Placed, placed

# What stands in the way comes first.
WORST_FIRST = ("not", "partly", UNKNOWN, "met")
SIGNS = {"met": "✓", "partly": "◐", "not": "✗", UNKNOWN: "?"}


@dataclass(frozen=True)
class Cell:
    """What one supplier says to one thing. `state` is the answer as it counts: one that was recorded
    about other words is not known; empty where nothing was asked."""

    whose: str  # the supplier's name
    words: str
    state: str = ""
    sign: str = ""
    note: str = ""
    before: str = ""  # the words that it was recorded about, where they are others now


@dataclass(frozen=True)
class Line:
    """One thing, and what each supplier says to it, in their order."""

    title: str
    cells: tuple[Cell, ...]
    strong: bool = False
    kind: str = ""  # “money” where the cells are amounts

    @property
    def worst(self) -> int:
        """The place in WORST_FIRST of the answer that stands in the way the most."""
        return min(WORST_FIRST.index(cell.state) for cell in self.cells)


@dataclass(frozen=True)
class Group:
    """Lines under one heading."""

    title: Any
    lines: tuple[Line, ...]
    hint: str = ""


@dataclass(frozen=True)
class Looked:
    """A supplier with what was recorded of it, by kind."""

    supplier: Supplier
    recorded: dict[str, Kept]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.supplier.name

    def rows(self, kind: str) -> list[Kept]:
        """The rows that were recorded of a kind."""
        return self.recorded.get(kind, {}).get("rows", [])


def look_at(suppliers: Iterable[Supplier]) -> list[Looked]:
    """Suppliers with what was recorded of them; fetch `recorded` along with them."""
    return [Looked(each, {row.kind: row.kept for row in each.recorded.all()}) for each in suppliers]


def answers_beside(asked: Sequence[Asked], looked: Sequence[Looked]) -> list[Group]:
    """The answers to everything that is asked, the musts that are not met by all first."""
    listed = [placed(asked, each.rows("replies")) for each in looked]
    lines = [
        (each.group, _line(each.words, looked, [one[n] for one in listed]))
        for n, each in enumerate(asked)
    ]
    musts = sorted((line for group, line in lines if group == "must"), key=lambda each: each.worst)
    met = WORST_FIRST.index("met")
    found = [
        Group(_("Musts that are not met yet"), tuple(m for m in musts if m.worst < met)),
        Group(_("Musts that are met by all"), tuple(m for m in musts if m.worst == met)),
        *(Group(GROUPS[name], _of(name, lines)) for name in ("should", "could", "")),
        Group(_("No longer on your list"), tuple(_left(looked, listed))),
        Group(GROUPS[SAFE], _of(SAFE, lines)),
    ]
    return [each for each in found if each.lines]


def _of(group: str, lines: Sequence[tuple[str, Line]]) -> tuple[Line, ...]:
    return tuple(line for name, line in lines if name == group)


def _line(words: str, looked: Sequence[Looked], found: Sequence[Placed]) -> Line:
    pairs = zip(looked, found, strict=True)
    return Line(words, tuple(_cell(each.name, place) for each, place in pairs))


def _cell(whose: str, place: Placed) -> Cell:
    said: Choice = SAID[place.row.get("said", UNKNOWN)]
    state, words = str(said.value), str(said.label)
    if place.before:
        state, words = UNKNOWN, _("Before: {answer}").format(answer=words)
    return Cell(whose, words, state, SIGNS[state], place.row.get("note", ""), place.before)


def _left(looked: Sequence[Looked], listed: Sequence[list[Placed]]) -> Iterator[Line]:
    """What is asked no longer: kept, so that nothing that somebody found out is lost."""
    left = [{each.words: each for each in one if each.asked is None} for one in listed]
    for words in dict.fromkeys(words for each in left for words in each):
        cells = [
            _cell(each.name, own[words]) if words in own else Cell(each.name, _("Was not asked"))
            for each, own in zip(looked, left, strict=True)
        ]
        yield Line(words, tuple(cells))


@dataclass(frozen=True)
class Told:
    """What was said about a supplier, and by whom."""

    who: str
    organisation: str
    when: str
    said: str


def references_of(looked: Looked) -> list[Told]:
    """The references that were taken, as they are read."""
    fields = Reference.base_fields
    return [
        Told(**{name: fields[name].read(row.get(name)) for name in fields})
        for row in looked.rows("references")
    ]
