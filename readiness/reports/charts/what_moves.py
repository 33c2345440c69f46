"""What moves the result most: a bar for each input, from a fifth lower to a fifth higher."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from readiness.business_case import Move
from readiness.cases import amounts
from readiness.reports.charts.drawing import (
    EDGE,
    LINE,
    WIDTH,
    Box,
    Chart,
    Label,
    Scale,
    widest,
)

MOST = 8  # bars
TOP, ROW, BAR = 36, 23, 13
BESIDE = 6


@dataclass(frozen=True)
class Swing:
    """Two boxes from the worth as given: `lower` is hollow, `higher` filled."""

    lower: Box
    higher: Box


@dataclass(frozen=True, kw_only=True)
class WhatMoves(Chart):
    """`given` is the line at which the technology is worth what the case says, from `top` to `foot`;
    `nought` is the line of £0, where that is within what is drawn."""

    template: ClassVar[str] = "reports/parts/chart_moves.html"

    swings: tuple[Swing, ...]
    given: Decimal
    top: Decimal
    foot: Decimal
    nought: Decimal | None = None


def what_moves(named: Sequence[tuple[str, Move]], given: Decimal, finding: str) -> Chart:
    """The first eight of the moves that swing at all, in the order they come in."""
    shown = [(name, move) for name, move in named if move.swing][:MOST]
    ends = [worth.technology for _n, move in shown for worth in (move.lower, move.higher)]
    side = widest(said(worth) for worth in ends for said in (_lower, _higher)) + BESIDE
    left = EDGE + widest(name for name, _move in shown) + BESIDE
    scale = Scale([given, *ends], left + side, WIDTH - EDGE - side)
    labels: list[Label] = [_as_given(given, scale, left)]
    swings: list[Swing] = []
    for place, (name, move) in enumerate(shown):
        y = Decimal(TOP + place * ROW)
        labels += [Label(name, EDGE, y), *_ends(move, given, scale, y)]
        swings.append(
            Swing(*(_bar(scale, given, worth.technology, y) for worth in (move.lower, move.higher)))
        )
    nought = scale.at(Decimal(0)) if min([given, *ends]) <= 0 <= max([given, *ends]) else None
    foot = TOP + ROW * len(shown)
    if nought is not None:
        labels.append(Label("£0", nought, Decimal(foot), "middle"))
    return WhatMoves(
        slug="what-moves",
        name=_("Chart: what moves the result most"),
        finding=finding,
        labels=tuple(labels),
        height=foot + (ROW if nought is not None else 0),
        foot=Decimal(foot) - (LINE / 2 if nought is not None else 0),
        nought=nought,
        swings=tuple(swings),
        given=scale.at(given),
        top=Decimal(TOP - ROW / 2),
    )


def _bar(scale: Scale, given: Decimal, worth: Decimal, middle: Decimal) -> Box:
    start, end = sorted((scale.at(given), scale.at(worth)))
    return Box(start, middle - Decimal(BAR) / 2, end - start, Decimal(BAR))


def _ends(move: Move, given: Decimal, scale: Scale, y: Decimal) -> list[Label]:
    """What each end is, outside the bar: the lesser worth to the left of it."""
    said = sorted(
        (
            (move.lower.technology, _lower(move.lower.technology)),
            (move.higher.technology, _higher(move.higher.technology)),
        )
    )
    (least, left), (most, right) = said
    return [
        Label(left, scale.at(min(least, given)) - BESIDE, y, "end"),
        Label(right, scale.at(max(most, given)) + BESIDE, y),
    ]


def _lower(worth: Decimal) -> str:
    return _("−20%: {amount}").format(amount=amounts.pounds(worth))


def _higher(worth: Decimal) -> str:
    return _("+20%: {amount}").format(amount=amounts.pounds(worth))


def _as_given(given: Decimal, scale: Scale, left: Decimal) -> Label:
    text = _("as given: {amount}").format(amount=amounts.pounds(given))
    half = widest([text], bold=True) / 2
    x = min(max(scale.at(given), left + half), WIDTH - EDGE - half)
    return Label(text, x, Decimal(TOP - ROW), "middle", bold=True)
