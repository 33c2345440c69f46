"""Sections, blocks and tables of a paper, written into a Word document."""

import re
from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from readiness.reports.context.parts import Block, Line, Row, Section, Source, Table
from readiness.reports.word import styles

# What XML 1.0 cannot hold, whatever was typed.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WIDTH = Mm(174)  # between the margins
LEAST, MOST = 10, 36  # letters by which a column is wide
SMALL = 8  # rows of a table that is not split over pages


def sayable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


class Writer:
    """Writes one thing after the other at the end of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._marks = 0
        self._below_table = False

    def section(self, section: Section) -> Paragraph:
        """A section under its heading, with a mark that links lead to."""
        heading = self.heading(section.title, 1)
        self.mark(heading, section.slug)
        if section.open:
            self.paragraph(section.open, styles.QUIET)
        for block in section.blocks:
            self.block(block)
        return heading

    def block(self, block: Block) -> None:
        """A part of a section; a chart is its finding, and its table follows."""
        if block.title:
            self.mark(self.heading(block.title, 2), block.anchor)
        self.paragraphs(block.paragraphs)
        self.points(block.points)
        for line in block.lines:
            self.line(line)
        for source in block.sources:
            self.source(source)
        if block.chart and block.chart.finding not in block.paragraphs:
            self.paragraph(block.chart.finding)
        if block.table:
            self.table(block.table)
        self.paragraphs(block.after)

    def heading(self, text: str, level: int) -> Paragraph:
        """A heading, which Word lists in its own table of contents."""
        return self.paragraph(text, f"Heading {level}")

    def paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        """A paragraph in a style by name."""
        made = self.document.add_paragraph(sayable(text), style)
        if self._below_table and not style.startswith("Heading"):
            made.paragraph_format.space_before = Pt(6)
        self._below_table = False
        return made

    def paragraphs(self, texts: Iterable[str]) -> None:
        """Paragraphs, one below the other."""
        for text in texts:
            self.paragraph(text)

    def points(self, texts: Iterable[str]) -> None:
        """A list with bullets."""
        for text in texts:
            self.paragraph(text, "List Bullet")

    def line(self, line: Line) -> None:
        """Something named, and what is said of it; only the first paragraph has the name."""
        first, *more = line.paragraphs or ("",)
        paragraph = self.paragraph("")
        paragraph.add_run(sayable(line.lead)).bold = True
        paragraph.add_run(f" {sayable(first)}")
        self.paragraphs(more)

    def source(self, source: Source) -> None:
        """A finding, and under it where it comes from."""
        paragraph = self.paragraph(source.claim, "List Bullet")
        paragraph.add_run().add_break()
        paragraph.add_run(f"{sayable(source.how)} ")
        address = self.document.part.relate_to(
            source.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        _add_link(paragraph, source.source, "r:id", address)

    def table(self, table: Table) -> None:
        """A table under its caption: a head that repeats, names first, numbers to the right."""
        if table.caption:
            self.paragraph(table.caption, "Caption")
        made = self.empty_table(1 + len(table.rows), _shares(table))
        columns = (table.first, *table.columns)
        head, *rows = made.rows
        for cell, column in zip(head.cells, columns, strict=True):
            _fill(cell, column.title, number=column.number)
        styles.repeat_head(head)
        for row, given in zip(rows, table.rows, strict=True):
            _fill_row(row, given)
        _keep_together([head, *rows[:-1]] if len(rows) <= SMALL else [head])
        self._below_table = True
        if table.note:
            self.paragraph(table.note, styles.QUIET)

    def empty_table(self, rows: int, shares: Sequence[int], *, heads: bool = True) -> WordTable:
        """A table in our style, to be filled, its columns wide by these shares. No row is split.

        With `heads` its first row and first column look like heads.
        """
        made: WordTable = self.document.add_table(rows, len(shares), styles.TABLE)
        _look(made._tbl, "1" if heads else "0")
        widths = [Length(int(WIDTH * share / sum(shares))) for share in shares]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for row in made.rows:
            styles.keep_whole(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
                cell.paragraphs[0].style = styles.CELL
        return made

    def mark(self, paragraph: Paragraph, name: str) -> None:
        """Let links within the document lead here. Names are ours: they are slugs."""
        if not name:
            return
        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1, start)
        paragraph._p.append(end)

    def link_to(self, name: str, text: str, style: str = "Normal") -> Paragraph:
        """A paragraph that leads to a mark in this document."""
        paragraph = self.paragraph("", style)
        _add_link(paragraph, text, "w:anchor", name)
        return paragraph


def _add_link(paragraph: Paragraph, text: str, kind: str, target: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn(kind), target)
    run = paragraph.add_run(sayable(text), styles.LINK)
    link.append(run._r)
    paragraph._p.append(link)


def _keep_together(rows: Iterable[_Row]) -> None:
    """Let no page end below these rows."""
    for row in rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _look(table: BaseOxmlElement, heads: str) -> None:
    """Whether the first row and column are heads; no other row differs from the next."""
    look = table.tblPr.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        table.tblPr.append(look)
    look.attrib.clear()
    for name, value in {
        "val": "06A0" if heads == "1" else "0600",
        "firstRow": heads,
        "lastRow": "0",
        "firstColumn": heads,
        "lastColumn": "0",
        "noHBand": "1",
        "noVBand": "1",
    }.items():
        look.set(qn(f"w:{name}"), value)


def _shares(table: Table) -> list[int]:
    """How wide each column is: by its longest text, so that short ones leave room to long ones."""
    texts = [[row.name, *(cell.text for cell in row.cells)] for row in table.rows]
    longest = [max(map(len, column)) for column in zip(*texts, strict=True)]
    most = MOST - 2 * len(table.columns)
    return [min(max(length + 2, LEAST), most) for length in longest]


def _fill_row(row: _Row, given: Row) -> None:
    cells = row.cells
    _fill(cells[0], given.name, strong=given.strong)
    for cell, value in zip(cells[1:], given.cells, strict=True):
        _fill(cell, value.text, number=value.number, strong=given.strong)


def _fill(cell: _Cell, text: str, *, number: bool = False, strong: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(sayable(text))
    if strong:
        run.bold = True
        shade = OxmlElement("w:shd")
        for name, value in {"val": "clear", "color": "auto", "fill": styles.WASH}.items():
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
