"""The options side by side: what each is worth after costs, and in cash alone, about nought."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from readiness.business_case import Option
from readiness.cases import amounts
from readiness.reports.charts.drawing import (
    EDGE,
    WIDTH,
    Box,
    Chart,
    Label,
    Scale,
    widest,
)

TOP, ROW, GROUP, BAR = 12, 17, 58, 11
BETWEEN = 12  # what is said, and the bars
INDENT = 10


@dataclass(frozen=True)
class Bar:
    """`hollow` bars are cash alone; the others are time and cash."""

    box: Box
    hollow: bool


@dataclass(frozen=True, kw_only=True)
class OptionsBeside(Chart):
    """Two bars for each option; `nought` is the line from which they run, down to `bottom`."""

    template: ClassVar[str] = "reports/parts/chart_options.html"

    bars: tuple[Bar, ...]
    nought: Decimal
    bottom: Decimal


def options_beside(named: Sequence[tuple[str, Option]], finding: str) -> Chart:
    """Each option under its name, which is of 80 letters at most."""
    kinds = (_("Time and cash"), _("Cash alone"))
    worth = [(option.npv_all, option.npv_cash) for _name, option in named]
    all_worth = [amount for pair in worth for amount in pair]
    said = EDGE + INDENT + widest(kinds) + INDENT
    left = said + widest(map(amounts.pounds, all_worth)) + BETWEEN
    scale = Scale([Decimal(0), *all_worth], left, WIDTH - EDGE)
    labels: list[Label] = []
    bars: list[Bar] = []
    for place, (name, _option) in enumerate(named):
        y = Decimal(TOP + place * GROUP)
        labels.append(Label(name, EDGE, y, bold=True))
        for row, (kind, amount) in enumerate(zip(kinds, worth[place], strict=True), start=1):
            middle = y + row * ROW
            labels.append(Label(kind, EDGE + INDENT, middle))
            labels.append(Label(amounts.pounds(amount), left - BETWEEN, middle, "end"))
            bars.append(Bar(_bar(scale, amount, middle), hollow=row > 1))
    height = TOP + GROUP * len(named)
    nought = scale.at(Decimal(0))
    labels.append(_nought(nought, Decimal(height - TOP / 2), left))
    return OptionsBeside(
        slug="options-beside",
        name=_("Chart: the options side by side"),
        finding=finding,
        labels=tuple(labels),
        height=height + TOP // 2,
        bars=tuple(bars),
        nought=nought,
        bottom=Decimal(height - TOP),
    )


def _bar(scale: Scale, amount: Decimal, middle: Decimal) -> Box:
    start, end = sorted((scale.at(Decimal(0)), scale.at(amount)))
    return Box(start, middle - Decimal(BAR) / 2, end - start, Decimal(BAR))


def _nought(x: Decimal, y: Decimal, left: Decimal) -> Label:
    """Below its line, within the drawing."""
    half = widest(["£0"]) / 2
    return Label("£0", min(max(x, left + half), WIDTH - EDGE - half), y, "middle")
