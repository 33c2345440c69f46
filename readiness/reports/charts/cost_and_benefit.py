"""What the technology has cost and given back by the end of each year, and when it has paid back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from django.utils.translation import gettext as _

from readiness.business_case.years import Year
from readiness.cases import amounts
from readiness.reports.charts.drawing import (
    EDGE,
    WIDTH,
    Chart,
    Label,
    Place,
    Scale,
    tenth,
    ticks,
    widest,
    width_of,
)
from readiness.reports.charts.payback import Payback, Segment, payback_point

HEIGHT, TOP, BOTTOM = 240, 12, 208  # the field in which lines are drawn
APART = 16  # between two labels
BESIDE = 10  # between a line and its label
MONTHS = 12

Rule = Callable[[Year], Decimal]


@dataclass(frozen=True)
class Drawn:
    """A line. `style` is cost, low, likely or high; `points` are as SVG has them: "74,262 188,120"."""

    style: str
    points: str
    marks: tuple[Place, ...]


@dataclass(frozen=True, kw_only=True)
class CostAndBenefit(Chart):
    """`band` are the points round what lies between low and high; `across` the lines at round
    amounts. `payback` is None where the technology never pays back within the years."""

    template: ClassVar[str] = "reports/parts/chart_lines.html"

    lines: tuple[Drawn, ...]
    band: str
    across: tuple[Decimal, ...]
    nought: Decimal
    left: Decimal
    right: Decimal
    payback: Payback | None


def cost_and_benefit(years: Sequence[Year], finding: str, payback: int | None) -> Chart:
    """From year 0. `payback` is in months, on likely figures, time and cash together."""
    rules: dict[str, tuple[str, Rule]] = {
        "high": (_("High benefit"), lambda year: year.whole_benefit_so_far.high),
        "likely": (_("Likely benefit"), lambda year: year.whole_benefit_so_far.likely),
        "low": (_("Low benefit"), lambda year: year.whole_benefit_so_far.low),
        "cost": (_("Cost"), lambda year: year.cost_so_far),
    }
    values = {style: [rule(year) for year in years] for style, (_l, rule) in rules.items()}
    ends = {
        style: f"{label} {amounts.pounds(values[style][-1])}"
        for style, (label, _rule) in rules.items()
    }
    field = _Field(
        [value for each in values.values() for value in each], len(years), [*ends.values()]
    )
    lines = {style: _line(style, each, field) for style, each in values.items()}
    point = None if payback is None else _payback(payback, values["likely"], lines, field)
    labels = (*field.labels, *_ends(ends, lines, field), *((point.label,) if point else ()))
    return CostAndBenefit(
        slug="cost-and-benefit",
        name=_("Chart: cost and benefit so far, year by year"),
        finding=finding,
        labels=labels,
        height=HEIGHT,
        lines=tuple(lines.values()),
        band=f"{lines['high'].points} {' '.join(reversed(lines['low'].points.split()))}",
        across=tuple(field.y(value) for value in field.ticks),
        nought=field.y(Decimal(0)),
        left=field.left,
        right=field.right,
        payback=point,
    )


class _Field:
    """From pounds and years to places in the drawing, with room at both sides for what is said."""

    def __init__(self, values: Sequence[Decimal], years: int, ends: Sequence[str]) -> None:
        self.ticks = ticks(values)
        said = [amounts.pounds(tick) for tick in self.ticks]
        self.left = EDGE + widest(said) + BESIDE
        self.right = WIDTH - EDGE - BESIDE - widest(ends, bold=True)
        self.gap = (self.right - self.left) / max(years - 1, 1)
        self._scale = Scale(self.ticks, Decimal(BOTTOM), Decimal(TOP))
        self.labels = (
            *(
                Label(text, self.left - BESIDE, self.y(tick), "end")
                for tick, text in zip(self.ticks, said, strict=True)
            ),
            *self._years(years),
        )

    def x(self, years: Decimal) -> Decimal:
        return tenth(self.left + self.gap * years)

    def y(self, value: Decimal) -> Decimal:
        return self._scale.at(value)

    def _years(self, years: int) -> list[Label]:
        """Each year, or each second one where they would lie on one another."""
        step = 1 if self.gap > width_of(_year(years - 1)) else 2
        return [
            Label(_year(n), self.x(Decimal(n)), Decimal(HEIGHT - 12), "middle")
            for n in range(0, years, step)
        ]


def _year(number: int) -> str:
    return _("Start") if number == 0 else _("Year {n}").format(n=number)


def _line(style: str, values: Sequence[Decimal], field: _Field) -> Drawn:
    marks = tuple((field.x(Decimal(n)), field.y(value)) for n, value in enumerate(values))
    return Drawn(style, " ".join(f"{x},{y}" for x, y in marks), marks)


def _ends(texts: dict[str, str], lines: dict[str, Drawn], field: _Field) -> list[Label]:
    placed = _apart({style: line.marks[-1][1] for style, line in lines.items()})
    x = field.right + BESIDE
    return [
        Label(text, x, placed[style], bold=style in ("cost", "likely"))
        for style, text in texts.items()
    ]


def _apart(ends: dict[str, Decimal]) -> dict[str, Decimal]:
    """Where labels stand so that none lies on another, as near to their lines as can be."""
    placed: dict[str, Decimal] = {}
    lowest = Decimal(TOP - APART)
    for style, end in sorted(ends.items(), key=lambda pair: pair[1]):
        lowest = max(end, lowest + APART)
        placed[style] = lowest
    highest = Decimal(BOTTOM + APART)
    for style, at in reversed(placed.items()):  # those pushed below the field come up again
        highest = min(at, highest - APART)
        placed[style] = highest
    return placed


def _payback(
    months: int, likely: Sequence[Decimal], lines: dict[str, Drawn], field: _Field
) -> Payback:
    """Within a year the benefit comes evenly, so the mark stands on the straight line."""
    whole, rest = divmod(months, MONTHS)
    then = likely[whole]
    if rest:
        then += (likely[whole + 1] - then) * rest / MONTHS
    at = (field.x(Decimal(months) / MONTHS), field.y(then))
    segments: list[Segment] = [ends for line in lines.values() for ends in pairwise(line.marks)]
    text = (
        _("pays back after {months}").format(months=amounts.months(months))
        if months
        else _("pays back from the start")
    )
    corners = ((field.left, Decimal(TOP)), (field.right, Decimal(BOTTOM)))
    return payback_point(at, text, segments, corners)
