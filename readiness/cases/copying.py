"""Starting the next case from one that is there."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import access, answers, limits
from readiness.cases.models import AccessLink, Case, start_key

HOUR = 60 * 60


# /cases/<id>/next/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def next_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Ask, then start a case with the answers of this one; a second press opens the same one."""
    visit = access.owner_visit(request, case_id)
    if request.method != "POST":
        values = {"visit": visit, "case": visit.case, "key": uuid.uuid4()}
        return render(request, "cases/next_case.html", values)
    if not limits.allow("begin", limits.address(request), times=200, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    key = start_key(request.POST.get("key", ""))
    now = timezone.now()
    with transaction.atomic():
        case, new = Case.objects.get_or_create(start_key=key)
        if new:
            access.browser_link(case)
            answers.bring_along(visit.case, case, by=_("last time"), at=now)
    if not new and access.visit_if_any(request, case.pk) is None:
        return redirect("case", case_id)  # somebody else's: nothing is said about it
    if new:
        link = case.links.filter(via=AccessLink.Via.BROWSER).earliest("pk")
        access.admit_too(request, link)
        text = _("This is a new case. Look at each answer from last time, and save it.")
        messages.success(request, text)
    return redirect("case", case.pk)
