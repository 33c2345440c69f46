"""The recovery address of a case: confirmed by a click, and sent a new link when one is lost."""

from datetime import datetime

from django.core import signing
from django.db import transaction

from readiness.cases import mails
from readiness.cases.mail_kinds import SALT
from readiness.cases.models import Case

CONFIRM_WITHIN = 7 * 24 * 60 * 60  # seconds


def ask_to_confirm(case: Case, email: str, *, at: datetime) -> None:
    """Keep the address, which does not count yet, and mail it a link to confirm it by."""
    with transaction.atomic():
        case.set_recovery_email(email)
        mails.send_later("confirm", case, key=at.isoformat(), at=at)


def confirmed(token: str, *, at: datetime) -> Case | None:
    """The case whose address this click confirms; None where the link is old or not ours."""
    found = read(token)
    if found is None:
        return None
    case, email = found
    return case if case.confirm_recovery_email(email, at=at) else None


def read(token: str) -> tuple[Case, str] | None:
    """The case and the address that a confirming link names."""
    try:
        pk, email = signing.loads(token, salt=SALT, max_age=CONFIRM_WITHIN)
    except signing.BadSignature:
        return None
    case = Case.objects.filter(pk=pk, recovery_email=email).first()
    return (case, email) if case else None
