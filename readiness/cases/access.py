"""Who may open a case: access links, and the session that holds their ids.

Access is in the fetch, so a view cannot forget it; a stranger gets 404. Every request reads the
link again, so that revoking and expiry act at once.
"""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.cases import opening, read_often
from readiness.cases.models import AccessLink, Answer, Case, Draft
from readiness.cases.read_often import Opened

WRITERS = (AccessLink.Role.OWNER, AccessLink.Role.EDITOR)
STRONGEST_FIRST = (*WRITERS, AccessLink.Role.READER)
MAILED = (AccessLink.Via.EMAILED, AccessLink.Via.DESK)
MOST_UNOPENED = 3  # mailed links of a case that nobody has opened
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
    # Of the step that is looked at.
    draft: Draft | None = None
    answers: Sequence[Answer] = ()

    @property
    def is_owner(self) -> bool:
        """Whether the link may do what only an owner may."""
        return self.link.role == AccessLink.Role.OWNER


def hashed(token: str) -> str:
    """What is kept of a token; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def mint(
    case: Case,
    *,
    via: str,
    label: str,
    at: datetime,
    role: str = AccessLink.Role.OWNER,
    key: str = "",
    **more: Any,
) -> tuple[AccessLink, str]:
    """A new link and its address, which cannot be shown again.

    With the `key` of the page that asks for it, a second press makes no second link: it has the
    same one, whose `created_at` is then not `at`. A mailed link ends after 24 hours. It closes none
    that is in use, or whoever knows the recovery address could end somebody's session: that is for
    its opening.
    """
    if via in MAILED:
        more["expires_at"] = at + EMAILED_FOR
    wanted = {"via": via, "role": role, "label": label, **more}
    token = _token(case, key, wanted) if key else secrets.token_urlsafe(32)
    link, new = case.links.get_or_create(
        token_hash=hashed(token), defaults={**wanted, "created_at": at}
    )
    if new and via in MAILED:
        _keep_few(case, via, at)
    return link, settings.PUBLIC_URL + reverse("open", args=[token])


def _token(case: Case, key: str, wanted: dict[str, Any]) -> str:
    """The token of one press: as hard to guess as the secret key, and known to nobody once the page
    that holds `key` is gone. What else was asked for makes it another."""
    asked = [str(wanted[name]) for name in sorted(wanted) if name != "expires_at"]
    found = salted_hmac("access-link", repr([case.pk, key, *asked]), algorithm="sha256")
    return urlsafe_b64encode(found.digest()).decode().rstrip("=")


def _keep_few(case: Case, via: str, at: datetime) -> None:
    """Of the mailed links that nobody opened, the newest few stay."""
    unopened = case.links.filter(via=via, last_used_on=None, revoked_at=None).order_by("-pk")
    gone = list(unopened.values_list("pk", flat=True)[MOST_UNOPENED:])
    case.links.filter(pk__in=gone).update(revoked_at=at)


def browser_link(case: Case) -> AccessLink:
    """An owner's link without a token, for the browser at hand alone."""
    return case.links.create(via=AccessLink.Via.BROWSER, label=_("the first browser"))


def find(token: str) -> AccessLink | None:
    """The link of a token, whether or not it still opens its case; None where it is none of ours."""
    return AccessLink.objects.filter(token_hash=hashed(token)).select_related("case").first()


def admit(request: HttpRequest, link: AccessLink) -> None:
    """Let this browser into the link's case, under a new session key."""
    held = [each for each in request.session.get(KEY, []) if each != link.pk]
    request.session.cycle_key()
    request.session[KEY] = [*held, link.pk][-MOST_LINKS:]


def admit_too(request: HttpRequest, link: AccessLink) -> None:
    """Let a browser that is in a case into another of its own. Its session key stays, so that the
    second press of a double click, which still bears that key, loses neither case."""
    request.session[KEY] = [*request.session.get(KEY, []), link.pk][-MOST_LINKS:]


def visit(
    request: HttpRequest, case_id: int, *, step: str = "", others: Collection[str] = ()
) -> Visit:
    """The case, where this browser holds an open link that may change it; otherwise 404.

    For a step, with the link's draft of it, and the answers to it and to ``others``.
    """
    return _visit(request, case_id, WRITERS, step, others)


def reader_visit(request: HttpRequest, case_id: int) -> Visit:
    """The case, where this browser holds any open link to it, by the strongest; otherwise 404.

    For what was sent alone, as the board may see it.
    """
    return _visit(request, case_id, STRONGEST_FIRST)


def _visit(
    request: HttpRequest,
    case_id: int,
    roles: Sequence[str],
    step: str = "",
    others: Collection[str] = (),
) -> Visit:
    now = timezone.now()
    if step and case_id <= MOST_ID:
        held = read_often.opened(case_id, request.session.get(KEY, []), step, others)
    else:
        held = [Opened(link) for link in _held(request, case_id).select_related("case")]
    fit = [each for each in held if each.link.is_open(at=now) and each.link.role in roles]
    if not fit:
        raise Http404
    found = min(fit, key=lambda each: (roles.index(each.link.role), -each.link.pk))
    _stamp(request, found.link, now)
    return Visit(found.link.case, found.link, read_often.draft(found), found.answers)


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
    opening.take_over(link, [left.link])
    held = [each for each in request.session.get(KEY, []) if each != left.link.pk]
    request.session[KEY] = [*held, link.pk]
    return Visit(left.case, link)


def cases_of(request: HttpRequest) -> dict[int, bool]:
    """The cases that this browser holds open links to, the last opened first; and whether it may
    change each, or only read what was sent."""
    held = request.session.get(KEY, [])
    links = AccessLink.objects.filter(AccessLink.open_now(timezone.now()), pk__in=held)
    found: dict[int, bool] = {}
    for case, role in links.order_by("-pk").values_list("case", "role"):
        found[case] = found.get(case, False) or role in WRITERS
    return found


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
