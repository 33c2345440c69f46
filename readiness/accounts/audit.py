"""The audit log: who opened what and when."""

from datetime import datetime

from django.db.models import Model

from readiness.accounts.models import Opening, User

LONGEST_LABEL = Opening._meta.get_field("label").max_length


def note_opening(user: User, thing: Model, at: datetime) -> Opening:
    """Note that a member of staff opened a thing: a version's page, or a document of it."""
    return note(user, Opening.Deed.OPENED, thing, at)


def note(user: User, deed: str, thing: Model, at: datetime) -> Opening:
    """Note what a member of staff did with a thing: one of `Opening.Deed`."""
    return Opening.objects.create(
        user=user,
        deed=deed,
        kind=thing._meta.label_lower,
        key=str(thing.pk),
        label=str(thing)[:LONGEST_LABEL],
        at=at,
    )
