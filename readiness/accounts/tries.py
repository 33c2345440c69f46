"""How often a password or a code may be tried, so that a guesser is slowed and nobody locked out.

A password is never counted by account. A browser in which somebody signed in before carries a
signed cookie, and is counted by that; any other is counted by its address. So whoever guesses at
Dawn's account uses up the tries of their own address, and none of hers. The numbers are in
`rates.py`; the decision and what it leaves open, in docs/decisions/0007.
"""

from dataclasses import dataclass

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import get_random_string

from readiness.accounts import rates
from readiness.running import tries

COOKIE, SALT = "known_browser", "known-browser"
YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Counted:
    """A try that was counted, by each of its names."""

    names: list[str]

    def rollback(self) -> None:
        """Take the try back, as it was a right one. allauth calls it so."""
        for name in self.names:
            tries.one_fewer(name)


def password(request: HttpRequest, username: str) -> Counted | None:
    """Count one try of a password; None where there were too many."""
    known = _known(request, username)
    if known:
        return _count(f"password-known:{known}", rates.PASSWORD)
    return _count(f"password-unknown:{get_ip(request)}", rates.PASSWORD)


def code(request: HttpRequest, user) -> Counted | None:
    """Count one try of a code by somebody who gave the right password; as `password()`."""
    known = _known(request, user.get_username())
    if known:
        return _count(f"code-known:{known}", rates.CODE_KNOWN)
    return _count(f"code-unknown:{user.pk}", rates.CODE_UNKNOWN)


def know(response: HttpResponseBase, user) -> None:
    """Let this browser be known as one in which this person signed in."""
    value = signing.dumps([user.get_username().lower(), get_random_string(22)], salt=SALT)
    response.set_cookie(
        COOKIE,
        value,
        max_age=YEAR,
        path="/staff/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request: HttpRequest, username: str) -> str:
    """The browser's own name, where this person signed in with it before; otherwise nothing."""
    try:
        whose, browser = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=YEAR)
    except (signing.BadSignature, ValueError):
        return ""
    return browser if whose == username.strip().lower() else ""


def _count(who: str, most: tuple[tuple[int, int], ...]) -> Counted | None:
    counted = Counted([])
    for times, seconds in most:
        name = f"{who}:{seconds}"
        if tries.one_more(name, seconds=seconds, at=timezone.now()) > times:
            return None
        counted.names.append(name)
    return counted
