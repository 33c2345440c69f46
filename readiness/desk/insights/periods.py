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


def side_by_side(first: int | None, last: int, length: int) -> list[int]:
    """The periods to show, each as its months divided by its length: the last twelve up to the
    month ``last``, and none before the month ``first``."""
    until = last // length
    since = until - MOST + 1
    return list(range(since if first is None else max(first // length, since), until + 1))


def period_name(period: int, length: int) -> str:
    """“Mar 2028”, “Jan–Mar 2028” or “2028”."""
    year, month = divmod(period * length, 12)
    if length == 12:
        return str(year)
    if length == 1:
        return f"{MONTHS_3[month + 1].capitalize()} {year}"
    first, last = (MONTHS_3[n].capitalize() for n in (month + 1, month + length))
    return _("{first}–{last} {year}").format(first=first, last=last, year=year)


def before_name(period: int, length: int) -> str:
    """“Until Dec 2027”: all that came before a period."""
    return _("Until {month}").format(month=period_name(period * length - 1, 1))


def month_name(month: int) -> str:
    """“March 2028”."""
    return f"{MONTHS[month % 12 + 1]} {month // 12}"
