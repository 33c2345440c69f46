"""One thing as it was promised, and as it was found each time somebody looked: a bar for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from readiness.reports.charts.drawing import EDGE, WIDTH, Box, Chart, Label, Scale, widest

TITLE, ROW, BAR = 9, 21, 13
TOP = TITLE + 22
BETWEEN = 10  # words and bars


@dataclass(frozen=True)
class Level:
    """A value under its name, as it is said. What was promised may lie between `low` and `high`."""

    name: str
    value: Decimal
    text: str
    promised: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class Bar:
    """A hollow bar is a promise; its thin line runs from `low` to `high` at `middle`."""

    box: Box
    hollow: bool
    middle: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class PromisedAndFound(Chart):
    """`nought` is the line from which the bars run, down from `top` to `bottom`."""

    template: ClassVar[str] = "reports/parts/chart_promised.html"

    bars: tuple[Bar, ...]
    nought: Decimal
    top: Decimal
    bottom: Decimal


def promised_and_found(what: str, levels: Sequence[Level], finding: str) -> Chart:
    """The levels of `what`, which heads them, in the order given: the promise first."""
    ends = [end for each in levels for end in (each.value, each.low, each.high) if end is not None]
    said = EDGE + widest([each.name for each in levels]) + BETWEEN
    left = said + widest([each.text for each in levels]) + BETWEEN
    scale = Scale([Decimal(0), *ends], left, WIDTH - EDGE)
    labels = [Label(what, EDGE, Decimal(TITLE), bold=True)]
    bars: list[Bar] = []
    for place, each in enumerate(levels):
        y = Decimal(TOP + place * ROW)
        labels.append(Label(each.name, EDGE, y))
        labels.append(Label(each.text, left - BETWEEN, y, "end"))
        bars.append(_bar(each, scale, y))
    bottom = TOP + ROW * len(levels) - ROW // 2
    return PromisedAndFound(
        slug="promised-and-found",
        name=_("Chart: {what}").format(what=what),
        finding=finding,
        labels=tuple(labels),
        height=bottom + int(EDGE),
        bars=tuple(bars),
        nought=scale.at(Decimal(0)),
        top=Decimal(TOP - ROW // 2),
        bottom=Decimal(bottom),
    )


def _bar(level: Level, scale: Scale, middle: Decimal) -> Bar:
    start, end = sorted((scale.at(Decimal(0)), scale.at(level.value)))
    box = Box(start, middle - Decimal(BAR) / 2, end - start, Decimal(BAR))
    low, high = (
        None if value is None or level.low == level.high else scale.at(value)
        for value in (level.low, level.high)
    )
    return Bar(box, level.promised, middle, low, high)
