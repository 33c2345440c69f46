"""How much room the texts of the decision page take, so that it is one page whatever was typed.

The measures are those of report.css, in points; letters are counted as in `cutting`. They err on
the safe side: what is thought to fit does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from readiness.reports.context.parts import Table
from readiness.reports.cutting import room

PAGE = 738
LINE, HEADING, APART = 12.5, 23, 1.5
TITLE_LINE = 23
FULL, BOXED, BOLD, HALF, TITLE = 128, 122, 112, 61, 48  # letters to a line
NAME, NAME_BESIDE_MILLIONS = 32, 20
MILLIONS = 9  # letters of a figure, from which names have less room
TABLE_HEAD, ROW, CHECKBOXES, VERDICT = 53, 5, 82, 34


@dataclass(frozen=True)
class Budgets:
    """How many letters each text may have, and which headlines there is room for."""

    title: int
    option: int
    need: int
    baseline: int
    waiting: int
    reason: int
    people: int
    ask: tuple[str, ...] = ("ask", "allowance", "budget", "cash")
    next: bool = True
    staff: bool = False  # how they compare where they are not cheaper; the table says it too
    must_be_true: tuple[str, ...] = ("must_be_true", "match_better", "fall")


ROOMY = Budgets(
    title=80, option=48, need=400, baseline=180, waiting=260, reason=220, people=150, staff=True
)
MIDDLING = Budgets(title=80, option=48, need=240, baseline=110, waiting=150, reason=150, people=110)
SMALL = Budgets(
    title=80, option=48, need=200, baseline=80, waiting=110, reason=118, people=90, next=False
)
TIGHT = Budgets(
    title=45,
    option=36,
    need=150,
    baseline=50,
    waiting=58,
    reason=118,
    people=58,
    ask=("ask", "budget"),  # the lead of the verdict and the table say what it is in cash
    next=False,
    must_be_true=("must_be_true", "match_better"),
)


def lines(text: str, letters: int) -> int:
    """How many lines a text fills, with some room for words that do not fill theirs."""
    return ceil(room(text) * 1.03 / letters)


def of_paragraphs(texts: Iterable[str], letters: int) -> float:
    """The height of paragraphs, one below the other."""
    return sum(lines(text, letters) * LINE + APART for text in texts)


def of_table(table: Table | None) -> float:
    """The height of the options table with its notes."""
    if table is None:
        return 0
    longest = max(len(cell.text) for row in table.rows for cell in row.cells)
    letters = NAME if longest <= MILLIONS else NAME_BESIDE_MILLIONS
    rows = sum(lines(row.name, letters) * LINE + ROW for row in table.rows)
    return TABLE_HEAD + rows + of_paragraphs([table.note], FULL)
