"""The business case on the web and as PDF: for those who may open the case, and for consultants."""

import logging
from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases.access import visit
from readiness.cases.models import Version
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
    values = {"visit": opened, "case": opened.case}
    return _pdf(request, documents.newest(opened.case), values)


# /review/<version>/business-case.pdf


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def version_pdf(request: HttpRequest, version_id: int) -> HttpResponse:
    """The business case as it was sent, for consultants."""
    return _pdf(request, get_object_or_404(Version, pk=version_id), {})


def _pdf(request: HttpRequest, source: documents.Source, values: dict[str, Any]) -> HttpResponse:
    today = timezone.localdate()
    try:
        made = documents.business_case_pdf(source, today)
    except pdf.RenderFailed as failure:
        log.error("The PDF of %s was not made: %s", source, failure.detail or failure)
        values["sentence"] = str(failure)
        return render(request, "reports/not_made.html", values, status=503)
    headers = {"Content-Disposition": f'inline; filename="{documents.filename(source, today)}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
