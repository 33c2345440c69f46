"""Who may open a case: access links, and the session that holds their ids.

Access is in the fetch, so a view cannot forget it; a stranger gets 404. Every request reads the
link again, so that revoking and expiry act at once.
"""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.cases.models import AccessLink, Case

WRITERS = (AccessLink.Role.OWNER, AccessLink.Role.EDITOR)
KEY, SEEN = "links", "seen"
MOST_LINKS = 20  # in one session; the oldest is let go
MOST_ID = 2**63 - 1
STAMP_EVERY = timedelta(hours=1)
EMAILED_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Visit:
    """A case, and the link through which it was opened."""

    case: Case
    link: AccessLink

    @property
    def is_owner(self) -> bool:
        """Whether the link may do what only an owner may."""
        return self.link.role == AccessLink.Role.OWNER


def hashed(token: str) -> str:
    """What is kept of a token; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def mint(
    case: Case, *, via: str, label: str, at: datetime, role: str = AccessLink.Role.OWNER
) -> tuple[AccessLink, str]:
    """A new link and its address, which cannot be shown again.

    An e-mailed link takes the place of the last e-mailed one, with its drafts, and ends after
    24 hours.
    """
    token = secrets.token_urlsafe(32)
    emailed = via == AccessLink.Via.EMAILED
    last = case.links.filter(via=via, role=role, revoked_at=None) if emailed else case.links.none()
    link = case.links.create(
        token_hash=hashed(token),
        via=via,
        role=role,
        label=label,
        created_at=at,
        expires_at=at + EMAILED_FOR if emailed else None,
    )
    last = last.exclude(pk=link.pk)
    case.drafts.filter(link__in=last).update(link=link)
    last.update(revoked_at=at)
    return link, settings.PUBLIC_URL + reverse("open", args=[token])


def browser_link(case: Case) -> AccessLink:
    """An owner's link without a token, for the browser at hand alone."""
    return case.links.create(via=AccessLink.Via.BROWSER, label=_("the first browser"))


def find(token: str, *, at: datetime) -> AccessLink | None:
    """The link of a token that still opens its case."""
    return AccessLink.objects.filter(AccessLink.open_now(at), token_hash=hashed(token)).first()


def admit(request: HttpRequest, link: AccessLink) -> None:
    """Let this browser into the link's case, under a new session key."""
    held = [each for each in request.session.get(KEY, []) if each != link.pk]
    request.session.cycle_key()
    request.session[KEY] = [*held, link.pk][-MOST_LINKS:]


def admit_too(request: HttpRequest, link: AccessLink) -> None:
    """Let a browser that is in a case into another of its own. Its session key stays, so that the
    second press of a double click, which still bears that key, loses neither case."""
    request.session[KEY] = [*request.session.get(KEY, []), link.pk][-MOST_LINKS:]


def visit(request: HttpRequest, case_id: int) -> Visit:
    """The case, where this browser holds an open link that may change it; otherwise 404."""
    now = timezone.now()
    link = (
        _held(request, case_id)
        .select_related("case")
        .filter(AccessLink.open_now(now))
        .filter(role__in=WRITERS)
        .order_by("-role", "-pk")
        .first()
    )
    if link is None:
        raise Http404
    _stamp(request, link, now)
    return Visit(link.case, link)


def visit_if_any(request: HttpRequest, case_id: int) -> Visit | None:
    """The case, or None where this browser may not open it."""
    with suppress(Http404):
        return visit(request, case_id)
    return None


def owner_visit(request: HttpRequest, case_id: int) -> Visit:
    """The case, for its owner alone; otherwise 404."""
    found = visit(request, case_id)
    if not found.is_owner:
        raise Http404
    return found


def carry_over(request: HttpRequest, left: Visit, link: AccessLink) -> Visit:
    """Go on in this browser by another link, and take the drafts along.

    Otherwise nobody could reach the drafts of a link that has no token once this session ends, nor
    those of one that is about to be closed.
    """
    left.link.drafts.update(link=link)
    held = [each for each in request.session.get(KEY, []) if each != left.link.pk]
    request.session[KEY] = [*held, link.pk]
    return Visit(left.case, link)


def cases_of(request: HttpRequest) -> list[int]:
    """The cases that this browser holds open links to, the last opened first."""
    held = request.session.get(KEY, [])
    found = AccessLink.objects.filter(
        AccessLink.open_now(timezone.now()), pk__in=held, role__in=WRITERS
    )
    return list(dict.fromkeys(found.order_by("-pk").values_list("case", flat=True)))


def leave(request: HttpRequest, case_id: int) -> None:
    """Let go of every link to the case that this browser holds."""
    held = request.session.get(KEY, [])
    gone = set(_held(request, case_id).values_list("pk", flat=True))
    left = [each for each in held if each not in gone]
    request.session.flush()
    if left:
        request.session[KEY] = left


def _held(request: HttpRequest, case_id: int) -> QuerySet[AccessLink]:
    """The links to a case that this browser holds; none where no database counts so far."""
    if case_id > MOST_ID:
        return AccessLink.objects.none()
    return AccessLink.objects.filter(case=case_id, pk__in=request.session.get(KEY, []))


def _stamp(request: HttpRequest, link: AccessLink, now: datetime) -> None:
    """Renew the session at most once an hour, and the link's last use at most once a day."""
    seen = request.session.get(SEEN, 0)
    if now.timestamp() - seen > STAMP_EVERY.total_seconds():
        request.session[SEEN] = int(now.timestamp())
    today = timezone.localdate(now)
    if link.last_used_on != today:
        AccessLink.objects.filter(pk=link.pk).update(last_used_on=today)
    if link.case.erase_on and link.case.erase_why == Case.Why.UNTOUCHED:
        _keep(request, link.case, date_format(link.case.erase_on, "j F Y"))


def _keep(request: HttpRequest, case: Case, on: str) -> None:
    """A case that was to be erased because nobody opened it was opened, and so is kept."""
    if case.keep(Case.Why.UNTOUCHED):
        text = _("Nobody had opened this case for long, and it was to be erased on %s. It is kept.")
        messages.info(request, text % on)
    case.refresh_from_db(fields=["erase_on", "erase_why"])
