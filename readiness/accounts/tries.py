"""How often a password or a code may be tried, so that a guesser is slowed and nobody locked out.

A password is never counted by account. A browser in which somebody signed in before carries a
signed cookie, and is counted by that; any other is counted by its address. So whoever guesses at
Dawn's account uses up the tries of their own address, and none of hers. The numbers are in
`rates.py`; the decision and what it leaves open, in docs/decisions/0007.
"""

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import get_random_string

COOKIE, SALT = "known_browser", "known-browser"
YEAR = 365 * 24 * 60 * 60


def password(request: HttpRequest, username: str):
    """Count one try of a password. What comes back is false where there were too many, and
    otherwise takes the try back by `rollback()`.
    """
    known = _known(request, username)
    if known:
        return _count(request, "password_known", known)
    return _count(request, "password_unknown")


def code(request: HttpRequest, user):
    """Count one try of a code by somebody who gave the right password; as `password()`."""
    known = _known(request, user.get_username())
    if known:
        return _count(request, "code_known", known)
    return _count(request, "code_unknown", f"account {user.pk}")


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


def _count(request: HttpRequest, action: str, key: str | None = None):
    return ratelimit.consume(request, app="allauth.account", action=action, key=key)
