"""Readiness, each side by itself: where its three statements stand, and whether that is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from readiness.reports.charts.drawing import (
    EDGE,
    WIDTH,
    Chart,
    Label,
    Place,
    widest,
)
from readiness.reports.cutting import cut

NAME = 34  # letters of the name of a side
TOP, ROW = 36, 24
APART = 15  # between marks at one level
BESIDE = 10


@dataclass(frozen=True)
class Side:
    """`levels` (0 to 3) of those statements that were answered; `enough` in words."""

    name: str
    levels: tuple[int, ...]
    enough: str
    is_enough: bool


@dataclass(frozen=True)
class Mark:
    """One statement; full where the side is good enough."""

    at: Place
    full: bool


@dataclass(frozen=True, kw_only=True)
class Readiness(Chart):
    """No score and no total. `steps` are the places of the four levels, `rows` of the sides."""

    template: ClassVar[str] = "reports/parts/chart_readiness.html"

    marks: tuple[Mark, ...]
    steps: tuple[Decimal, ...]
    rows: tuple[Decimal, ...]
    left: Decimal
    right: Decimal
    bottom: Decimal


def readiness(sides: Sequence[Side], words: Sequence[str], finding: str) -> Chart:
    """`words` are what the four levels are called."""
    names = [cut(side.name, NAME) for side in sides]
    head = _("A mark for each statement")
    left = EDGE + widest([head, *names]) + BESIDE
    right = WIDTH - EDGE - widest((side.enough for side in sides), bold=True) - BESIDE
    gap = (right - left) / len(words)
    steps = tuple(left + gap * (2 * n + 1) / 2 for n in range(len(words)))
    rows = tuple(Decimal(TOP + ROW * place) for place in range(len(sides)))
    top = Decimal(TOP - ROW)
    labels = [Label(head, EDGE, top)]
    labels += [Label(word, x, top, "middle") for word, x in zip(words, steps, strict=True)]
    for name, side, y in zip(names, sides, rows, strict=True):
        labels.append(Label(name, EDGE, y))
        labels.append(Label(side.enough, right + BESIDE, y, bold=side.is_enough))
    marks = tuple(
        mark for side, y in zip(sides, rows, strict=True) for mark in _marks(side, y, steps)
    )
    return Readiness(
        slug="readiness-sides",
        name=_("Chart: readiness, side by side"),
        finding=finding,
        labels=tuple(labels),
        height=TOP + ROW * len(sides),
        marks=marks,
        steps=steps,
        rows=rows,
        left=left,
        right=right,
        bottom=Decimal(TOP + ROW * len(sides) - ROW // 2),
    )


def _marks(side: Side, y: Decimal, steps: Sequence[Decimal]) -> list[Mark]:
    """Those at one level stand beside each other about the middle of it."""
    marks = []
    for level, step in enumerate(steps):
        count = side.levels.count(level)
        first = step - Decimal(APART) * (count - 1) / 2
        marks += [Mark((first + APART * n, y), side.is_enough) for n in range(count)]
    return marks
