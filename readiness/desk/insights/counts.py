"""Counting organisations in the database: a few queries, however many cases there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.expressions import Combinable

from readiness.cases.models import Counted
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.periods import LENGTHS

Kind = Counted.Kind
Column = str | int
Found = Mapping[tuple[str, str, Column | None], int]

ALL: None = None  # the column of the total


@dataclass(frozen=True)
class Counts:
    """How many organisations, by kind, slug and column; `everywhere` without any filter."""

    found: Found
    everywhere: Found

    def of(self, kind: str, slug: str, column: Column | None = ALL) -> int:
        """How many organisations say so in this column."""
        return self.found.get((kind, slug, column), 0)

    def sent(self, column: Column | None = ALL) -> int:
        """How many organisations sent a case in this column."""
        return self.of(Kind.SENT, "", column)

    def outside(self, kind: str, slug: str) -> int:
        """How many organisations say so, but are left out by the filters."""
        return self.everywhere.get((kind, slug, ALL), 0) - self.of(kind, slug)


def count(kinds: Iterable[str], picked: Picked) -> Counts:
    """Count what is picked, split and in total. An organisation counts once in each place."""
    kinds = [*kinds, Kind.SENT]
    totals = _counted(_rows(kinds, picked), None)
    everywhere = _counted(_rows(kinds, Picked()), None) if picked.filtered else totals
    return Counts({**_counted(*_split(_rows(kinds, picked), picked.split)), **totals}, everywhere)


def _rows(kinds: list[str], picked: Picked) -> QuerySet[Counted]:
    rows = Counted.objects.filter(kind__in=kinds)
    if picked.nation:
        rows = rows.filter(nation=picked.nation)
    if picked.first is not None:
        rows = rows.filter(month__gte=picked.first)
    if picked.last is not None:
        rows = rows.filter(month__lte=picked.last)
    if picked.service:
        served = Counted.objects.filter(kind=Kind.SERVICE, slug=picked.service)
        rows = rows.filter(case__in=served.values("case"))
    return rows


def _split(rows: QuerySet[Counted], split: str) -> tuple[QuerySet[Counted], Combinable]:
    if split == "service":
        served = rows.filter(case__counted__kind=Kind.SERVICE)
        return served, F("case__counted__slug")
    return rows, F("nation") if split == "nation" else F("month") / LENGTHS[split]


def _counted(rows: QuerySet[Counted], column: Combinable | None) -> Found:
    by = {"column": column} if column else {}
    found: QuerySet[Any] = rows.values("kind", "slug", **by)
    found = found.annotate(n=Count("organisation", distinct=True))
    return {(each["kind"], each["slug"], each.get("column")): each["n"] for each in found}
