"""What the opening of a link changes for the others: an e-mailed one takes the place of the last,
and one that hands the case over makes its holder the owner."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from readiness.cases.models import AccessLink, Case, Comment, CommentsRead, Draft

Role, HandOver = AccessLink.Role, AccessLink.HandOver


def opened(link: AccessLink, *, at: datetime) -> AccessLink:
    """Note that somebody opened the link, and do what follows from it. Safe to do twice.

    The link is read again under the case's lock, and is returned as it is then: of two that hand the
    case over, opened at once, the second finds itself closed or an editor's. So there is always an
    owner. What was closed meanwhile does nothing.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=link.case_id)
        link = case.links.get(pk=link.pk)
        link.case = case
        if not link.is_open(at=at):
            return link
        if link.via == AccessLink.Via.EMAILED:
            older = case.links.filter(via=link.via, role=link.role, pk__lt=link.pk)
            _close(older.filter(revoked_at=None), link, at=at)
        if link.hand_over in {HandOver.EDITOR, HandOver.CLOSE}:
            _hand_over(case, link, at=at)
        link.last_used_on = localdate(at)
        link.save(update_fields=["last_used_on", "hand_over"])
    return link


def _hand_over(case: Case, link: AccessLink, *, at: datetime) -> None:
    others = case.links.filter(role=Role.OWNER, revoked_at=None).exclude(pk=link.pk)
    if link.hand_over == HandOver.CLOSE:
        _close(others, link, at=at)
    else:
        others.update(role=Role.EDITOR, hand_over="")
    if link.drops_address:
        case.drop_recovery_email()
    link.hand_over = HandOver.DONE


def _close(older: QuerySet[AccessLink], link: AccessLink, *, at: datetime) -> None:
    gone = list(older)
    take_over(link, gone)
    AccessLink.objects.filter(pk__in=[each.pk for each in gone]).update(revoked_at=at)


def take_over(link: AccessLink, older: Collection[AccessLink]) -> None:
    """Let a link have what was typed, said and read by those whose place it takes.

    What the link has of a step itself stays; of several older drafts of one step it gets the last.
    """
    Comment.objects.filter(link__in=older).update(link=link)
    theirs = {"link__in": older}
    _move(link, Draft.objects.filter(**theirs).order_by("-changed_at"))
    _move(link, CommentsRead.objects.filter(**theirs).order_by("-until"))


def _move(link: AccessLink, rows: QuerySet) -> None:
    """Give the link the first row of each step of which it has none."""
    all_rows = rows.model._default_manager
    there = set(all_rows.filter(link=link).values_list("step", flat=True))
    for pk, step in list(rows.values_list("pk", "step")):
        if step not in there:
            there.add(step)
            all_rows.filter(pk=pk).update(link=link)
