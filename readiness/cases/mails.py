"""The queue of mails: put in with a change, sent after it is committed, once, behind the page.

The row of a mail is the only truth about it. Its text, with the private link in it, is made when
it is sent, so that no token is ever kept.
"""

import logging
from collections import Counter
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.crypto import get_random_string

from readiness import mail_server
from readiness.cases import mail_kinds
from readiness.cases.models import Case, Mail

log = logging.getLogger(__name__)

ASKED_FOR = "lost-link"  # a mail to whoever asked; only when it is sent is it looked up who that is


def send_later(
    kind: str, case: Case, *, key: str, at: datetime, values: dict[str, Any] | None = None
) -> bool:
    """Mail the people of a case once what goes on in this transaction is committed.

    `kind` is one of `mail_kinds.KINDS`. A second mail of the same kind and `key` to the same case
    is none. `values` go to the template as they are: plain values for JSON, and never what
    somebody answered. False where nothing was queued: there is one already, or no address. Raises
    KeyError where there is no such kind.
    """
    if not settings.CAN_MAIL or not _has_address(case, mail_kinds.KINDS[kind]):
        return False
    mail, new = Mail.objects.get_or_create(
        case=case, kind=kind, key=key, defaults={"values": values or {}} | _now(at)
    )
    if new:
        _after_commit(mail)
    return new


def send_to_later(
    kind: str, to: str, *, key: str, at: datetime, values: dict[str, Any] | None = None
) -> None:
    """The same to an address that is not the case's own. What is kept of it goes once it is sent."""
    mail = Mail.objects.create(kind=kind, to=to, key=key[:100], values=values or {}, **_now(at))
    _after_commit(mail)


def send_links_later(email: str, *, at: datetime) -> None:
    """Mail new links to the cases of an address, if there are any.

    That is looked up behind the page: a page that did it would take longer where there are some.
    """
    send_to_later(ASKED_FOR, email, key=get_random_string(32), at=at)


def send_waiting(*, at: datetime) -> str:
    """Send what is due, and give up what was left behind half sent. What was done, in a sentence."""
    left_behind = Mail.objects.filter(
        status=Mail.Status.SENDING, changed_at__lt=at - Mail.PATIENCE
    ).select_related("case")
    for mail in left_behind:
        mail.may_have_been_sent(at=at)
    due = Mail.objects.filter(status=Mail.Status.WAITING, next_try__lte=at)
    became = Counter(send(key) for key in list(due.order_by("pk").values_list("pk", flat=True)))
    return f"{became[True]} mails sent, {became[False]} not sent."


def let_rest(*, at: datetime) -> int:
    """Send none of the mails that wait in a back-up: they may have gone out since it was made. How
    many they are."""
    for mail in Mail.objects.filter(status=Mail.Status.WAITING):
        mail.take(at=at)
    taken = list(Mail.objects.filter(status=Mail.Status.SENDING).select_related("case"))
    for mail in taken:
        mail.may_have_been_sent(at=at)
    return len(taken)


@task(queue_name="mail")
def deliver(mail_id: int) -> None:
    """Send one mail, unless that was done."""
    send(mail_id)


@task(queue_name="mail")
def deliver_waiting() -> None:
    """Send what is due."""
    send_waiting(at=timezone.now())


def send(mail_id: int) -> bool | None:
    """Send one mail; None where there was nothing to send, because somebody else does or did."""
    mail = Mail.objects.select_related("case").filter(pk=mail_id).first()
    if mail is None or not mail.take(at=timezone.now()):
        return None
    try:
        letter = _letter(mail)
        if letter is None:
            mail.is_nobodys()
            return None
        letter.send()
    except Exception as failure:  # whatever it was, nobody's mail gets stuck
        log.error("Mail %s (%s): %s", mail.pk, mail.kind, mail_server.in_brief(failure))
        _has_failed(mail, failure)
        return False
    mail.was_sent(at=timezone.now())
    return True


def _has_failed(mail: Mail, failure: Exception) -> None:
    now = timezone.now()
    if isinstance(failure, mail_server.Unsure):
        mail.may_have_been_sent(at=now)
    elif mail_server.is_final(failure):
        mail.was_refused(at=now)
    else:
        mail.try_later(at=now)


def _letter(mail: Mail):
    """What is to go out now; None where there is nobody to have it."""
    if mail.kind == ASKED_FOR:
        return _look_up(mail)
    return mail_kinds.written(mail, at=timezone.now())


def _look_up(mail: Mail) -> None:
    """Queue a mail to each address, as it was confirmed, of those that the typed one may mean.

    Two boxes whose names differ by a letter's size may be two people's.
    """
    confirmed = Case.objects.filter(
        recovery_email__iexact=mail.to, recovery_confirmed_at__isnull=False
    )
    with transaction.atomic():
        for to in sorted(set(confirmed.values_list("recovery_email", flat=True))):
            _after_commit(Mail.objects.create(kind="links", to=to, key=mail.key))


def _has_address(case: Case, kind: mail_kinds.Kind) -> bool:
    return bool(case.recovery_confirmed_at if kind.confirmed else case.recovery_email)


def _now(at: datetime) -> dict[str, datetime]:
    return {"queued_at": at, "changed_at": at, "next_try": at}


def _after_commit(mail: Mail) -> None:
    transaction.on_commit(partial(deliver.enqueue, mail.pk), robust=True)
