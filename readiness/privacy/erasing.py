"""Erasing a case that its owner wants gone: asked for, taken back, and done after some days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import batched

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format

from readiness.cases import mails
from readiness.cases.models import Case
from readiness.contact.models import Message
from readiness.privacy import erased, retention
from readiness.privacy.models import Erasure
from readiness.reports import erasing, store

A_WEEK = 7  # days, the least that people have to notice


def ask(case: Case, *, at: datetime) -> None:
    """Have a case erased, and mail its address how to take that back.

    A second press changes nothing.
    """
    on = timezone.localdate(at) + timedelta(days=settings.ERASE_AFTER)
    with transaction.atomic():
        if case.erase_later(on=on, why=Case.Why.ASKED):
            _tell(case, on, at=at)


def keep(case: Case) -> bool:
    """Take it back; False where there was nothing to take back."""
    return case.keep(Case.Why.ASKED, Case.Why.UNTOUCHED)


def due(today: date) -> list[Case]:
    """The cases whose day has come; not those that somebody opened since they were warned."""
    doomed = Case.objects.filter(erase_on__lte=today).order_by("pk")
    asked = doomed.filter(erase_why=Case.Why.ASKED)
    return [*asked, *retention.untouched(doomed.filter(erase_why=Case.Why.UNTOUCHED), today)]


def erase_due(*, at: datetime) -> str:
    """Erase the cases whose day has come. What was done, in a sentence."""
    today = timezone.localdate(at)
    count = sum(_erase(case.pk, today, at=at) for case in due(today))
    if count:
        _write_over()
    Erasure.objects.filter(at__lt=at - Erasure.REMEMBERED).delete()
    erased.note_all()
    erased.forget(at=at)
    files = store.erase_strays(at=at)
    return f"{count} cases erased, {files} stray files erased."


def erase_again(*, at: datetime) -> str:
    """Erase the cases that were erased before and that a back-up brought back."""
    found = list(_back_again())
    for case, was in found:
        with transaction.atomic():
            _be_gone(case, why=was.why, at=was.at)
    if found:
        _write_over()
    return f"{len(found)} cases erased again that a back-up had brought back."


def put_off(*, at: datetime) -> int:
    """Give the cases of a back-up that are to be erased as long as if that were asked for now:
    somebody may have taken it back, or opened one, since the back-up was made. How many they are.
    """
    on = timezone.localdate(at) + timedelta(days=max(settings.ERASE_AFTER, A_WEEK))
    opened = [case for case in _doomed(Case.Why.UNTOUCHED) if case.keep(Case.Why.UNTOUCHED)]
    asked = [case for case in _doomed(Case.Why.ASKED) if case.put_off_erasing(on=on)]
    for case in asked:
        _tell(case, on, at=at)
    return len(opened) + len(asked)


def _erase(key: int, today: date, *, at: datetime) -> bool:
    """Erase one case, unless somebody took that back, or opened it, this very moment."""
    with transaction.atomic():
        Case.objects.select_for_update().filter(pk=key).first()
        case = next((each for each in due(today) if each.pk == key), None)
        if case is None:
            return False
        _be_gone(case, why=case.erase_why, at=at)
    return True


def _be_gone(case: Case, *, why: str, at: datetime) -> None:
    erasure = Erasure.objects.create(reference=case.reference, why=why, at=at)
    Message.objects.filter(reference__iexact=case.reference).update(reference="")
    erasing.erase(case)
    transaction.on_commit(partial(erased.note, erasure), robust=True)


def _back_again() -> Iterator[tuple[Case, erased.Note]]:
    was = {each.reference: each for each in erased.notes()}
    for some in batched(was, 500):
        for case in Case.objects.filter(reference__in=some):
            yield case, was[case.reference]


def _doomed(why: str) -> list[Case]:
    return list(Case.objects.filter(erase_why=why).order_by("pk"))


def _tell(case: Case, on: date, *, at: datetime) -> None:
    values = {"on": date_format(on, "j F Y")}
    mails.send_later("erase-asked", case, key=at.isoformat(), at=at, values=values)


def _write_over() -> None:
    """The embedded database keeps what changed in a second file for a while: empty that, too."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
