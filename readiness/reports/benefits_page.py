"""The document of a benefits review, as a page and as its files."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases.access import Visit, visit
from readiness.reports import benefits_papers, documents, views
from readiness.reports.begun import NotBegun
from readiness.reports.kinds import BENEFITS
from readiness.reports.views import Download

# /cases/<id>/benefits/<months>/review/


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int, months: int) -> HttpResponse:
    """The review as a page, with the same content as its files."""
    opened = visit(request, case_id)
    try:
        given = benefits_papers.after(opened.case, months)
    except NotBegun as nothing:
        return _nothing(request, opened, nothing)
    paper = documents.paper(BENEFITS, given)
    values = {
        "visit": opened,
        "case": opened.case,
        "kind": BENEFITS,
        "organisation": paper.cover.organisation,
        "paper": paper,
        "downloads": list(_downloads(opened, months)),
        "back": reverse("benefits", args=[opened.case.pk]),
    }
    return render(request, "reports/document.html", values)


def _downloads(opened: Visit, months: int) -> Iterator[Download]:
    labels = {
        "pdf": _("Benefits review as PDF"),
        "docx": _("Benefits review for Word"),
        "csv": _("Figures for a spreadsheet (CSV)"),
        "json": _("Figures for a program (JSON)"),
    }
    for form, label in labels.items():
        address = reverse("benefits-paper-file", args=[opened.case.pk, months, form])
        yield Download(label, address)


def _nothing(request: HttpRequest, opened: Visit, nothing: NotBegun) -> HttpResponse:
    values = {"visit": opened, "case": opened.case, "kind": BENEFITS, "sentence": str(nothing)}
    return render(request, "reports/not_begun.html", values, status=404)


# /cases/<id>/benefits/<months>/review.pdf


@never_cache
@require_safe
def file(request: HttpRequest, case_id: int, months: int, form: str) -> HttpResponseBase:
    """The review as a file, as it is recorded now."""
    opened = visit(request, case_id)
    if form not in documents.FORMATS or not BENEFITS.has(form):
        raise Http404
    try:
        given = benefits_papers.after(opened.case, months)
    except NotBegun as nothing:
        return _nothing(request, opened, nothing)
    values = {"visit": opened, "case": opened.case, "kind": BENEFITS}
    return views.drawn(request, given, form, values)
