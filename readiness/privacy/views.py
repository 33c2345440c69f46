"""The pages on which an owner takes everything along, has a case erased, or keeps it after all."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from readiness.cases import access, asking, limits, versions
from readiness.cases.answers import Answers
from readiness.privacy import archive, erasing
from readiness.privacy.forms import EraseForm

HOUR = 60 * 60
LOOK_AGAIN = "3"  # seconds


# /cases/<id>/your-data/


@never_cache
@require_safe
def your_data(request: HttpRequest, case_id: int) -> HttpResponse:
    """What is kept and for how long, and the ways to take it along and to erase it."""
    visit = access.owner_visit(request, case_id)
    values = {
        **_page(visit),
        "sent": versions.newest_of(visit.case) is not None,
        "drafts_kept": settings.KEEP_DRAFTS,
        "sent_kept": settings.KEEP_SENT,
    }
    return render(request, "privacy/your_data.html", values)


# /cases/<id>/your-data/everything.zip


@never_cache
@require_safe
def everything(request: HttpRequest, case_id: int) -> HttpResponseBase:
    """Everything in one ZIP; until its papers are made, a page that looks again by itself."""
    visit = access.owner_visit(request, case_id)
    papers = archive.papers(visit.case)
    if left := archive.still_to_make(papers):
        values = {**_page(visit), "total": len(papers), "done": len(papers) - len(left)}
        looks_again = "still" not in request.GET
        answer = render(
            request, "privacy/being_made.html", values | {"looks_again": looks_again}, status=202
        )
        if looks_again:
            answer["Refresh"] = LOOK_AGAIN
        return answer
    if not limits.allow("everything", str(case_id), times=20, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    name = f"everything-{visit.case.reference}.zip"
    return FileResponse(archive.made(visit.case, papers), as_attachment=True, filename=name)


# /cases/<id>/erase/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, case_id: int) -> HttpResponse:
    """Say what goes; whoever types the reference has the case erased, after some days."""
    visit = access.owner_visit(request, case_id)
    form = EraseForm(request.POST or None, prefix="erase", reference=visit.case.reference)
    if request.method == "POST" and form.is_valid():
        # Each time is a mail, so whoever takes it back and asks again floods no letter box.
        if not limits.allow("erase", str(case_id), times=5, seconds=HOUR):
            return render(request, "cases/too_often.html", status=429)
        erasing.ask(visit.case, at=timezone.now())  # every page of the case says so from now on
        return redirect("case", case_id)
    values = {
        **_page(visit),
        "form": form,
        "faults": form.faults() if form.is_bound else [],
        "blocks": [asking.box(form, name, form.is_bound, {}) for name in form.fields],
        "days": settings.ERASE_AFTER,
    }
    return render(request, "privacy/erase.html", values)


# /cases/<id>/keep/


@require_POST
def keep(request: HttpRequest, case_id: int) -> HttpResponse:
    """Keep a case that was to be erased."""
    visit = access.owner_visit(request, case_id)
    if erasing.keep(visit.case):
        messages.success(request, _("This case is kept. Nothing was erased."))
    return redirect("case", case_id)


def _page(visit: access.Visit) -> dict:
    organisation = Answers.of(visit.case, ["organisation"]).organisation
    return {"visit": visit, "case": visit.case, "organisation": organisation}
