"""What a page is made of: finished words and figures, for HTML, PDF and whatever comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.reports.charts import Chart

# What is kept on one page: less than about a third of it.
SMALL, FEW = 1500, 4  # letters, lines
SMALL_TABLE, SMALL_ROWS = 700, 12  # letters, rows
LONG = 600  # letters of a row that may go on over the page
MILLIONS = 9  # letters of a figure, from which names have less room


@dataclass(frozen=True)
class Line:
    """Something named, and what is said of it."""

    label: str
    paragraphs: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The label as it leads into what is said."""
        return self.label if self.label.endswith(("?", "!")) else f"{self.label}:"

    @property
    def long(self) -> bool:
        """Whether it may go on over the page, so that none stays half empty."""
        return sum(map(len, self.paragraphs)) > LONG


@dataclass(frozen=True)
class Column:
    """The head of a column; `number` columns are set right."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Cell:
    text: str
    number: bool = False


@dataclass(frozen=True)
class Row:
    """`name` heads the row. A `strong` row is a total, or the option that is asked for."""

    name: str
    cells: tuple[Cell, ...]
    strong: bool = False

    @property
    def long(self) -> bool:
        """Whether it may go on over the page, so that none stays half empty."""
        return sum(len(cell.text) for cell in self.cells) > LONG

    @property
    def marks(self) -> str:
        """Its classes in HTML."""
        return " ".join(name for name in ("strong", "long") if getattr(self, name))


@dataclass(frozen=True)
class Table:
    """`notes` are full sentences; a cell that says “note a” points at the first."""

    caption: str
    first: Column
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...] = ()
    fixed: bool = False  # columns of one width, for tables of a few short words

    @property
    def small(self) -> bool:
        """Whether it is short enough to be kept on one page."""
        texts = [row.name for row in self.rows] + [c.text for row in self.rows for c in row.cells]
        return len(self.rows) <= SMALL_ROWS and sum(map(len, texts)) <= SMALL_TABLE

    @property
    def roomy(self) -> bool:
        """Whether its figures are short, so that there is room for the names beside them."""
        return max(len(cell.text) for row in self.rows for cell in row.cells) <= MILLIONS

    @property
    def marks(self) -> str:
        """Its classes in HTML."""
        named = {"even": self.fixed, "small": self.small, "roomy": self.roomy}
        return " ".join(name for name, so in named.items() if so)

    @property
    def note(self) -> str:
        """The notes as one paragraph; what has no letter stands as it is."""
        label = _("Note {letter}: {text}")
        return " ".join(
            label.format(letter=letter, text=text) if letter else text
            for letter, text in self.notes
        )


@dataclass(frozen=True)
class Source:
    """A finding with where it comes from; `how` is its stance and how independent it is."""

    claim: str
    how: str
    source: str
    link: str  # an address from the catalogue, never one that a person typed


@dataclass(frozen=True)
class Block:
    """A part of a section under a heading of its own. What is empty is not printed.

    Printed in this order: paragraphs, points, lines, sources, chart, table, then what comes `after`.
    """

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    sources: tuple[Source, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    after: tuple[str, ...] = ()
    anchor: str = ""

    @property
    def small(self) -> bool:
        """Whether it is short enough to be kept on one page."""
        if self.chart or self.sources or len(self.lines) > FEW:
            return False
        if self.table and not self.table.small:
            return False
        said = [text for line in self.lines for text in line.paragraphs]
        return sum(map(len, (*self.paragraphs, *self.points, *said, *self.after))) <= SMALL

    def __bool__(self) -> bool:
        """Whether it holds anything to print."""
        held = (self.paragraphs, self.points, self.lines, self.sources, self.table, self.after)
        return any(held)


@dataclass(frozen=True)
class Section:
    """`slug` is its anchor; `open` says in one line what is not answered yet, "" where all is.

    In a `close` one the lines run on, as in a list of words, and are no table.
    """

    slug: str
    title: str
    blocks: tuple[Block, ...]
    open: str = ""
    close: bool = False


class Notes:
    """The notes below one table: each sentence once, under a letter of its own."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self._plain: list[str] = []

    def mark(self, sentence: str) -> str:
        """What stands in the cell in place of a figure."""
        letter = self._letters.setdefault(
            sentence, "abcdefghijklmnopqrstuvwxyz"[len(self._letters)]
        )
        return _("note {letter}").format(letter=letter)

    def add(self, sentence: str) -> None:
        """Say something of the whole table, at which no cell points."""
        self._plain.append(sentence)

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Letters and sentences in order, then what has no letter."""
        lettered = tuple((letter, sentence) for sentence, letter in self._letters.items())
        return lettered + tuple(("", sentence) for sentence in self._plain)


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    *,
    notes: Notes | None = None,
    strong: Iterable[int] = (),
    fixed: bool = False,
) -> Table | None:
    """A table of texts, the first of each row its name; None where there are no rows.

    `strong` are the places of strong rows, counted from the end (-1) or the start (0).
    """
    listed = [tuple(row) for row in rows]
    bold = {place % len(listed) for place in strong} if listed else set()
    made = tuple(_row(row, columns, place in bold) for place, row in enumerate(listed))
    if not made:
        return None
    return Table(caption, columns[0], tuple(columns[1:]), made, notes.all if notes else (), fixed)


def _row(texts: Sequence[str], columns: Sequence[Column], strong: bool) -> Row:
    cells = zip(texts[1:], columns[1:], strict=True)
    return Row(texts[0], tuple(Cell(text, column.number) for text, column in cells), strong)


def section(
    slug: str, title: str, blocks: Iterable[Block], open_line: str = "", *, close: bool = False
) -> Section:
    """A section of those blocks that hold anything."""
    return Section(slug, title, tuple(block for block in blocks if block), open_line, close)
