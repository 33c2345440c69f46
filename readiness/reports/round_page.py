"""The papers of the round that is open, as files: the sheet, and the questions on paper."""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases.access import visit
from readiness.reports import round_papers, views
from readiness.voices import questions, rounds
from readiness.voices.models import Round

# /cases/<id>/voices/sheet.pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, case_id: int) -> HttpResponseBase:
    """The sheet to hang up."""
    return _file(request, case_id, "sheet", round_papers.sheet)


# /cases/<id>/voices/questions-<group>.pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: HttpRequest, case_id: int, group: str) -> HttpResponseBase:
    """The questions as one group is asked them, to fill in with a pen."""
    if group not in questions.GROUPS:
        raise Http404
    return _file(
        request, case_id, f"questions-{group}", lambda asking: round_papers.on_paper(asking, group)
    )


def _file(
    request: HttpRequest, case_id: int, name: str, make: Callable[[Round], bytes]
) -> HttpResponseBase:
    """A paper of the round that is open; 404 where none is. To try again is a press, and a POST."""
    case = visit(request, case_id).case
    asking = rounds.of(case, at=timezone.now()).now
    if asking is None:
        raise Http404
    if request.method == "POST":
        return redirect(request.path)
    values = {"case": case, "address": reverse("voices", args=[case.pk])}
    return views.printed(request, values, f"{name}-{asking.code}.pdf", lambda: make(asking))
