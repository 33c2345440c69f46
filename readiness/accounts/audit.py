"""The audit log: who opened or exported what, and when.

Whoever opens a thing again and again within an hour has one line for it, which says when they began.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Model, QuerySet
from django.utils.translation import gettext

from readiness.accounts.models import Opening, User

LONGEST_LABEL = Opening._meta.get_field("label").max_length
AT_ONCE = timedelta(hours=1)  # repeats within it are one line
Deed = Opening.Deed


def note_opening(user: User, thing: Model, at: datetime) -> Opening:
    """Note that a member of staff opened a thing: a version's page, or a document of it."""
    line = _line(user, Deed.OPENED, thing, at)
    lately = _lately(user, Deed.OPENED, at).filter(kind=line.kind, key=line.key).first()
    return lately or _kept(line)


def note_exports(user: User, things: Iterable[Model], at: datetime) -> None:
    """Note that a member of staff took things away as files."""
    noted = set(_lately(user, Deed.EXPORTED, at).values_list("kind", "key"))
    lines = [_line(user, Deed.EXPORTED, thing, at) for thing in things]
    Opening.objects.bulk_create(line for line in lines if (line.kind, line.key) not in noted)


def note(user: User, deed: str, thing: Model, at: datetime, words: str = "") -> Opening:
    """Note what a member of staff did with a thing: one of `Opening.Deed`. `words` say how, in no
    more than 200 characters."""
    line = _line(user, deed, thing, at)
    line.words = words
    return _kept(line)


def forget(model: type[Model], keys: Collection[int]) -> None:
    """Take the names of things that were erased out of the log. That somebody opened them stays."""
    lines = Opening.objects.filter(kind=model._meta.label_lower, key__in=[str(key) for key in keys])
    lines.update(label=gettext("Something that was erased"), words="")


def _lately(user: User, deed: str, at: datetime) -> QuerySet[Opening]:
    return Opening.objects.filter(user=user, deed=deed, at__gt=at - AT_ONCE, at__lte=at)


def _line(user: User, deed: str, thing: Model, at: datetime) -> Opening:
    kind, key = thing._meta.label_lower, str(thing.pk)
    label = str(thing)[:LONGEST_LABEL]
    return Opening(user=user, deed=deed, kind=kind, key=key, label=label, at=at)


def _kept(line: Opening) -> Opening:
    line.save()
    return line
