"""Reading free words before anybody else sees them: show them, withhold them, or think again.

Compare and set, as in `contact/handling.py`: it is done on the status that the page showed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from readiness.accounts.models import User
from readiness.cases.models import Case
from readiness.voices import closing
from readiness.voices.models import Words

Status = Words.Status
MAY = "voices.change_words"


class Refused(Exception):
    """It was not done. Its text is a sentence for the person who tried."""


@dataclass(frozen=True)
class Hand:
    """Who decides, when, and the status that their page showed."""

    by: User
    at: datetime
    seen: str


def show(words: Words, hand: Hand) -> None:
    """Let them be shown and printed. Raises Refused."""
    _decide(words, hand, status=Status.SHOWN, reason="")


def withhold(words: Words, hand: Hand, *, reason: str) -> None:
    """Show them to nobody; the reason is for staff. Raises Refused."""
    if not reason.strip():
        raise Refused(_("Say why they are withheld."))
    _decide(words, hand, status=Status.WITHHELD, reason=reason.strip())


def _decide(words: Words, hand: Hand, *, status: str, reason: str) -> None:
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=words.round.case_id)
        now = Words.objects.filter(pk=words.pk, status=hand.seen, round__shown=True)
        decided = {"decided_by": hand.by, "decided_at": hand.at}
        if not now.update(status=status, reason=reason, **decided):
            raise Refused(_("Nothing was changed: somebody else was faster. Look at it again."))
        closing.show_words(case, words.round, at=hand.at)
    words.refresh_from_db()
