"""Pages that say the same to everybody; what differs between set-ups comes from the settings."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from readiness.library import back

# When the words of these pages last changed. Change it with them.
CHANGED_ON = date(2026, 11, 28)


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the pages in templates/legal/."""
    came_from = back.back(request)
    carried = back.carried(came_from)
    values = {
        "back": came_from,
        "carry": f"?{carried}" if carried else "",
        "operator": settings.OPERATOR,
        "email": settings.OPERATOR_EMAIL,
        "hosted_in": settings.HOSTED_IN,
        "review": settings.REVIEW,
        "hours": settings.SESSION_COOKIE_AGE // 3600,
        "keep_drafts": settings.KEEP_DRAFTS,
        "keep_sent": settings.KEEP_SENT,
        "first_warning": settings.WARN_BEFORE[0],
        "last_warning": settings.WARN_BEFORE[1],
        "erase_after": settings.ERASE_AFTER,
        "changed_on": CHANGED_ON,
    }
    return render(request, f"legal/{name}.html", values)
