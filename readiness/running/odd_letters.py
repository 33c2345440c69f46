"""What PostgreSQL takes in no text is refused at the door: nobody's keyboard makes a NUL."""

from collections.abc import Callable, Iterator

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NUL = "\x00"


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
