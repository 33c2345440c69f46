"""The business case on the web and as PDF: for those who may open the case, and for consultants."""

import logging
from io import BytesIO
from threading import BoundedSemaphore
from typing import IO, Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases.access import visit
from readiness.cases.models import Case, Version
from readiness.reports import documents, pdf, store
from readiness.reports.models import Document

log = logging.getLogger(__name__)

# Drafts are drawn while the page waits, so only so many at once: the others can be served meanwhile.
_presses = BoundedSemaphore(2)


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
def business_case_pdf(request: HttpRequest, case_id: int) -> HttpResponseBase:
    """The business case as PDF; where it cannot be made, a page that says what to do."""
    opened = visit(request, case_id)
    values = {"visit": opened, "case": opened.case}
    source = documents.newest(opened.case)
    if isinstance(source, Version):
        return _stored(request, source, values)
    return _drawn(request, source, values)


# /review/<version>/business-case.pdf


@never_cache
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def version_pdf(request: HttpRequest, version_id: int) -> HttpResponseBase:
    """The business case as it was sent, for consultants."""
    return _stored(request, get_object_or_404(Version, pk=version_id), {})


def _stored(request: HttpRequest, version: Version, values: dict[str, Any]) -> HttpResponseBase:
    """A version's stored paper; until it is there, a page that looks again by itself.

    A paper that was not made is tried again by a press of a button, which is a POST.
    """
    document = store.document_of(version, documents.BUSINESS_CASE, "pdf")
    if request.method == "POST":
        store.begin(document)
        return redirect(request.path)
    if document.status in {Document.Status.WAITING, Document.Status.MAKING}:
        store.begin(document)
    if document.status == Document.Status.READY:
        return _sent(default_storage.open(document.stored_as), version)
    failed = document.status == Document.Status.FAILED
    values |= {"sentence": document.sentence}
    page = "reports/not_made.html" if failed else "reports/being_made.html"
    return render(request, page, values, status=503 if failed else 202)


def _drawn(request: HttpRequest, case: Case, values: dict[str, Any]) -> HttpResponseBase:
    """A draft's paper, made anew; where others are being made, a page that looks again by itself."""
    if not _presses.acquire(blocking=False):
        return render(request, "reports/being_made.html", values, status=202)
    try:
        made = documents.business_case_pdf(case, timezone.localdate())
    except pdf.RenderFailed as failure:
        log.error("The PDF of %s was not made: %s", case, failure.detail or failure)
        values["sentence"] = str(failure)
        return render(request, "reports/not_made.html", values, status=503)
    finally:
        _presses.release()
    return _sent(BytesIO(made), case)


def _sent(file: IO[bytes], source: documents.Source) -> FileResponse:
    name = documents.filename(source, timezone.localdate())
    return FileResponse(file, filename=name, content_type="application/pdf")
