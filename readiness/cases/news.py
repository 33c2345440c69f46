"""News of a review for the owner of a case: by mail, where a confirmed address is there to tell."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from readiness.cases import mails
from readiness.cases.models import Case, Move, Version

# Each is a kind of mail, too.
TOLD = (Move.Verb.ASK, Move.Verb.APPROVE, Move.Verb.CLOSE)
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
    mails.send_later(verb, case, key=f"{version.number}:{version.turn}", at=at)
    return _("A mail goes to the owner.")


def _news_of(case: Case, at: datetime) -> int:
    """How many moves of a day are news, this one too."""
    made = Move.objects.filter(version__case=case, verb__in=TOLD, at__gt=at - WITHIN)
    return made.count()
