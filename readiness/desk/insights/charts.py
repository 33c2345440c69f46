"""The charts of the insights as finished values: a template only has to draw them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from django.utils.translation import gettext as _

from readiness.business_case import round_half_up
from readiness.desk.insights.periods import LENGTHS
from readiness.desk.insights.tables import Cell, Line, Table

BAR, ROW = 230, 46  # the longest bar, and a row with its name above it
COLUMN, HIGH, BAND = 76, 28, 74  # a place in a column, its highest bar, and a row of places
HEAD, LETTERS, LINE = 52, 11, 14  # room for the names of columns: three lines of so many letters


@dataclass(frozen=True)
class Bar:
    """One row: its name, how long its bar is and what stands at its end."""

    name: str
    y: int
    length: Decimal
    label: str


@dataclass(frozen=True)
class Bars:
    """How many say each thing. `finding` is what it shows, in a full sentence."""

    slug: str
    finding: str
    bars: tuple[Bar, ...]
    width: int = 400
    longest: int = BAR

    @property
    def height(self) -> int:
        return len(self.bars) * ROW


@dataclass(frozen=True)
class Post:
    """One place of a row: an upright bar from its foot, with its share above it."""

    x: int
    top: Decimal
    height: Decimal
    label: str


@dataclass(frozen=True)
class Band:
    """A row of upright bars that stand on one line."""

    name: str
    y: int
    foot: int
    posts: tuple[Post, ...]


@dataclass(frozen=True)
class SideBySide:
    """The same share in each column. `heads` are the names of the columns, line by line, each with
    its place across and down."""

    slug: str
    finding: str
    heads: tuple[tuple[int, int, str], ...]
    bands: tuple[Band, ...]
    width: int
    height: int


def bars(table: Table) -> Bars:
    """One bar for each row, the longest first."""
    return Bars(
        slug=f"{table.measure.kind}-bars",
        finding=_most(table),
        bars=tuple(
            Bar(line.name, n * ROW, _part(line.total, BAR), _label(line.total))
            for n, line in enumerate(table.ranked)
        ),
    )


def side_by_side(table: Table, split: str) -> SideBySide | None:
    """Each row's share in each column, in the order of the bars; None where too few are shown."""
    if not any(len(_shares(table, line)) > 1 for line in table.lines):
        return None
    return SideBySide(
        slug=f"{table.measure.kind}-split",
        finding=_compared(table, split),
        heads=tuple(head for n, name in enumerate(table.columns) for head in _head(n, name)),
        bands=tuple(_band(line, HEAD + n * BAND) for n, line in enumerate(table.ranked)),
        width=COLUMN * max(len(table.columns), 4),
        height=HEAD + BAND * len(table.lines),
    )


def _head(place: int, name: str) -> Iterator[tuple[int, int, str]]:
    """The name of a column in short lines, of which the last stands at the foot."""
    lines = wrap(name, LETTERS, break_long_words=False)
    for up, line in enumerate(reversed(lines), start=1):
        yield _middle(place), HEAD - LINE * up + 2, line


def _middle(place: int) -> int:
    return COLUMN * place + COLUMN // 2


def _band(line: Line, y: int) -> Band:
    foot = y + BAND - 10
    posts = []
    for n, cell in enumerate(line.cells):
        height = _part(cell, HIGH)
        label = cell.percent or (cell.number if cell.count is None else "–")
        posts.append(Post(_middle(n), foot - height, height, label))
    return Band(line.name, y, foot, tuple(posts))


def _part(cell: Cell, longest: int) -> Decimal:
    return round_half_up((cell.share or Decimal(0)) * longest / 100, 1)


def _label(cell: Cell) -> str:
    if cell.count is None:
        return cell.number
    return _("{count} of {total} ({share})").format(
        count=cell.number, total=f"{cell.total:,}", share=cell.percent
    )


def _most(table: Table) -> str:
    first = table.ranked[0]
    if not first.total.count:
        return _("Too few organisations say the same to show what stands first.")
    return str(table.measure.most).format(
        name=first.name,
        count=first.total.number,
        total=f"{first.total.total:,}",
        share=first.total.percent,
    )


def _compared(table: Table, split: str) -> str:
    """What became of the first row over time, or where it is highest and lowest."""
    first = table.ranked[0]
    shares = _shares(table, first)
    if len(shares) < 2:
        return _("Too few numbers can be shown to compare them.")
    if split not in LENGTHS:
        shares.sort(key=lambda each: each[0], reverse=True)
    (high, there, most), (low, here, least) = shares[0], shares[-1]
    words = {"name": first.name, "there": there, "most": most, "here": here, "least": least}
    if most == least:
        return _("“{name}” has the same share in {there} and in {here}: {most}.").format(**words)
    if split not in LENGTHS:
        return _(
            "“{name}” has its highest share in {there} ({most}) and its lowest in {here} ({least})."
        ).format(**words)
    if high > low:
        return _("“{name}” fell from {most} in {there} to {least} in {here}.").format(**words)
    return _("“{name}” rose from {most} in {there} to {least} in {here}.").format(**words)


def _shares(table: Table, line: Line) -> list[tuple[Decimal, str, str]]:
    """The shares of a row that are shown, each with the name of its column and as it is said."""
    columns = zip(table.columns, table.alike, line.cells, strict=True)
    return [
        (cell.share, name, cell.percent)
        for name, alike, cell in columns
        if alike and cell.share is not None
    ]
