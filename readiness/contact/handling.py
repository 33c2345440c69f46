"""What staff do with what was sent: the deeds, and from which status each can be done.

Compare and set: a deed is done on the status that its page showed, so that of two people who act
at once the second is told, and nothing is overwritten.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from readiness.accounts.models import User
from readiness.contact.models import Deed, Message, OfferedLesson

Verb, Status = Deed.Verb, OfferedLesson.Status
OPEN = (Status.NEW, Status.IN_HAND)

Rules = Mapping[str, Collection[str]]

# From which statuses each deed can be done.
_EITHER: Rules = {Verb.TAKE: (Status.NEW,), Verb.PUT_BACK: (Status.IN_HAND,)}
FROM: dict[type, Rules] = {
    Message: {
        **_EITHER,
        Verb.CLOSE: (Message.Status.NEW, Message.Status.IN_HAND),
        Verb.REOPEN: (Message.Status.CLOSED,),
    },
    OfferedLesson: {
        **_EITHER,
        Verb.PUBLISH: OPEN,
        Verb.NOT_USE: OPEN,
        Verb.REOPEN: (Status.NOT_USED, Status.PUBLISHED),  # if it was deleted from the library
        Verb.WITHDRAW: (*OPEN, Status.PUBLISHED, Status.NOT_USED),
    },
}
PUBLISHING = (Verb.PUBLISH, Verb.WITHDRAW)
MAY_PUBLISH = "contact.publish_offeredlesson"


class Refused(Exception):
    """It was not done. Its text is a sentence for the person who tried."""


@dataclass(frozen=True)
class Hand:
    """Who does something, when, and the status that their page showed."""

    by: User
    at: datetime
    seen: str


def may(user: User, verb: str, sent: Message | OfferedLesson) -> bool:
    """Whether somebody's roles let them do this."""
    if verb in PUBLISHING:
        return user.has_perm(MAY_PUBLISH)
    return user.has_perm(f"contact.change_{sent._meta.model_name}")


def possible(sent: Message | OfferedLesson, user: User) -> list[str]:
    """What this person can do with it now, in the order of the rules."""
    return [
        str(verb)
        for verb, statuses in FROM[type(sent)].items()
        if sent.status in statuses and may(user, verb, sent) and not _never(sent, verb)
    ]


def take(sent: Message | OfferedLesson, hand: Hand) -> None:
    """Take it in hand. Raises Refused."""
    do(sent, Verb.TAKE, hand, {"status": Status.IN_HAND, "taken_by": hand.by})


def put_back(sent: Message | OfferedLesson, hand: Hand) -> None:
    """Let anybody take it. Raises Refused."""
    do(sent, Verb.PUT_BACK, hand, {"status": Status.NEW, "taken_by": None})


def close(message: Message, hand: Hand, *, words: str) -> None:
    """Be done with a message; the words say what was done, if they say anything. Raises Refused."""
    changed = {"status": Message.Status.CLOSED, "closed_at": hand.at}
    do(message, Verb.CLOSE, hand, changed, words=words)


def not_use(offered: OfferedLesson, hand: Hand, *, words: str) -> None:
    """Decide not to use a lesson; the words say why. Raises Refused."""
    if not words.strip():
        raise Refused(_("Say why it is not used."))
    changed = {"status": Status.NOT_USED, "reason": words, "closed_at": hand.at}
    do(offered, Verb.NOT_USE, hand, changed, words=words)


def reopen(sent: Message | OfferedLesson, hand: Hand) -> None:
    """Let it wait again. Raises Refused."""
    changed: dict[str, Any] = {"status": Status.NEW, "taken_by": None, "closed_at": None}
    if isinstance(sent, OfferedLesson):
        changed["reason"] = ""
    do(sent, Verb.REOPEN, hand, changed)


def do(
    sent: Message | OfferedLesson,
    verb: Deed.Verb,
    hand: Hand,
    changed: Mapping[str, Any],
    words: str = "",
) -> None:
    """Do what the rules allow, on the status that was seen, and note it. Raises Refused."""
    if _without_consent(sent, verb):
        raise Refused(_("Who sent it did not agree that it is published."))
    if _in_the_library(sent, verb):
        raise Refused(_("It stands in the library. Delete it there first."))
    if hand.seen not in FROM[type(sent)][verb]:
        raise Refused(_("That cannot be done now: {status}.").format(status=_status_of(sent)))
    with transaction.atomic():
        seen = type(sent)._default_manager.filter(pk=sent.pk, status=hand.seen)
        if not seen.update(**changed):
            raise Refused(_what_happened(sent))
        sent.deeds.create(verb=verb, by=hand.by, at=hand.at, words=words)
    sent.refresh_from_db()


def _without_consent(sent: Message | OfferedLesson, verb: str) -> bool:
    return verb == Verb.PUBLISH and isinstance(sent, OfferedLesson) and not sent.consent


def _in_the_library(sent: Message | OfferedLesson, verb: str) -> bool:
    return verb == Verb.REOPEN and isinstance(sent, OfferedLesson) and sent.lesson is not None


def _never(sent: Message | OfferedLesson, verb: str) -> bool:
    return _without_consent(sent, verb) or _in_the_library(sent, verb)


def _status_of(sent: Message | OfferedLesson) -> str:
    return str(sent.get_status_display())


def _what_happened(sent: Message | OfferedLesson) -> str:
    """Why nothing was changed: what somebody else did last."""
    last = sent.deeds.select_related("by").last()
    if last is None:
        return _("Nothing was changed: it is not as you saw it. Look at it again.")
    return _("Nothing was changed: {name} {did} on {at}.").format(
        name=last.by,
        did=last.get_verb_display(),
        at=date_format(localtime(last.at), "j F Y, H:i"),
    )
