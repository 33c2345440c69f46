"""News of a review for the owner of a case: by mail, where a confirmed address is there to tell."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from readiness.cases import recovery
from readiness.cases.models import Case, Move, Version

TOLD = {
    Move.Verb.ASK: lambda: _("Changes were asked for in your case"),
    Move.Verb.APPROVE: lambda: _("Your case was reviewed"),
    Move.Verb.CLOSE: lambda: _("The review of your case was closed"),
}
# Whoever closes and reopens a case again and again fills nobody's letter box.
MOST, WITHIN = 3, timedelta(days=1)


def tell(version: Version, verb: str, *, at: datetime) -> str:
    """Mail the owner that something was decided, with a new link to read what; never what it says.

    Comes after the move. Returns what became of it in a sentence for whoever made the move; "" for
    a move that is nobody's news.
    """
    case = version.case
    if verb not in TOLD:
        return ""
    if not case.recovery_confirmed_at or not settings.CAN_MAIL:
        return _("No mail went to the owner. They read it on the page of the case.")
    if _news_of(case, at) > MOST:
        return _(
            "No mail went to the owner, who had {n} since yesterday. They read it on the page of the case."
        ).format(n=MOST)
    subject = TOLD[Move.Verb(verb)]()
    with transaction.atomic():
        values = {"news": subject, "link": recovery.mail_link_of(case, at=at)}
        mail = recovery.message("news", case.recovery_email, subject, values)
        transaction.on_commit(mail.send, robust=True)
    return _("A mail goes to the owner.")


def _news_of(case: Case, at: datetime) -> int:
    """How many moves of a day are news, this one too."""
    made = Move.objects.filter(version__case=case, verb__in=list(TOLD), at__gt=at - WITHIN)
    return made.count()
