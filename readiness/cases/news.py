"""News of a review for the owner of a case: by mail, where a confirmed address is there to tell."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from readiness.cases import recovery
from readiness.cases.models import Move, Version

TOLD = {
    Move.Verb.ASK: lambda: _("Changes were asked for in your case"),
    Move.Verb.APPROVE: lambda: _("Your case was reviewed"),
    Move.Verb.CLOSE: lambda: _("The review of your case was closed"),
}


def tell(version: Version, verb: str, *, at: datetime) -> None:
    """Mail the owner that something was decided, with a new link to read what; never what it says."""
    case = version.case
    if verb not in TOLD or not case.recovery_confirmed_at or not settings.CAN_MAIL:
        return
    subject = TOLD[Move.Verb(verb)]()
    with transaction.atomic():
        values = {"news": subject, "link": recovery.mail_link_of(case, at=at)}
        mail = recovery.message("news", case.recovery_email, subject, values)
        transaction.on_commit(mail.send, robust=True)
