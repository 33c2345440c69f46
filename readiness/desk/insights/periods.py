"""Months as whole numbers, and the months, quarters and years that they make. Pure.

A month is its year times 12 and the months of that year that are over, as `Counted.month` has it.
"""

from collections.abc import Mapping

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

MOST = 12  # periods that stand side by side

# How many months each kind of period has.
LENGTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}


def month_of(text: str) -> int:
    """The month of “2028-03”."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def window(first: int | None, last: int, length: int) -> tuple[int, int]:
    """The months to look at: from ``first`` to ``last``, and no more than the last twelve periods."""
    earliest = (last // length - MOST + 1) * length
    return (earliest if first is None else max(first, earliest)), last


def periods(first: int, last: int, length: int) -> list[int]:
    """The periods from month to month, each as its months divided by its length."""
    return list(range(first // length, last // length + 1))


def period_name(period: int, length: int) -> str:
    """“Mar 2028”, “Jan–Mar 2028” or “2028”."""
    year, month = divmod(period * length, 12)
    if length == 12:
        return str(year)
    if length == 1:
        return f"{MONTHS_3[month + 1].capitalize()} {year}"
    first, last = (MONTHS_3[n].capitalize() for n in (month + 1, month + length))
    return _("{first}–{last} {year}").format(first=first, last=last, year=year)


def month_name(month: int) -> str:
    """“March 2028”."""
    return f"{MONTHS[month % 12 + 1]} {month // 12}"
