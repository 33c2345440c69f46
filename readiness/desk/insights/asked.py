"""Which of the numbers that a page asks for are withheld."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from readiness.cases.models import Counted
from readiness.desk.insights.counts import ALL, Column, Counts
from readiness.desk.insights.ends import Ends, open_ends
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.periods import LENGTHS
from readiness.desk.insights.small_numbers import Numbers, Withheld, small_in, taken, withheld

SENT = Counted.Kind.SENT


@dataclass(frozen=True)
class Asked:
    """What was counted, how it was picked, and in which columns it would stand."""

    counts: Counts
    picked: Picked
    columns: tuple[Column, ...]

    NOBODY: ClassVar[Sequence[str]] = ()  # no rows: all who sent a case

    def withheld(
        self, slugs: Sequence[str], kind: str, also: Collection[Column] = ()
    ) -> Withheld[Column]:
        """What is withheld of these rows of a measure, which are taken together."""
        counts = self.counts
        whole = _numbers(slugs, counts.of, kind)
        parts = {
            column: _numbers(slugs, partial(counts.of, column=column), kind)
            for column in self.columns
        }
        return withheld(
            whole,
            parts,
            outside=_numbers(slugs, counts.outside, kind) if self.picked.narrowed else None,
            also={*also, *self._leaving_few(whole, parts), *self._closed_by_time(slugs, kind)},
            shut=self.picked.timed and not self._ends(slugs, kind, ALL).hold(*self.picked.span),
        )

    def _leaving_few(self, whole: Numbers, parts: Mapping[Column, Numbers]) -> set[Column]:
        """Nations and services that hold nearly everybody; of months, the ends take care."""
        if self.picked.split in LENGTHS:
            return set()
        return {column for column, part in parts.items() if small_in(taken(whole, part))}

    def _closed_by_time(self, slugs: Sequence[str], kind: str) -> set[Column]:
        if self.picked.split in LENGTHS:
            ends = self._ends(slugs, kind, ALL)
            return {column for column in self.columns if not ends.hold(*self._span(column))}
        if not self.picked.timed:
            return set()
        span = self.picked.span
        return {c for c in self.columns if not self._ends(slugs, kind, c).hold(*span)}

    def _span(self, period: Column) -> tuple[int | None, int | None]:
        """The months of a period that are picked; of what came before all periods, its end."""
        length, (since, until) = LENGTHS[self.picked.split], self.picked.span
        first, last = int(period) * length, (int(period) + 1) * length
        if period in self.picked.periods:
            since = first if since is None else max(first, since)
        return since, last if until is None else min(last, until)

    def _ends(self, slugs: Sequence[str], kind: str, column: Column | None) -> Ends:
        """Where spans of these rows may begin and end, of this column and of who is not in it."""
        here = self.counts.months.get(column, {})
        around = self.counts.months_everywhere if column is ALL else self.counts.months
        everybody = around.get(ALL, {})
        months = {}
        for month in {*here, *everybody}:
            inside = _numbers(slugs, _in(here, month), kind)
            months[month] = (*inside, *taken(_numbers(slugs, _in(everybody, month), kind), inside))
        return open_ends(months)


def _in(
    months: Mapping[int, Mapping[tuple[str, str], int]], month: int
) -> Callable[[str, str], int]:
    said = months.get(month, {})
    return lambda kind, slug: said.get((kind, slug), 0)


def _numbers(slugs: Sequence[str], count: Callable[[str, str], int], kind: str) -> Numbers:
    """How many say each of these, and how many say none of them."""
    said = [count(kind, slug) for slug in slugs]
    return (*said, max(count(SENT, "") - sum(said), 0))
