"""What consultants do with a version: the moves, and the rules for each.

A move is made on the version as its page showed it, by its `turn`: of two people who act at once,
the second is told what the first did, and nothing is overwritten.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.accounts.models import User
from readiness.cases import check_codes
from readiness.cases.models import Edition, Move, Version
from readiness.cases.typed import one_line

Verb, Status = Move.Verb, Version.Status

# From which statuses each move can be made.
FROM: Mapping[str, Collection[str]] = {
    Verb.TAKE: (Status.WAITING,),
    Verb.HAND_OVER: (Status.WAITING, Status.IN_REVIEW, Status.CHANGES),
    Verb.PUT_BACK: (Status.IN_REVIEW,),
    Verb.ASK: (Status.IN_REVIEW, Status.CHANGES),  # again, to add to it or to put it right
    Verb.APPROVE: (Status.IN_REVIEW,),
    Verb.CLOSE: (Status.WAITING, Status.IN_REVIEW, Status.CHANGES),
    Verb.REOPEN: (Status.CLOSED,),
}
MAY_REVIEW = "cases.view_version"
# Moves that only the one who reviews it may make.
OWN = (Verb.PUT_BACK, Verb.ASK, Verb.APPROVE)


class Refused(Exception):
    """The move cannot be made. Its text is a sentence for the person who tried."""


class Overtaken(Refused):
    """Somebody else made a move meanwhile; nothing was changed."""


@dataclass(frozen=True)
class Hand:
    """Who makes a move, when, and the `turn` of the version that they looked at."""

    by: User
    at: datetime
    turn: int


def possible(version: Version, user: User) -> list[str]:
    """The moves that this person can make now, in the order of the rules."""
    if not version.is_newest:
        return []
    return [
        str(verb)
        for verb, statuses in FROM.items()
        if version.status in statuses and (verb not in OWN or version.reviewer_id == user.pk)
    ]


def take(version: Version, hand: Hand) -> None:
    """Begin to review a version that waits. Raises Refused."""
    _move(version, Verb.TAKE, hand, {"status": Status.IN_REVIEW, "reviewer": hand.by})


def hand_over(version: Version, hand: Hand, *, to: User) -> None:
    """Give a version to somebody, oneself included; one that waits goes on waiting. Raises Refused."""
    if not (to.is_active and to.has_perm(MAY_REVIEW)):
        raise Refused(_("{name} no longer reviews cases.").format(name=to))
    _move(version, Verb.HAND_OVER, hand, {"reviewer": to}, to=to)


def allocate(version: Version, hand: Hand, *, to: User) -> None:
    """Give a version that waits to somebody. Raises Refused, also where somebody reviews it."""
    if version.status != Status.WAITING:
        raise Refused(
            _("That cannot be done now: {status}.").format(status=version.get_status_display())
        )
    hand_over(version, hand, to=to)


def put_back(version: Version, hand: Hand) -> None:
    """Let a version wait again, for anybody to take. Raises Refused."""
    _move(version, Verb.PUT_BACK, hand, {"status": Status.WAITING, "reviewer": None})


def ask_for_changes(version: Version, hand: Hand, *, steps: list[str], words: str) -> None:
    """Say what to change, and in which steps of the questionnaire. Raises Refused."""
    if not steps:
        raise Refused(_("Choose the steps that need a change."))
    _needs(words, _("Say what you would like changed."))
    listed = f",{','.join(dict.fromkeys(steps))},"
    changed = {"status": Status.CHANGES, "message": words, "asked_steps": listed}
    _move(version, Verb.ASK, hand, changed, words=words, steps=listed)


def approve(version: Version, hand: Hand, *, name: str, role: str, on: date) -> Edition:
    """Approve a version under a name, a role and a day; makes its reviewed edition. Raises Refused."""
    name, role = one_line(name), one_line(role)  # they are printed
    _needs(name, _("Give the name that stands on the paper."))
    _needs(role, _("Give the role that stands on the paper."))
    if on > timezone.localdate(hand.at):
        raise Refused(_("The date is in the future."))
    if on < timezone.localdate(version.sent_at):
        raise Refused(_("The date is before the version was sent."))
    with transaction.atomic():
        signed = {"approved_by": name, "approved_role": role, "approved_on": on}
        _move(version, Verb.APPROVE, hand, {"status": Status.APPROVED, **signed})
        return check_codes.make_edition(version, Edition.Kind.REVIEWED, at=hand.at)


def close(version: Version, hand: Hand, *, words: str) -> None:
    """End the review of a version without approving it; says why. Raises Refused."""
    _needs(words, _("Say why you close it. The owner of the case reads this."))
    changed = {"status": Status.CLOSED, "message": words, "asked_steps": ""}
    _move(version, Verb.CLOSE, hand, changed, words=words)


def reopen(version: Version, hand: Hand) -> None:
    """Let a closed version wait again. Raises Refused."""
    changed = {"status": Status.WAITING, "message": "", "reviewer": None}
    _move(version, Verb.REOPEN, hand, changed)


def _needs(words: str, otherwise: str) -> None:
    """Something that can be read; letters without a shape are nothing."""
    if not any(each.isprintable() and not each.isspace() for each in words):
        raise Refused(otherwise)


def _move(
    version: Version, verb: Move.Verb, hand: Hand, changed: Mapping[str, Any], **noted: Any
) -> None:
    """Compare and set: the change is made only on the version that the person looked at."""
    _allowed(version, verb, hand)
    seen = Version.objects.filter(
        pk=version.pk, turn=hand.turn, status__in=FROM[verb], is_newest=True
    )
    with transaction.atomic():
        if not seen.update(turn=hand.turn + 1, **changed):
            raise Overtaken(_what_happened(version))
        version.moves.create(verb=verb, by=hand.by, at=hand.at, **noted)
    version.refresh_from_db()


def _allowed(version: Version, verb: Move.Verb, hand: Hand) -> None:
    """What its page showed is refused with its reason; what changed since is for `_what_happened`."""
    if version.turn != hand.turn or not version.is_newest:
        raise Overtaken(_what_happened(version))
    if version.status not in FROM[verb]:
        status = version.get_status_display()
        raise Refused(_("That cannot be done now: {status}.").format(status=status))
    if verb in OWN and version.reviewer_id != hand.by.pk:
        raise Refused(_("{name} reviews this version.").format(name=version.reviewer))


def _what_happened(version: Version) -> str:
    """Why nothing was changed: a newer version, or the last move of somebody else."""
    newest = Version.objects.filter(case=version.case_id, is_newest=True).first()
    if newest and newest.pk != version.pk:
        return _("Nothing was changed: version {n} was sent meanwhile.").format(n=newest.number)
    last = version.moves.select_related("by").last()
    if last is None:
        return _("Nothing was changed: this version is not as you saw it. Look at it again.")
    return _("Nothing was changed: {name} {did} on {at}.").format(
        name=last.by,
        did=last.get_verb_display(),
        at=date_format(timezone.localtime(last.at), "j F Y, H:i"),
    )
