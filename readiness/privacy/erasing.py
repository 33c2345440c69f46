"""Erasing a case that its owner wants gone: asked for, taken back, and done after some days."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format

from readiness.cases import mails
from readiness.cases.models import Case
from readiness.contact.models import Message
from readiness.privacy import retention
from readiness.privacy.models import Erasure
from readiness.reports import erasing, store


def ask(case: Case, *, at: datetime) -> None:
    """Have a case erased, and mail its address how to take that back.

    A second press changes nothing.
    """
    on = timezone.localdate(at) + timedelta(days=settings.ERASE_AFTER)
    with transaction.atomic():
        if case.erase_later(on=on, why=Case.Why.ASKED):
            values = {"on": date_format(on, "j F Y")}
            mails.send_later("erase-asked", case, key=at.isoformat(), at=at, values=values)


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
    erased = sum(_erase(case.pk, today, at=at) for case in due(today))
    if erased:
        _write_over()
    Erasure.objects.filter(at__lt=at - Erasure.REMEMBERED).delete()
    files = store.erase_strays(at=at)
    return f"{erased} cases erased, {files} stray files erased."


def _erase(key: int, today: date, *, at: datetime) -> bool:
    """Erase one case, unless somebody took that back, or opened it, this very moment."""
    with transaction.atomic():
        Case.objects.select_for_update().filter(pk=key).first()
        case = next((each for each in due(today) if each.pk == key), None)
        if case is None:
            return False
        Erasure.objects.create(reference=case.reference, why=case.erase_why, at=at)
        Message.objects.filter(reference__iexact=case.reference).update(reference="")
        erasing.erase(case)
    return True


def _write_over() -> None:
    """The embedded database keeps what changed in a second file for a while: empty that, too."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
