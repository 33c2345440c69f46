"""The consultant's place in the list, which goes with them through a version's page and back."""

from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from readiness.cases.models import Version
from readiness.desk import filters

NAME = "_changelist_filters"  # under which Django's admin hands it on
KNOWN = {*(each.parameter_name for each in filters.FILTERS), "q", "o", "p"}
LONGEST = 100  # letters of what is searched for
MOST = 2000  # letters of all of it


def of_list(request: HttpRequest) -> dict[str, str]:
    """What the list was asked, as far as it is one of our own questions; from anywhere else nothing."""
    asked = dict(parse_qsl(request.GET.get(NAME, "")[:MOST]))
    return {name: value[:LONGEST] for name, value in asked.items() if name in KNOWN}


def carried(request: HttpRequest) -> dict[str, str]:
    """The same, as it goes from one page of a version to the next."""
    asked = of_list(request)
    return {NAME: urlencode(asked)} if asked else {}


def stay(request: HttpRequest, version: Version, *, at: str = "") -> HttpResponse:
    """To the page of the version, at a part of it where one is named, with the place in the list."""
    answer = redirect("admin:cases_version_change", version.pk)
    query = urlencode(carried(request))
    answer["Location"] += (f"?{query}" if query else "") + (f"#{at}" if at else "")
    return answer
