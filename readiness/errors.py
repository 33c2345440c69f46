"""What people are told when something goes wrong, with a reference that support finds in the log."""

import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views import defaults
from django.views.decorators.csrf import requires_csrf_token

PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 that nobody mistakes for each other
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent)

# The reference of the request at hand; every line of the log bears it.
reference: ContextVar[str] = ContextVar("reference", default="-")


class Reference:
    """Middleware, the outermost: gives each request a reference of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response; what is logged meanwhile bears the reference."""
        letters = (PLAIN_LETTERS[byte % 32] for byte in secrets.token_bytes(8))
        mark = reference.set("".join(letters))
        try:
            return self.get_response(request)
        finally:
            reference.reset(mark)


class Maintenance:
    """Middleware: while MAINTENANCE is set, every page says when we are back.

    Whoever watches the guide at /health and /ready is answered all the same.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """503 with the page, and when to try again; otherwise the response."""
        if not settings.MAINTENANCE or request.path in {"/health", "/ready"}:
            return self.get_response(request)
        page = render_to_string("503.html", {"back_at": settings.MAINTENANCE})
        return HttpResponse(
            page, status=503, headers={"Retry-After": "600", "Cache-Control": "no-store"}
        )


@requires_csrf_token
def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; or 413 where what was sent is more than we take in."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return defaults.bad_request(request, exception)


def our_fault(_request: HttpRequest) -> HttpResponse:
    """500, with the reference: a page that needs no database and no session."""
    return HttpResponse(render_to_string("500.html", {"reference": reference.get()}), status=500)
