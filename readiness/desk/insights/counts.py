"""Counting organisations in the database: a few queries, however many cases there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from readiness.cases.models import Counted
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.periods import LENGTHS
from readiness.desk.insights.subjects import SERVICES

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
    rows = _rows(kinds, picked)
    totals = _read(_counted(rows))
    everywhere = _read(_counted(_rows(kinds, Picked()))) if picked.filtered else totals
    return Counts({**_read(_split(rows, picked)), **totals}, everywhere)


def _rows(kinds: list[str], picked: Picked) -> QuerySet[Counted]:
    rows = Counted.objects.filter(kind__in=kinds)
    if picked.nation:
        rows = rows.filter(nation=picked.nation)
    if picked.first is not None:
        rows = rows.filter(month__gte=picked.first)
    if picked.last is not None:
        rows = rows.filter(month__lte=picked.last)
    return _served(rows, picked.service) if picked.service else rows


def _served(rows: QuerySet[Counted], service: str) -> QuerySet[Counted]:
    """The rows of cases that name this service."""
    named = Counted.objects.filter(kind=Kind.SERVICE, slug=service)
    return rows.filter(case__in=named.values("case"))


def _split(rows: QuerySet[Counted], picked: Picked) -> QuerySet[Any]:
    if picked.split in LENGTHS:
        period, before = F("month") / LENGTHS[picked.split], picked.periods[0] - 1
        return _counted(rows, column=Greatest(period, Value(before)))
    if picked.split == "nation":
        return _counted(rows, column=F("nation"))
    # A case can name several services: each is counted by itself, in the one query.
    each = [_counted(_served(rows, slug), column=Value(slug)) for slug in SERVICES]
    return each[0].union(*each[1:], all=True)


def _counted(rows: QuerySet[Counted], **column: Combinable) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.values("kind", "slug", **column)
    return found.annotate(n=Count("organisation", distinct=True))


def _read(found: QuerySet[Any]) -> Found:
    return {(each["kind"], each["slug"], each.get("column")): each["n"] for each in found}
