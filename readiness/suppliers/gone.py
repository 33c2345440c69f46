"""Where a supplier was taken out while somebody wrote about it: what they wrote is shown once more."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from readiness.cases import access
from readiness.cases.answers import Answers
from readiness.suppliers.forms import SAID

HIDDEN = ("csrfmiddlewaretoken", "base", "restore_row")
LONGEST, MOST = 2000, 100  # of what is shown again


def gone(request: HttpRequest, case_id: int) -> HttpResponse:
    """The page that says so, with each text that was typed. Raises Http404 where none was."""
    visit = access.owner_visit(request, case_id)
    if request.method != "POST":
        raise Http404
    typed = [
        text[:LONGEST]
        for name, texts in request.POST.lists()
        if name not in HIDDEN and not name.endswith(("_FORMS", "-asked", "-about"))
        for text in texts
        if text.strip() and text not in SAID
    ]
    values = {"visit": visit, "case": visit.case, "typed": typed[:MOST]}
    values |= {"organisation": Answers.of(visit.case, ["organisation"]).organisation}
    return render(request, "suppliers/gone.html", values, status=404)
