"""What people are told when something goes wrong, with a reference that support finds in the log."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from readiness.read_out import eight_letters
from readiness.written import sent_along, written

NONE = "-"  # what is logged of no request
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent)
KEPT_NOWHERE = "no-store"  # a page with somebody's words, perhaps in a browser that others use too

# The reference of the request at hand; every line of the log bears it.
reference: ContextVar[str] = ContextVar("reference", default=NONE)


class Reference:
    """Middleware, the outermost: gives each request a reference of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response; what is logged until it is sent bears the reference."""
        reference.set(eight_letters())
        return self.get_response(request)


def _is_answered(**_signal: object) -> None:
    """Django logs most errors once the response has left the middleware, so it is kept until now."""
    reference.set(NONE)


request_finished.connect(_is_answered, dispatch_uid="reference")


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
        values = {"error_reference": reference.get(), "written": written(request)}
        values["back_at"] = settings.MAINTENANCE
        page = render_to_string("503.html", values)
        return HttpResponse(
            page, status=503, headers={"Retry-After": "600", "Cache-Control": KEPT_NOWHERE}
        )


class NoBlankPage:
    """Middleware: who asks for an address in a way that it does not answer is told what to do.

    Django would answer with nothing at all, such as to who reloads an address that a button led to.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, with a page where it was blank."""
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            response.content = _page(request, "405.html", 405).content
            response["Cache-Control"] = KEPT_NOWHERE
        return response


def of_request(_request: HttpRequest) -> dict[str, Any]:
    """For every template: the reference, which a page with an error names."""
    return {"error_reference": reference.get}


@requires_csrf_token
def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; or 413 where what was sent is more than we take in."""
    if isinstance(exception, TOO_MUCH):
        return _page(request, "413.html", 413)
    return _page(request, "400.html", 400)


@requires_csrf_token
def not_for_you(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return _page(request, "403.html", 403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, also for who comes back to a case that was closed meanwhile."""
    return _page(request, "404.html", 404)


@requires_csrf_token
def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the token of a page of ours, or with one that counts no longer. If the
    browser says that it was a page of ours all the same, one press sends it again."""
    return _page(request, "403_csrf.html", 403, again=sent_along(request))


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: a page that needs no database and no session."""
    values = {"error_reference": reference.get(), "written": written(request)}
    page = render_to_string("500.html", values)
    return HttpResponse(page, status=500, headers={"Cache-Control": KEPT_NOWHERE})


def _page(request: HttpRequest, template: str, status: int, **values: Any) -> HttpResponse:
    page = render(request, template, {"written": written(request), **values}, status=status)
    page["Cache-Control"] = KEPT_NOWHERE
    return page
