"""What all charts are made of: labels that know their size, and a scale of pounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import ClassVar

from readiness.reports.cutting import room

WIDTH = 660  # on A4 between our margins a unit is a pixel, so letters of 12 are 9 points high
LETTER = Decimal(
    7
)  # of an ordinary letter at that size, in the broadest of the fonts it is read in
BOLD = Decimal("7.5")
LINE = Decimal(15)  # the height of a label
EDGE = Decimal(2)
ABOUT_TICKS = 5

Place = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Box:
    """A rectangle; `x` and `y` are its upper left corner."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal

    @property
    def right(self) -> Decimal:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> Decimal:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True)
class Label:
    """Words of ours in a chart: never what a person typed, as joined letters would come apart.

    `y` is the middle of the line; `anchor` is start, middle or end, as in SVG.
    """

    text: str
    x: Decimal
    y: Decimal
    anchor: str = "start"
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room that it takes at most."""
        width = width_of(self.text, bold=self.bold)
        share = {"start": Decimal(0), "middle": Decimal("0.5"), "end": Decimal(1)}[self.anchor]
        return Box(self.x - width * share, self.y - LINE / 2, width, LINE)


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`finding` is what it shows, in full sentences: all that a screen reader says of it.

    `slug` is unique on a page, `name` what the chart is called, `template` what draws it.
    """

    template: ClassVar[str]

    slug: str
    name: str
    finding: str
    labels: tuple[Label, ...]
    height: int
    width: int = WIDTH


def width_of(text: str, *, bold: bool = False) -> Decimal:
    """How broad a text is at most."""
    return tenth(Decimal(str(room(text))) * (BOLD if bold else LETTER))


def widest(texts: Iterable[str], *, bold: bool = False) -> Decimal:
    """The room that each of these texts fits in; nothing for no texts."""
    return max((width_of(text, bold=bold) for text in texts), default=Decimal(0))


def tenth(value: Decimal) -> Decimal:
    """A place in the drawing is no finer than this."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


class Scale:
    """From amounts to places between `start` and `end`, which may run either way."""

    def __init__(self, values: Iterable[Decimal], start: Decimal, end: Decimal) -> None:
        low, high = _spread(values)
        self.low, self.high, self.start, self.end = low, high, start, end

    def at(self, value: Decimal) -> Decimal:
        """The place of an amount."""
        share = (value - self.low) / (self.high - self.low)
        return tenth(self.start + share * (self.end - self.start))


def _spread(values: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The least and the most, a pound apart where all are one."""
    listed = list(values)
    low, high = min(listed), max(listed)
    return (low, high) if low < high else (low, low + 1)


def ticks(values: Iterable[Decimal]) -> list[Decimal]:
    """Round amounts from no more than the least to no less than the most, nought among them."""
    listed = [Decimal(0), *values]
    low, high = min(listed), max(listed)
    step = _round_step((high - low) / ABOUT_TICKS)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return [step * n for n in range(first, max(last, first + 1) + 1)]


def _round_step(rough: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, no less than `rough`."""
    if rough <= 0:
        return Decimal(1)
    power = Decimal(10) ** rough.adjusted()
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
