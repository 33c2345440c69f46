"""The way back to a case: the page that somebody came from, carried through the library."""

import re
from urllib.parse import urlencode

from django.http import HttpRequest

# /cases/<id>/, or a step or page of it; a step opened from check-your-answers says so.
OURS = re.compile(
    r"/cases/[1-9][0-9]{0,17}/(?:(?!leave/)(?:talk/)?[a-z0-9-]{1,60}/(?:\?from=check)?)?"
)


def back(request: HttpRequest) -> str:
    """The page of a case in `?back=`, or nothing where it is not exactly one of ours."""
    asked = request.GET.get("back", "")
    return asked if OURS.fullmatch(asked) else ""


def carried(back: str) -> str:
    """`back` as it stands in an address, ready to follow a ? or a &."""
    return urlencode({"back": back}) if back else ""
