"""Views that are loaded when somebody asks for them first.

What they stand on, such as cryptography for passkeys, takes memory and time in every process, and only
staff who sign in need it.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string


def by_need(name: str) -> Callable[..., HttpResponseBase]:
    """The view of this dotted name."""

    def view(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        return import_string(name)(request, *args, **kwargs)

    return view
