"""The way back to a case: the page that somebody came from, carried through the library."""

import re
from urllib.parse import urlencode

from django.http import HttpRequest

# /cases/<id>/, or a step or page of it; a step opened from check-your-answers says so. Or a page on
# which something is written about a supplier.
_NUMBER = r"[1-9][0-9]{0,17}"
_SUPPLIER = rf"suppliers/(?:choose|{_NUMBER}(?:/prices|/references)?)/"
_PAGE = r"(?!leave/)(?:talk/)?[a-z0-9-]{1,60}/(?:\?from=check)?"
OURS = re.compile(rf"/cases/{_NUMBER}/(?:{_PAGE}|{_SUPPLIER})?")


def back(request: HttpRequest) -> str:
    """The page of a case in `?back=`, or nothing where it is not exactly one of ours."""
    asked = request.GET.get("back", "")
    return asked if OURS.fullmatch(asked) else ""


def carried(back: str) -> str:
    """`back` as it stands in an address, ready to follow a ? or a &."""
    return urlencode({"back": back}) if back else ""
