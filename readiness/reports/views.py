"""The documents as pages and as files: for those who may open the case, and for consultants."""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from threading import BoundedSemaphore
from typing import IO, Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from readiness.accounts import audit
from readiness.accounts.models import User
from readiness.cases import limits
from readiness.cases.access import visit
from readiness.cases.models import Case, Version
from readiness.reports import documents, figures_file, pdf, store
from readiness.reports.begun import NotBegun, has_ended
from readiness.reports.documents import Material
from readiness.reports.in_hand import InHand
from readiness.reports.kinds import KINDS, Kind
from readiness.reports.models import Document

log = logging.getLogger(__name__)

# Drafts are drawn while the page waits, so only so many at once: the others can be served meanwhile.
_presses = BoundedSemaphore(2)
_in_hand = InHand()  # the cases whose drafts are being drawn: one at a time for each
HOUR, DRAFTS = 60 * 60, 120  # how many drafts of one case may be drawn in an hour
LOOK_AGAIN = "2"  # seconds


@dataclass(frozen=True)
class Download:
    """A document in one format, as a link says it."""

    label: str
    address: str


# /cases/<id>/business-case/


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int, kind: Kind) -> HttpResponse:
    """A document as a page, with the same content as its files."""
    opened = visit(request, case_id)
    given = documents.material(opened.case, timezone.localdate(), kind)
    values: dict[str, Any] = {"visit": opened, "case": opened.case, "kind": kind}
    try:
        paper = documents.paper(kind, given)
    except NotBegun as nothing:
        return _not_begun(request, values, nothing)
    no_figures = figures_file.missing(given.facts) if "csv" in kind.offered else ""
    values |= {
        "organisation": paper.cover.organisation,
        "paper": paper,
        "downloads": list(_downloads(kind, opened.case, figures=not no_figures)),
        "no_figures": no_figures,
        "other": KINDS.get(kind.other),
        "ended": not kind.ended and has_ended(given.facts, given.edition),
    }
    return render(request, "reports/document.html", values)


def _downloads(kind: Kind, case: Case, *, figures: bool) -> Iterator[Download]:
    for form in kind.offered:
        if figures or form not in documents.FIGURES:
            yield Download(label(kind, form), reverse(f"{kind.path}-file", args=[case.pk, form]))


def label(kind: Kind, form: str) -> str:
    """A document in one format, as a link says it."""
    labels = {
        "pdf": _("{document} as PDF").format(document=kind.name),
        "docx": _("{document} for Word").format(document=kind.name),
        "ics": _("Its dates for your calendar"),
        "csv": _("Figures for a spreadsheet (CSV)"),
        "json": _("Figures for a program (JSON)"),
    }
    return labels[form]


# /cases/<id>/business-case.pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, case_id: int, kind: Kind, form: str) -> HttpResponseBase:
    """A document as a file; where it cannot be made, a page that says what to do."""
    opened = visit(request, case_id)
    _known(kind, form)
    values = {"visit": opened, "case": opened.case, "kind": kind}
    found = documents.newest(opened.case, timezone.localdate(), kind)
    if isinstance(found, Version):
        return stored(request, found, form, values)
    return drawn(request, found, form, values)


# /review/<version>/business-case.pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def sent_file(request: HttpRequest, version_id: int, kind: Kind, form: str) -> HttpResponseBase:
    """A document as it was sent, for consultants."""
    _known(kind, form)
    version = get_object_or_404(Version, pk=version_id)
    if isinstance(request.user, User):
        audit.note_opening(request.user, version, timezone.now())
    return stored(request, version, form, {"kind": kind})


def _known(kind: Kind, form: str) -> None:
    if form not in documents.FORMATS or not kind.has(form):
        raise Http404


def stored(
    request: HttpRequest, version: Version, form: str, values: dict[str, Any]
) -> HttpResponseBase:
    """A version's stored file; until it is there, a page that looks again by itself.

    Where `values` have an `address`, that is where to go instead.

    A file that was not made is tried again by a press of a button, which is a POST.
    """
    kind: Kind = values["kind"]
    document = store.document_of(version, kind, form)
    if request.method == "POST":
        store.begin(document)
        return redirect(request.path)
    if document.status in {Document.Status.WAITING, Document.Status.MAKING}:
        store.begin(document)
    if document.status == Document.Status.READY:
        edition = documents.marked(document.edition)
        name = documents.filename(kind, form, version.organisation, edition)
        with suppress(FileNotFoundError):
            return _sent(default_storage.open(document.stored_as), form, name)
        document.is_lost()  # the next look makes it again
    if document.status == Document.Status.FAILED:
        return _not_made(request, values, document.sentence)
    return _being_made(request, values)


def drawn(
    request: HttpRequest, given: Material, form: str, values: dict[str, Any]
) -> HttpResponseBase:
    """A draft's file, made anew; where others are being made, a page that looks again by itself."""
    make = partial(_made, request, given, form, values)
    return make() if form in documents.QUICK else _in_turn(request, values, make)


def printed(
    request: HttpRequest, values: dict[str, Any], name: str, make: Callable[[], bytes]
) -> HttpResponseBase:
    """A PDF that is no document of a kind, made anew in its turn as a draft is; `name` is the file's.
    `values` have the case, and the address of a page that says the same."""

    def made() -> HttpResponseBase:
        try:
            return _sent(BytesIO(make()), "pdf", name)
        except pdf.RenderFailed as failure:
            log.error("%s was not made: %s", name, failure.detail or failure)
            return _not_made(request, values, str(failure))

    return _in_turn(request, values, made)


def _in_turn(
    request: HttpRequest, values: dict[str, Any], make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    case_id = values["case"].pk
    if not _in_hand.take(case_id):
        return _being_made(request, values)
    try:
        if not _presses.acquire(blocking=False):
            return _being_made(request, values)
        try:
            if not limits.allow("draft", str(case_id), times=DRAFTS, seconds=HOUR):
                return render(request, "cases/too_often.html", status=429)
            return make()
        finally:
            _presses.release()
    finally:
        _in_hand.leave(case_id)


def _made(
    request: HttpRequest, given: Material, form: str, values: dict[str, Any]
) -> HttpResponseBase:
    kind: Kind = values["kind"]
    try:
        made = documents.made(kind, form, given)
    except NotBegun as nothing:
        return _not_begun(request, values, nothing)
    except figures_file.NoFigures as nothing:
        return render(
            request, "reports/not_yet.html", values | {"sentence": str(nothing)}, status=404
        )
    except pdf.RenderFailed as failure:
        log.error("%s was not made: %s", given.edition.reference, failure.detail or failure)
        return _not_made(request, values, str(failure))
    name = given.facts.text("organisation", "name")
    return _sent(BytesIO(made), form, documents.filename(kind, form, name, given.edition))


def _not_begun(request: HttpRequest, values: dict[str, Any], nothing: NotBegun) -> HttpResponse:
    values |= {"sentence": str(nothing)}
    return render(request, "reports/not_begun.html", values, status=404)


def _being_made(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """A page that holds nothing to read for long, and looks again by itself, without JavaScript."""
    answer = render(request, "reports/being_made.html", values, status=202)
    answer["Refresh"] = LOOK_AGAIN
    return answer


def _not_made(request: HttpRequest, values: dict[str, Any], sentence: str) -> HttpResponse:
    values |= {"sentence": sentence}
    if "case" in values and "address" not in values:
        values["address"] = reverse(values["kind"].path, args=[values["case"].pk])
    return render(request, "reports/not_made.html", values, status=503)


def _sent(file: IO[bytes], form: str, name: str) -> FileResponse:
    """A PDF opens in the browser; all else is kept as a file, and HTML never runs on our address."""
    return FileResponse(
        file,
        as_attachment=form != "pdf",
        filename=name,
        content_type=documents.FORMATS[form],
    )
