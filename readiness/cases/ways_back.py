"""How an owner comes back to a case, and what owners are told of links that others made."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from readiness.cases.access import Visit
from readiness.cases.models import AccessLink

Via, Role = AccessLink.Via, AccessLink.Role
TOLD_FOR = timedelta(days=30)  # that a consultant gave a link, or that the case was handed over


@dataclass(frozen=True)
class WaysBack:
    """`emailed` is the link that was last mailed and still opens the case, `desk` the one that a
    consultant gave lately, and `handed_to` the one by which somebody took the case over lately;
    `known` is false where nothing but this browser opens it for an owner.
    """

    emailed: AccessLink | None = None
    desk: AccessLink | None = None
    handed_to: AccessLink | None = None
    known: bool = True


def ways_back(visit: Visit) -> WaysBack:
    """What somebody is told of links on the task list; an editor, only who took the case over."""
    now = timezone.now()
    links = list(visit.case.links.filter(role=Role.OWNER).exclude(via=Via.BROWSER).order_by("pk"))
    lately = [link for link in links if now - link.created_at < TOLD_FOR]
    handed = [link for link in lately if link.hand_over == AccessLink.HandOver.DONE]
    if not visit.is_owner:
        return WaysBack(handed_to=_last(handed))
    open_now = [link for link in links if link.is_open(at=now)]
    return WaysBack(
        emailed=_last([link for link in open_now if link.via == Via.EMAILED]),
        desk=_last([link for link in lately if link.via == Via.DESK]),
        known=bool(open_now or visit.case.recovery_confirmed_at),
    )


def _last(links: list[AccessLink]) -> AccessLink | None:
    return links[-1] if links else None
