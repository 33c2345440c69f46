"""From counts to what a page and a file show: rows and columns, with small numbers withheld."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import round_half_up
from readiness.catalogue.contents import Contents
from readiness.desk.insights.asked import SENT, Asked
from readiness.desk.insights.counts import ALL, Column, Counts
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.periods import LENGTHS, before_name, period_name
from readiness.desk.insights.subjects import NATIONS, SERVICES, Measure, Words

Place = tuple[str, Column | None]


@dataclass(frozen=True)
class Cell:
    """A number of organisations, out of how many in this column. None is withheld."""

    count: int | None
    total: int | None

    @property
    def number(self) -> str:
        """“1,234”; the word for it where it is withheld."""
        return _("withheld") if self.count is None else f"{self.count:,}"

    @property
    def share(self) -> Decimal | None:
        """In hundredths; None where it is withheld or of nothing."""
        if self.count is None or not self.total:
            return None
        return Decimal(100 * self.count) / self.total

    @property
    def percent(self) -> str:
        """“28%”; a share that rounds to none or to all of them, and is neither, says so."""
        if self.share is None:
            return ""
        whole = round_half_up(self.share, 0)
        if whole == 0 < self.share:
            return _("under 1%")
        return _("over 99%") if self.share < 100 == whole else f"{whole}%"


@dataclass(frozen=True)
class Line:
    """A row of a table: its total first, then a cell for each column."""

    name: str
    total: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One measure. `base` holds how many organisations sent a case, in total and by column.

    `alike` says of each column whether it is compared: what came before all periods is not.
    """

    measure: Measure
    columns: tuple[str, ...]
    alike: tuple[bool, ...]
    base: Line
    lines: tuple[Line, ...]

    @property
    def ranked(self) -> list[Line]:
        """Most first; what is withheld comes last, in the order of the catalogue."""
        return sorted(self.lines, key=lambda line: -(line.total.count or 0))


def columns_of(picked: Picked, counts: Counts) -> dict[Column, str]:
    """What stands side by side: nations, services, or periods from the first with a case; what
    was sent before the first period that is shown is a column of its own."""
    if picked.split in LENGTHS:
        length, shown = LENGTHS[picked.split], picked.periods
        before = shown[0] - 1
        if counts.sent(before):
            name = before_name(shown[0], length)
            return {before: name, **{each: period_name(each, length) for each in shown}}
        begun = next((n for n, each in enumerate(shown) if counts.sent(each)), len(shown))
        return {each: period_name(each, length) for each in shown[begun:]}
    named: Mapping[str, Words] = NATIONS if picked.split == "nation" else SERVICES
    return {slug: str(name) for slug, name in named.items() if counts.sent(slug)}


def tables(
    measures: Sequence[Measure], counts: Counts, picked: Picked, contents: Contents
) -> list[Table]:
    """A table for each measure; none where too few organisations would stand in them."""
    columns = columns_of(picked, counts)
    asked = Asked(counts, picked, tuple(columns))
    closed = asked.withheld(Asked.NOBODY, SENT)
    if closed.whole or not counts.sent():
        return []
    return [_table(each, asked, columns, closed.parts, contents) for each in measures]


def as_among_others(
    found: Sequence[Table], side_by_side: Sequence[Table], name: str
) -> list[Table]:
    """The tables of one column alone, without what is withheld of it where it stands beside the
    others: who has both could subtract."""
    if not side_by_side or name not in side_by_side[0].columns:
        return []
    place = side_by_side[0].columns.index(name)
    if side_by_side[0].base.cells[place].count is None:
        return []
    return [
        replace(
            table,
            lines=tuple(
                _blank(line) if other.cells[place].count is None else line
                for line, other in zip(table.lines, others.lines, strict=True)
            ),
        )
        for table, others in zip(found, side_by_side, strict=True)
    ]


def _blank(line: Line) -> Line:
    """The row with every number withheld."""
    cells = tuple(Cell(None, cell.total) for cell in line.cells)
    return Line(line.name, Cell(None, line.total.total), cells)


def _table(
    measure: Measure,
    asked: Asked,
    columns: Mapping[Column, str],
    closed: Collection[Column],
    contents: Contents,
) -> Table:
    names, counts, picked = measure.names(contents), asked.counts, asked.picked
    hidden = _hidden(measure, asked, closed, list(names))
    totals: dict[Column | None, int] = {c: counts.sent(c) for c in columns if c not in closed}
    totals[ALL] = counts.sent()

    def cell(slug: str, column: Column | None) -> Cell:
        shown = (slug, column) not in hidden
        number = counts.of(measure.kind, slug, column) if shown else None
        return Cell(number, totals.get(column))

    def line(slug: str, name: Words) -> Line:
        return Line(str(name), cell(slug, ALL), tuple(cell(slug, each) for each in columns))

    return Table(
        measure,
        tuple(columns.values()),
        tuple(picked.split not in LENGTHS or each in picked.periods for each in columns),
        Line(
            _("Organisations"),
            Cell(totals[ALL], None),
            tuple(Cell(totals.get(column), None) for column in columns),
        ),
        tuple(line(slug, name) for slug, name in names.items()),
    )


def _hidden(
    measure: Measure, asked: Asked, closed: Collection[Column], slugs: Sequence[str]
) -> set[Place]:
    """The places that are withheld. Where the rows make up the whole, a reader could also subtract
    down a column, so a column is withheld with all its rows."""
    groups = [slugs] if measure.whole else [[slug] for slug in slugs]
    hidden: set[Place] = set()
    for group in groups:
        found = asked.withheld(group, measure.kind, also=closed)
        places: set[Column | None] = {*found.parts, *([ALL] if found.whole else [])}
        hidden |= {(slug, column) for slug in group for column in places}
    return hidden
