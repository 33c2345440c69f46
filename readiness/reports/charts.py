"""Charts as finished values: every point worked out, so that a template only has to draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from readiness.business_case.years import Year
from readiness.cases import amounts

WIDTH, HEIGHT = 660, 290
RIGHT, TOP, BOTTOM = 490, 12, 258  # the field in which lines are drawn
LETTER = Decimal("6.5")  # about the width of a figure
APART = 16  # between two labels
ABOUT_TICKS = 5

Rule = Callable[[Year], Decimal]


@dataclass(frozen=True)
class Tick:
    """A line across the field, or a place below it, with its label."""

    at: Decimal
    label: str


@dataclass(frozen=True)
class Drawn:
    """A line with a label at its end. `style` is cost, low, likely or high."""

    style: str
    points: str  # as SVG has them: "74,262 188,120"
    marks: tuple[tuple[Decimal, Decimal], ...]
    end: tuple[Decimal, Decimal]
    label: str
    label_at: Decimal


@dataclass(frozen=True)
class Chart:
    """`finding` is what it shows, in full sentences: all that a screen reader says of it."""

    slug: str
    finding: str
    lines: tuple[Drawn, ...]
    band: str  # the points round what lies between low and high
    across: tuple[Tick, ...]
    years: tuple[Tick, ...]
    nought: Decimal
    left: Decimal
    width: int = WIDTH
    height: int = HEIGHT
    right: int = RIGHT


def cost_and_benefit(years: Sequence[Year], finding: str) -> Chart:
    """What it has cost and given back by the end of each year, from year 0."""
    rules: dict[str, tuple[str, Rule]] = {
        "high": (_("High benefit"), lambda year: year.whole_benefit_so_far.high),
        "likely": (_("Likely benefit"), lambda year: year.whole_benefit_so_far.likely),
        "low": (_("Low benefit"), lambda year: year.whole_benefit_so_far.low),
        "cost": (_("Cost"), lambda year: year.cost_so_far),
    }
    values = {style: [rule(year) for year in years] for style, (_l, rule) in rules.items()}
    scale = _Scale([value for each in values.values() for value in each], len(years))
    ends = _apart({style: scale.y(each[-1]) for style, each in values.items()})
    return Chart(
        slug="cost-and-benefit",
        finding=finding,
        lines=tuple(
            _line(style, rules[style][0], values[style], scale, ends[style]) for style in rules
        ),
        band=f"{scale.points(values['high'])} {' '.join(reversed(scale.points(values['low']).split()))}",
        across=tuple(Tick(scale.y(value), amounts.pounds(value)) for value in scale.ticks),
        years=tuple(Tick(scale.x(place), _year(place)) for place in range(len(years))),
        nought=scale.y(Decimal(0)),
        left=scale.left,
    )


def _line(
    style: str, label: str, values: Sequence[Decimal], scale: "_Scale", label_at: Decimal
) -> Drawn:
    marks = tuple((scale.x(place), scale.y(value)) for place, value in enumerate(values))
    said = f"{label} {amounts.pounds(values[-1])}"
    return Drawn(style, scale.points(values), marks, marks[-1], said, label_at)


def _year(number: int) -> str:
    return _("Start") if number == 0 else _("Year {n}").format(n=number)


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


class _Scale:
    """From pounds and years to places in the drawing."""

    def __init__(self, values: Sequence[Decimal], years: int) -> None:
        low, high = min(Decimal(0), *values), max(Decimal(0), *values)
        step = _round_step((high - low) / ABOUT_TICKS)
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = int((high / step).to_integral_value(ROUND_CEILING))
        self.ticks = [step * n for n in range(first, max(last, first + 1) + 1)]
        self.bottom, self.top = self.ticks[0], self.ticks[-1]
        self.left = 12 + LETTER * max(len(amounts.pounds(tick)) for tick in self.ticks)
        self.gap = (RIGHT - self.left) / max(years - 1, 1)

    def x(self, place: int) -> Decimal:
        return _tenth(self.left + self.gap * place)

    def y(self, value: Decimal) -> Decimal:
        share = (value - self.bottom) / (self.top - self.bottom)
        return _tenth(BOTTOM - share * (BOTTOM - TOP))

    def points(self, values: Sequence[Decimal]) -> str:
        return " ".join(f"{self.x(n)},{self.y(value)}" for n, value in enumerate(values))


def _round_step(rough: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, no less than `rough`."""
    if rough <= 0:
        return Decimal(1)
    power = Decimal(10) ** rough.adjusted()
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
