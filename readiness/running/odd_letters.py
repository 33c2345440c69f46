"""Letters that no page of ours sends: other encodings, and a NUL, which PostgreSQL takes in no text."""

from collections.abc import Callable, Iterator

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NUL = "\x00"


def only_utf8(answer: Callable[[HttpRequest], HttpResponseBase]):
    """Middleware, before whatever reads what was sent: it is in UTF-8, whatever its sender calls it.
    Some encodings that one may name are none of text, and others make letters that no page can show.
    """

    def look(request: HttpRequest) -> HttpResponseBase:
        if request.encoding is not None:  # as no browser says it with a form of ours
            request.encoding = "utf-8"
        return answer(request)

    return look


def no_nul(answer: Callable[[HttpRequest], HttpResponseBase]):
    """Middleware: an address or a cookie with a NUL is a bad request. Forms see to their own texts."""

    def look(request: HttpRequest) -> HttpResponseBase:
        if any(NUL in text for text in _texts(request)):
            raise SuspiciousOperation("A NUL in an address or a cookie.")
        return answer(request)

    return look


def _texts(request: HttpRequest) -> Iterator[str]:
    yield from request.COOKIES.values()
    for name, values in request.GET.lists():
        yield name
        yield from values
