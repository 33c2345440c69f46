"""A consultant, who asks for changes in what is sent, so that owners have news to be told."""

import threading

from django.contrib.auth import get_user_model
from django.db import Error, connection, transaction
from django.utils import timezone

from readiness.accounts import roles
from readiness.accounts.adapters import send
from readiness.cases import moves, news
from readiness.cases.models import Mail, Move, Version
from tests.faults.post import STAFF


def dawn():
    """Who she is."""
    user = get_user_model().objects.create_user("dawn", is_staff=True)
    roles.give(user, roles.CONSULTANT)
    return user


def review(user, over: threading.Event) -> int:
    """Ask for changes wherever an owner can be told, and have mails sent to staff; how many mails
    of staff were put into the queue. What fails is not known to have happened, and not done again."""
    asked = 0
    while not over.wait(1):
        try:
            _ask_for_changes(user)
            send.enqueue(subject=f"{STAFF}: {asked}", body="Words", to="dawn@example.org")
            asked += 1
        except (Error, OSError, moves.Refused):
            connection.close()
        except Exception as fault:  # the queue's own, where the database was away
            if not type(fault).__module__.startswith("procrastinate"):
                raise
            connection.close()
    return asked


def _ask_for_changes(user) -> None:
    """As the review desk does it: the move and its news in one transaction."""
    told = Version.objects.filter(case__recovery_confirmed_at__isnull=False, is_newest=True)
    version = told.filter(status=Version.Status.WAITING).first()
    if version is None:
        return
    moves.take(version, moves.Hand(user, timezone.now(), turn=version.turn))
    hand = moves.Hand(user, timezone.now(), turn=version.turn)
    with transaction.atomic():
        moves.ask_for_changes(version, hand, steps=["need"], words="Say more.")
        news.tell(version, Move.Verb.ASK, at=hand.at)


def lost_news() -> int:
    """Moves that an owner was to be told of, and no mail in the queue that does."""
    asked = Move.objects.filter(verb=Move.Verb.ASK).values_list(
        "version__case_id", "version__number"
    )
    owed = Mail.objects.filter(kind=Move.Verb.ASK).values_list("case_id", "key")
    mailed = [(case, int(key.partition(":")[0])) for case, key in owed]
    return sum(each not in mailed for each in asked)
