"""How much room the texts of the decision page take, so that it is one page whatever was typed.

The measures are those of report.css, in points; letters are counted as in `cutting`. They err on
the safe side: what is thought to fit does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from readiness.reports.context.parts import Table
from readiness.reports.cutting import room

PAGE = 743
LINE, HEADING, APART, WEAK = 12.5, 23, 1.5, 14.5
TITLE_LINE = 23
FULL, BOXED, BOLD, HALF, REASON, TITLE = 128, 122, 112, 61, 94, 48  # letters to a line
NAME, NAME_BESIDE_MILLIONS = 39, 20
ROW_OF_BLANKS = 18
BLANKS = {"": 8, "short": 22, "middle": 40, "long": 100}  # letters of a blank, its square and gap
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
    worry: int
    weak: int  # how many numbers
    doubts: int = 1  # how many of them
    risk: int = 22
    bought: int = 0  # letters; none is no line
    funding: int = 0
    reasons: int = 2  # how many
    ask: tuple[str, ...] = ("budget",)  # the lead and the table say what it is in cash
    badly: tuple[str, ...] = ("low",)
    next: bool = False
    notes: bool = False  # what to bear in mind when reading the table
    staff: bool = False  # how they compare where they are not cheaper; the table says it too


TIGHT = Budgets(
    title=43, option=19, need=115, baseline=50, waiting=58, reason=90, people=58, worry=46, weak=2
)

# What is let grow where there is room, the most needed first.
GROWTH: tuple[dict[str, Any], ...] = (
    {"notes": True},
    {"option": 34},
    {"ask": ("after", "budget")},
    {"worry": 110},
    {"reasons": 3},
    {"option": 48},
    {"reasons": 4},
    {"bought": 70},
    {"reason": 118},
    {"title": 80},
    {"funding": 60},
    {"bought": 110},
    {"risk": 50},
    {"risk": 80},
    {"ask": ("after", "time_as_cash", "budget")},
    {"doubts": 2},
    {"ask": ("after", "time_as_cash", "budget", "cash")},
    {"weak": 3},
    {"weak": 4},
    {"people": 110},
    {"need": 220},
    {"baseline": 110},
    {"waiting": 120},
    {"reason": 150},
    {"option": 66},
    {"funding": 120},
    {"ask": ("after", "time_as_cash", "allowance", "budget", "cash")},
    {"badly": ("low", "fall")},
    {"next": True},
    {"worry": 180},
    {"reason": 220},
    {"need": 400},
    {"baseline": 180},
    {"waiting": 260},
    {"people": 150},
    {"staff": True},
    {"option": 90},
)


def as_much_as_fits[Page](make: Callable[[Budgets], Page], height: Callable[[Page], float]) -> Page:
    """The page with the least of each text, and then with more of each for which there is room."""
    budgets = TIGHT
    page = make(budgets)
    for change in GROWTH:
        larger = replace(budgets, **change)
        tried = make(larger)
        if height(tried) <= PAGE:
            budgets, page = larger, tried
    return page


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
    letters = NAME if table.roomy else NAME_BESIDE_MILLIONS
    rows = sum(lines(row.name, letters) * LINE + ROW for row in table.rows)
    return TABLE_HEAD + rows + of_paragraphs([table.note], FULL)
