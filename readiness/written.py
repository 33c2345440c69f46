"""What somebody had written when something went wrong, so that the page can show it to them again.

It is shown to whoever sent it from a page of ours, and to nobody who was led here by a form of
somebody else's. It is kept nowhere.
"""

from collections.abc import Iterator
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

LONG_ENOUGH = 12  # letters; what is shorter is soon typed again, and mostly a choice or a number
WITH_PASSWORDS = ("/staff/", "/admin/password_change/", "/admin/login/")  # addresses
OURS = ("key", "seen", "restore_row")  # what pages send along that nobody typed
# A body that cannot be read, or no longer, or is too much.
UNREADABLE = (SuspiciousOperation, BadRequest, MultiPartParserError, OSError, ValueError)


def written(request: HttpRequest) -> list[str]:
    """The words that a form of ours brought, in the order of its boxes; none from anywhere else."""
    return list(dict.fromkeys(text for name, text in sent_along(request) if _are_words(name, text)))


def sent_along(request: HttpRequest) -> list[tuple[str, str]]:
    """All that a form of ours brought, as names and values; none from anywhere else, nor of signing
    in, whose passwords are written into no page."""
    if request.method != "POST" or request.path.startswith(WITH_PASSWORDS):
        return []
    with suppress(*UNREADABLE):
        if _is_from_our_page(request):
            return list(_sent(request.POST))
    return []


def _is_from_our_page(request: HttpRequest) -> bool:
    """As the browser says it, which adds this to every form and lets no page change it. The scheme
    counts, too: anybody on the way could put a page of their own at our address without TLS."""
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return request.headers.get("Origin") in ours


def _sent(posted: QueryDict) -> Iterator[tuple[str, str]]:
    for name, texts in posted.lists():
        if name != "csrfmiddlewaretoken":
            yield from ((name, text) for text in texts)


def _are_words(name: str, text: str) -> bool:
    """Words of a person, and not the value of a choice or what our page sends along."""
    ours = any(part in name for part in OURS)
    return not ours and len(text) >= LONG_ENOUGH and " " in text.strip()
