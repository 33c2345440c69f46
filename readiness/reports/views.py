"""The business case on the web and as PDF, for those who may open the case."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases.access import visit
from readiness.reports import documents, pdf

log = logging.getLogger(__name__)


# /cases/<id>/business-case/


@never_cache
@require_safe
def business_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The business case as a page, with the same content as the PDF."""
    opened = visit(request, case_id)
    paper = documents.paper_of(documents.newest(opened.case), timezone.localdate())
    values = {"visit": opened, "case": opened.case, "paper": paper}
    values["organisation"] = paper.cover.organisation
    return render(request, "reports/business_case.html", values)


# /cases/<id>/business-case.pdf


@never_cache
@require_safe
def business_case_pdf(request: HttpRequest, case_id: int) -> HttpResponse:
    """The business case as PDF; where it cannot be made, a page that says what to do."""
    opened = visit(request, case_id)
    source, today = documents.newest(opened.case), timezone.localdate()
    try:
        made = documents.business_case_pdf(source, today)
    except pdf.RenderFailed as failure:
        log.error("The PDF of case %s was not made: %s", case_id, failure.detail or failure)
        values = {"visit": opened, "case": opened.case, "sentence": str(failure)}
        return render(request, "reports/not_made.html", values, status=503)
    return pdf_response(made, documents.filename(source, today))


def pdf_response(made: bytes, name: str) -> HttpResponse:
    """A PDF that opens in the browser and is kept under `name`, which is ASCII."""
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
