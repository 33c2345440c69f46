"""The tables of the insights as files: CSV and XLSX, where numbers are numbers and nothing is a
formula."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.desk.insights.tables import Cell, Line, Table
from readiness.spreadsheets import safe

if TYPE_CHECKING:  # openpyxl is loaded when the first workbook is asked for: it is large
    from openpyxl.worksheet.worksheet import Worksheet

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = list[str | int]


def as_csv(tables: Sequence[Table], _about: Sequence[str], _on: date) -> bytes:
    """One table after the other, each row with the name of its table. With the mark by which
    spreadsheets know UTF-8."""
    out = StringIO(newline="")
    rows = csv.writer(out)
    for n, table in enumerate(tables):
        if n:
            rows.writerow([])
        name = safe(table.measure.title)
        for place, row in enumerate(_rows(table)):
            rows.writerow([_("Table") if place == 0 else name, *row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(tables: Sequence[Table], about: Sequence[str], on: date) -> bytes:
    """A sheet for each table, and one that says what is counted and when."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    first.title = _("About")
    for line in [*about, _("Made on {day}.").format(day=date_format(on, "j F Y"))]:
        _write(first, [line])
    first.column_dimensions["A"].width = 100
    for table in tables:
        sheet = book.create_sheet(str(table.measure.title)[:31])
        for row in _rows(table):
            _write(sheet, row)
        _shape(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(table: Table) -> Iterator[Row]:
    yield [safe(table.measure.what), _("All"), *map(safe, table.columns)]
    yield _row(table.base)
    yield from map(_row, table.lines)


def _row(line: Line) -> Row:
    return [safe(line.name), _number(line.total), *map(_number, line.cells)]


def _number(cell: Cell) -> str | int:
    return _("withheld") if cell.count is None else cell.count


def _write(sheet: "Worksheet", row: Sequence[str | int]) -> None:
    """A row whose texts are texts, whatever they begin with."""
    sheet.append([safe(each) if isinstance(each, str) else each for each in row])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"


def _shape(sheet: "Worksheet") -> None:
    """Heads that stay in sight, and columns wide enough for their names."""
    from openpyxl.styles import Alignment, Font

    sheet.freeze_panes = "B2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = 16
    sheet.column_dimensions["A"].width = 44
