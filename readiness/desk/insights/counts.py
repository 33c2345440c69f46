"""Counting organisations in the database: a few queries, however many cases there are."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Count, F, Max, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from readiness.cases.models import Counted
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.periods import LENGTHS
from readiness.desk.insights.subjects import SERVICES

Kind = Counted.Kind
Column = str | int
Found = Mapping[tuple[str, str, Column | None], int]
Said = dict[tuple[str, str], int]
Months = Mapping[Column | None, Mapping[int, Said]]

ALL: None = None  # the column of the total
KEPT = 10 * 60  # seconds


@dataclass(frozen=True)
class Counts:
    """How many organisations, by kind, slug and column; `everywhere` of any nation and service.

    `months` has the same by column and month, of all months: only where a question is about time.
    """

    found: Found
    everywhere: Found
    months: Months = field(default_factory=dict)
    months_everywhere: Months = field(default_factory=dict)

    def of(self, kind: str, slug: str, column: Column | None = ALL) -> int:
        """How many organisations say so in this column."""
        return self.found.get((kind, slug, column), 0)

    def sent(self, column: Column | None = ALL) -> int:
        """How many organisations sent a case in this column."""
        return self.of(Kind.SENT, "", column)

    def outside(self, kind: str, slug: str) -> int:
        """How many organisations say so, but are of another nation or service."""
        return self.everywhere.get((kind, slug, ALL), 0) - self.of(kind, slug)


def count(kinds: Iterable[str], picked: Picked) -> Counts:
    """Count what is picked, split and in total. An organisation counts once in each place.

    With a hundred thousand cases that takes a second or two, so what was counted is kept for a while,
    until a case is sent or deleted.
    """
    kinds = [*kinds, Kind.SENT]
    sent = Counted.objects.filter(service="", kind=Kind.SENT)
    stamp = (Counted.objects.aggregate(newest=Max("pk")), sent.count())
    key = hashlib.sha256(repr((kinds, picked, stamp)).encode()).hexdigest()
    found: Counts | None = cache.get(f"insights:{key}")
    if found is None:
        found = _count(kinds, picked)
        cache.set(f"insights:{key}", found, KEPT)
    return found


def _count(kinds: list[str], picked: Picked) -> Counts:
    totals = _read(_counted(_rows(kinds, picked)))
    anybody = replace(picked, nation="", service="")
    everywhere = _read(_counted(_rows(kinds, anybody))) if picked.narrowed else totals
    rows, column = _split(kinds, picked)
    found = {**_read(_counted(rows, column=column)), **totals}
    if not picked.timed and picked.split not in LENGTHS:
        return Counts(found, everywhere)
    always = replace(picked, first=None, last=None)
    months = _months(_rows(kinds, always))
    months_everywhere = _months(_rows(kinds, Picked())) if picked.narrowed else months
    if picked.split not in LENGTHS:
        rows, column = _split(kinds, always)
        months |= _months(rows, column=column)
    return Counts(found, everywhere, months, months_everywhere)


def anything() -> bool:
    """Whether any case was sent at all."""
    return Counted.objects.exists()


def _rows(kinds: list[str], picked: Picked, *, each_service: bool = False) -> QuerySet[Counted]:
    """What is picked: of its service, or of any, or once for each of the services."""
    services = list(SERVICES) if each_service else [picked.service]
    rows = Counted.objects.filter(service__in=services, kind__in=kinds)
    if each_service and picked.service:
        named = Counted.objects.filter(service=picked.service, kind=Kind.SENT)
        rows = rows.filter(case__in=named.values("case"))
    if picked.nation:
        rows = rows.filter(nation=picked.nation)
    if picked.first is not None:
        rows = rows.filter(month__gte=picked.first)
    if picked.last is not None:
        rows = rows.filter(month__lte=picked.last)
    return rows


def _split(kinds: list[str], picked: Picked) -> tuple[QuerySet[Counted], Combinable]:
    """The rows, and in which column each stands."""
    if picked.split in LENGTHS:
        period, before = F("month") / LENGTHS[picked.split], picked.periods[0] - 1
        return _rows(kinds, picked), Greatest(period, Value(before))
    by_service = picked.split == "service"
    return _rows(kinds, picked, each_service=by_service), F(picked.split)


def _counted(rows: QuerySet[Counted], **more: Combinable) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.values("kind", "slug", **more)
    return found.annotate(n=Count("organisation", distinct=True))


def _read(found: QuerySet[Any]) -> dict[tuple[str, str, Column | None], int]:
    return {(each["kind"], each["slug"], each.get("column")): each["n"] for each in found}


def _months(rows: QuerySet[Counted], **column: Combinable) -> dict[Column | None, dict[int, Said]]:
    found: dict[Column | None, dict[int, Said]] = {}
    for each in _counted(rows, of_month=F("month"), **column):
        months = found.setdefault(each.get("column"), {})
        months.setdefault(each["of_month"], {})[each["kind"], each["slug"]] = each["n"]
    return found
