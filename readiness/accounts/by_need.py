"""Views that are loaded when somebody asks for them first, and whose pages no browser keeps.

What they stand on, such as cryptography for passkeys, takes memory and time in every process, and only
staff who sign in need it.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache


def by_need(name: str) -> Callable[..., HttpResponseBase]:
    """The view of this dotted name. Its page may show a secret, or codes that work once."""

    @never_cache
    def view(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        return import_string(name)(request, *args, **kwargs)

    return view
