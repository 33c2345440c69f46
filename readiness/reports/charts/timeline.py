"""The dates of a plan, each on a line of its own under its month, from the first to the last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.reports.charts.drawing import EDGE, WIDTH, Chart, Label, Place, tenth, widest

TOP, ROW, FOOT = 14, 19, 22
APART = 12  # between a mark and what is said of it
MANY = 8  # years that are named below


@dataclass(frozen=True)
class Moment:
    """Something of a plan in a month. `name` is ours; `kind` is start, date or look."""

    name: str
    on: date
    kind: str


@dataclass(frozen=True)
class Mark:
    """Its shape says what kind it is: a start is a filled circle, a date a square, a look a ring."""

    at: Place
    kind: str


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """A line leads from each name, at `left`, to its mark; `years` are where years begin."""

    template: ClassVar[str] = "reports/parts/chart_timeline.html"

    marks: tuple[Mark, ...]
    years: tuple[Decimal, ...]
    left: Decimal
    bottom: Decimal


def timeline(moments: Sequence[Moment], finding: str) -> Chart | None:
    """The moments in the order given; None where there are none."""
    if not moments:
        return None
    months = [date_format(each.on, "F Y") for each in moments]
    left = EDGE + widest([each.name for each in moments], bold=True) + APART
    right = WIDTH - EDGE - widest(months) - APART
    across = _Months([each.on for each in moments], left + Decimal(APART) / 2, right)
    bottom = Decimal(TOP + ROW * len(moments))
    labels: list[Label] = []
    marks: list[Mark] = []
    for place, (each, month) in enumerate(zip(moments, months, strict=True)):
        at = across.at(each.on), Decimal(TOP + ROW * place)
        marks.append(Mark(at, each.kind))
        labels.append(Label(each.name, EDGE, at[1], bold=each.kind == "start"))
        labels.append(Label(month, at[0] + APART, at[1]))
    years = tuple(across.years())
    labels += [
        Label(str(year), across.at(date(year, 1, 1)), bottom + Decimal(FOOT) / 2, "middle")
        for year in years
    ]
    return Timeline(
        slug="timeline",
        name=_("Chart: what happens when"),
        finding=finding,
        labels=tuple(labels),
        height=int(bottom) + (FOOT if years else 0),
        marks=tuple(marks),
        years=tuple(across.at(date(year, 1, 1)) for year in years),
        left=left,
        bottom=bottom,
    )


class _Months:
    """From months to places between `start` and `end`; a single month stands at the start."""

    def __init__(self, days: Sequence[date], start: Decimal, end: Decimal) -> None:
        self.first, self.last = min(days), max(days)
        self.start, self.room = start, end - start

    def at(self, day: date) -> Decimal:
        """The place of a month."""
        whole = _months(self.first, self.last)
        share = Decimal(_months(self.first, day)) / whole if whole else Decimal(0)
        return tenth(self.start + share * self.room)

    def years(self) -> Iterator[int]:
        """The years that begin within, of a great many only some."""
        begun = range(self.first.year + (self.first.month > 1), self.last.year + 1)
        yield from begun[:: -(-len(begun) // MANY) or 1]


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
