"""How long cases are kept that nobody opens: their owners are warned, and then they are erased.

A case is touched by a saved answer, a draft, a version that is sent and a link that is opened.
Whoever opens a case after a warning keeps it, for as long again.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from readiness.cases import mails
from readiness.cases.models import AccessLink, Answer, Case, Draft, Version

FIRST, LAST = (timedelta(days=days) for days in settings.WARN_BEFORE)


@dataclass(frozen=True)
class Plan:
    """What retention does on a day, by cases. Nothing is done yet."""

    to_warn: list[tuple[Case, date]]  # for the first time, and the day on which each is erased
    to_warn_again: list[Case]
    kept: list[Case]  # that were touched after a warning


def plan(today: date) -> Plan:
    """What is to be done today."""
    doomed = Case.objects.filter(erase_why=Case.Why.UNTOUCHED)
    still = untouched(doomed, today)
    alone = {case.pk for case in still}
    return Plan(
        to_warn=list(_to_warn(today)),
        to_warn_again=[case for case in still if _is_last_warning(case, today)],
        kept=[case for case in doomed.order_by("pk") if case.pk not in alone],
    )


def run(*, at: datetime) -> str:
    """Warn, and let go of what was opened again. What was done, in a sentence."""
    todo = plan(timezone.localdate(at))
    for case, on in todo.to_warn:
        if case.erase_later(on=on, why=Case.Why.UNTOUCHED):
            _warn(case, on, at=at)
    again = sum(_warn(case, case.erase_on, at=at) for case in todo.to_warn_again)
    kept = sum(case.keep(Case.Why.UNTOUCHED) for case in todo.kept)
    return f"{len(todo.to_warn)} cases warned of, {again} warned of again, {kept} kept after a warning."


def untouched(cases: QuerySet[Case], today: date) -> list[Case]:
    """Of these, the cases that nobody touched within their time, less the days of the warnings."""
    return [
        case for months, of in _times() for case in _untouched_for(cases.filter(of), months, today)
    ]


def _times() -> Iterator[tuple[int, Q]]:
    """How many months which cases are kept; those that are kept for ever are left out."""
    sent = Q(Exists(Version.objects.filter(case=OuterRef("pk"))))
    for months, of in ((settings.KEEP_DRAFTS, ~sent), (settings.KEEP_SENT, sent)):
        if months:
            yield months, of


def _untouched_for(cases: QuerySet[Case], months: int, today: date) -> QuerySet[Case]:
    day = months_before(today + FIRST, months)
    since = timezone.make_aware(datetime.combine(day, time.min))
    own = {"case": OuterRef("pk")}
    touched = (
        Exists(AccessLink.objects.filter(**own, last_used_on__gt=day)),
        Exists(Answer.objects.filter(**own, changed_at__gt=since)),
        Exists(Draft.objects.filter(**own, changed_at__gt=since)),
        Exists(Version.objects.filter(**own, sent_at__gt=since)),
    )
    old = cases.filter(created_at__lte=since)
    for each in touched:
        old = old.filter(~each)
    return old.order_by("pk")


def _to_warn(today: date) -> Iterator[tuple[Case, date]]:
    """Whoever is warned has all the days that the warning says, also where it comes late."""
    for case in untouched(Case.objects.filter(erase_why=""), today):
        yield case, today + FIRST


def _is_last_warning(case: Case, today: date) -> bool:
    return case.erase_on is not None and today < case.erase_on <= today + LAST


def _warn(case: Case, on: date | None, *, at: datetime) -> bool:
    """Mail it, once for each day of erasing and each of the warnings."""
    if on is None:
        return False
    left = on - timezone.localdate(at)
    warning = "last" if left <= LAST else "first"
    values = {"on": date_format(on, "j F Y")}
    return mails.send_later("erase-untouched", case, key=f"{on}:{warning}", at=at, values=values)


def months_before(day: date, months: int) -> date:
    """The same day so many months before; the last of the month where there is no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
