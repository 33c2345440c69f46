"""The gate: until both steps are passed, nobody is signed in.

It stands before every view, so that no view can forget it. A view sees who is signed in only
once their session passed the second step. Whoever has no second step yet is seen by the pages
that set one up, and by no other.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from readiness.accounts import second_step

# The names of the pages that somebody without a second step may use as who they are.
SET_UP = {
    "account_login",  # which leads them to the next
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_logout",
}


class Gate:
    """The middleware. It costs nothing where no view asks who is signed in."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view, _args, _kwargs) -> None:
        """Put who may be seen in the place of who signed in."""
        found = request.resolver_match
        signed_in, page = request.user, found.url_name if found else None

        async def seen_later():
            return request.user

        seen: Any = SimpleLazyObject(lambda: _seen(request, signed_in, page))
        request.user, request.auser = seen, seen_later


def _seen(request: HttpRequest, signed_in, page: str | None):
    if second_step.passed(request.session, signed_in):
        return signed_in
    if page in SET_UP and second_step.is_to_set_up(request.session, signed_in):
        return signed_in
    return AnonymousUser()
