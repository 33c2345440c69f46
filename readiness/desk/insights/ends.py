"""At which ends of a span of time numbers can be shown, so that no two spans differ by a few. Pure.

Whoever may choose the months takes one span from another: what was sent until March, less what was sent
until February, is March. So spans begin and end only where nothing small lies between: between any two
ends that are open are none or at least five, in each of the numbers. Ends of years are opened
first, then those of quarters, then those of months.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from readiness.desk.insights.small_numbers import Numbers, added, small_in, taken


@dataclass(frozen=True)
class Ends:
    """`months` are those in which something was sent. An end is as many of them as lie before it."""

    months: tuple[int, ...]
    opened: frozenset[int]

    def hold(self, since: int | None, until: int | None) -> bool:
        """Whether a span can be shown; from the start of the month `since` to that of `until`.

        One in which nobody sent anything can be, wherever it lies. None is before or after all.
        """
        first = 0 if since is None else bisect_left(self.months, since)
        last = len(self.months) if until is None else bisect_left(self.months, until)
        return first == last or {first, last} <= self.opened


def open_ends(months: Mapping[int, Numbers]) -> Ends:
    """The ends that are open, where each month counts these numbers."""
    ordered = tuple(sorted(months))
    if not ordered:
        return Ends((), frozenset({0}))
    nothing = (0,) * len(months[ordered[0]])
    sums = list(
        accumulate((months[m] for m in ordered), lambda a, b: added([a, b]), initial=nothing)
    )
    opened = [0, len(ordered)]
    for end in sorted(range(1, len(ordered)), key=lambda n: _rank(ordered[n - 1] + 1, ordered[n])):
        place = bisect_left(opened, end)
        before = taken(sums[end], sums[opened[place - 1]])
        after = taken(sums[opened[place]], sums[end])
        if not small_in(before) and not small_in(after):
            insort(opened, end)
    return Ends(ordered, frozenset(opened))


def _rank(first: int, last: int) -> int:
    """0 where a year begins in one of these months, 1 where a quarter does, 2 elsewhere."""
    return next((n for n, length in enumerate((12, 3)) if last // length * length >= first), 2)
