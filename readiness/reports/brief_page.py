"""The supplier brief as its owner sees it before it goes: what to look at again, and the tick."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import asking
from readiness.cases.access import Visit, owner_visit, visit
from readiness.cases.amounts import listed
from readiness.cases.settling import Settling
from readiness.reports import briefs, documents, preview, views
from readiness.reports.begun import NotBegun
from readiness.reports.briefs import Brief
from readiness.reports.kinds import SUPPLIER_BRIEF
from readiness.reports.views import Download

FORMS = ("pdf", "docx", "html")  # never the figures: they hold what there is to spend


@dataclass(frozen=True)
class _Asked:
    """What was pressed: the form, and whether it was pressed on what the brief says now."""

    form: Settling
    seen: bool


# /cases/<id>/supplier-brief/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The preview: the brief with what gives the buyer away marked, the day, and the tick."""
    opened = owner_visit(request, case_id) if request.method == "POST" else visit(request, case_id)
    try:
        brief = briefs.of(opened.case, timezone.localdate())
    except NotBegun as nothing:
        return _nothing(request, opened, nothing)
    asked = _asked(request, brief)
    if request.method == "POST" and asked.seen and asked.form.is_valid():
        return _settled(request, opened, brief, asked.form)
    return render(request, "reports/brief.html", _values(opened, brief, asked))


def _asked(request: HttpRequest, brief: Brief) -> _Asked:
    if request.method == "POST":
        same = request.POST.get("seen") == brief.as_seen
        return _Asked(Settling(request.POST, prefix="brief"), same)
    reply_by = brief.row.reply_by
    initial = {
        "reply_by": reply_by.isoformat() if reply_by else None,
        "ready": ["yes"] if brief.ready else [],
    }
    return _Asked(Settling(prefix="brief", initial=initial), seen=True)


def _settled(request: HttpRequest, opened: Visit, brief: Brief, form: Settling) -> HttpResponse:
    day, ready = form.sound.get("reply_by"), bool(form.sound.get("ready"))
    reply_by = date.fromisoformat(day) if day else None
    briefs.settle(brief, reply_by=reply_by, ready=ready, by=opened.link.label, at=timezone.now())
    said = _("Saved. It is ready to send.") if ready else _("Saved. It is still a draft.")
    messages.success(request, said)
    return redirect("supplier-brief", opened.case.pk)


def _values(opened: Visit, brief: Brief, asked: _Asked) -> dict[str, object]:
    paper = documents.paper(SUPPLIER_BRIEF, brief.material)
    shown = preview.marked(paper, brief, opened.case.pk)
    return {
        "visit": opened,
        "case": opened.case,
        "organisation": paper.cover.organisation,
        "kind": SUPPLIER_BRIEF,
        "paper": shown,
        "found": preview.found(brief, opened.case.pk),
        "doubts": list(preview.doubts(brief)),
        "brief": brief,
        "changed": listed([briefs.name_of(part) for part in brief.changed]),
        "seen": brief.as_seen,
        "overtaken": not asked.seen,
        "faults": asked.form.faults() if asked.form.is_bound else [],
        "blocks": [
            asking.box(asked.form, name, asked.form.is_bound, {}) for name in asked.form.fields
        ],
        "downloads": [_download(opened, form) for form in FORMS],
    }


def _download(opened: Visit, form: str) -> Download:
    labels = {
        "pdf": _("Supplier brief as PDF"),
        "docx": _("Supplier brief for Word"),
        "html": _("Supplier brief as a web page"),
    }
    return Download(labels[form], reverse("supplier-brief-file", args=[opened.case.pk, form]))


def _nothing(request: HttpRequest, opened: Visit, nothing: NotBegun) -> HttpResponse:
    values = {"visit": opened, "case": opened.case, "kind": SUPPLIER_BRIEF}
    values |= {"sentence": str(nothing)}
    return render(request, "reports/not_begun.html", values, status=404)


# /cases/<id>/supplier-brief.pdf


@never_cache
@require_http_methods(["GET", "HEAD"])
def file(request: HttpRequest, case_id: int, form: str) -> HttpResponseBase:
    """The brief as a file, as its answers stand now."""
    opened = visit(request, case_id)
    if form not in FORMS:
        raise Http404
    try:
        given = briefs.material(opened.case, timezone.localdate())
    except NotBegun as nothing:
        return _nothing(request, opened, nothing)
    values = {"visit": opened, "case": opened.case, "kind": SUPPLIER_BRIEF}
    return views.drawn(request, given, form, values)
