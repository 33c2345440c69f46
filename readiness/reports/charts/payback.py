"""The point at which it has paid back for good, and a free place for its label."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from readiness.reports.charts.drawing import LINE, Box, Label, Place, tenth, width_of

CLEAR = 3  # between a label and a line
DISTANCES = range(22, 240, 14)
RADIUS = 6

Segment = tuple[Place, Place]


@dataclass(frozen=True)
class Payback:
    """The mark is on the likely line; `leader` is where the thin line from it to its label ends."""

    at: Place
    label: Label
    leader: Decimal


def payback_point(
    at: Place, text: str, lines: Sequence[Segment], field: tuple[Place, Place]
) -> Payback:
    """The label stands straight above or below its mark, where it lies on the fewest lines."""
    places = _places(at, width_of(text, bold=True), field)
    labels = [Label(text, x, y, "middle", bold=True) for x, y in places]
    label = min(labels, key=lambda each: sum(_crosses(each.box, *line) for line in lines))
    return Payback(at, label, label.y + (LINE / 2 if label.y < at[1] else -LINE / 2))


def _places(at: Place, width: Decimal, field: tuple[Place, Place]) -> Iterator[Place]:
    """The nearest first; within the field, and with the mark above or below some part of the text."""
    (left, top), (right, bottom) = field
    aside = width / 2 - RADIUS
    for distance in DISTANCES:
        for y in (at[1] - distance, at[1] + distance):
            if not top + LINE / 2 <= y <= bottom - LINE / 2:
                continue
            for x in (at[0], at[0] - aside, at[0] + aside):
                yield tenth(min(max(x, left + width / 2), right - width / 2)), y


def _crosses(box: Box, start: Place, end: Place) -> bool:
    """Whether a line that runs from left to right comes too near to the box."""
    left, right = max(box.x - CLEAR, start[0]), min(box.right + CLEAR, end[0])
    if left > right:
        return False
    slope = (end[1] - start[1]) / (end[0] - start[0])
    heights = [start[1] + (x - start[0]) * slope for x in (left, right)]
    return min(heights) <= box.bottom + CLEAR and max(heights) >= box.y - CLEAR
