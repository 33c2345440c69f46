"""What a board reads: the decision page of the version that was sent last, and its papers.

Nothing on it is live, and no comment stands on it: all of it comes from what was sent.
"""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from readiness.cases import versions
from readiness.cases.access import WRITERS, reader_visit
from readiness.cases.models import Case, Decision, Version
from readiness.reports import documents, views
from readiness.reports.begun import NotBegun
from readiness.reports.documents import Material
from readiness.reports.kinds import BUSINESS_CASE, KINDS, Kind
from readiness.reports.views import Download

FORMS = ("pdf", "docx", "ics")  # to read, to write in, and the dates
Status = Version.Status


# /cases/<id>/board/


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The page on which a board decides, for whoever holds a link to the case."""
    opened = reader_visit(request, case_id)
    values: dict[str, Any] = {"visit": opened, "case": opened.case}
    values |= {"may_change": opened.link.role in WRITERS}
    version, decided = versions.newest_of(opened.case), newest_decision(opened.case)
    if version is None:
        return render(request, "reports/board_nothing_yet.html", values)
    given = documents.material_of(documents.newest_edition(version))
    paper = documents.paper(BUSINESS_CASE, given)
    values |= {
        "organisation": version.organisation,
        "version": version,
        "kind": BUSINESS_CASE,
        "paper": paper,
        "decision": paper.decision,
        "standing": standing(version),
        "decided": decided,
        "until": documents.month_in_words(decided.until) if decided else "",
        "review": documents.month_in_words(decided.review) if decided else "",
        "downloads": list(_downloads(opened.case, given)),
    }
    return render(request, "reports/board.html", values)


def standing(version: Version) -> str:
    """How far the review of a version is, in a sentence for those who decide; "" without reviews."""
    if version.approved_on is not None:
        return _("A consultant reviewed and approved it: {name}, {role}, on {day}.").format(
            name=version.approved_by,
            role=version.approved_role,
            day=date_format(version.approved_on, "j F Y"),
        )
    said = {
        Status.WAITING: _("No consultant has reviewed it yet."),
        Status.IN_REVIEW: _("A consultant is reviewing it."),
        Status.CHANGES: _("A consultant asked for changes, so a newer version may follow."),
        Status.CLOSED: _("Its review ended without an approval."),
    }
    return said.get(Status(version.status), "") if settings.REVIEW else ""


def newest_decision(case: Case) -> Decision | None:
    """The decision that was recorded last, about whichever version."""
    found = Decision.objects.filter(version__case=case).select_related("version")
    return found.defer("version__snapshot").order_by("-recorded_at", "-pk").first()


def _downloads(case: Case, given: Material) -> Iterator[Download]:
    """The papers that this version has, each in every format."""
    for kind in KINDS.values():
        if _is_in(given, kind):
            for form in FORMS:
                if form in kind.offered:
                    address = reverse(f"board-{kind.path}", args=[case.pk, form])
                    yield Download(views.label(kind, form), address)


def _has(version: Version, kind: Kind, form: str) -> bool:
    if form not in kind.offered:
        return False
    return not kind.stage or _is_in(documents.material_of(documents.newest_edition(version)), kind)


def _is_in(given: Material, kind: Kind) -> bool:
    try:
        documents.need_its_answers(kind, given)
    except NotBegun:
        return False
    return True


# /cases/<id>/board/business-case.pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, case_id: int, kind: Kind, form: str) -> HttpResponseBase:
    """A paper of the version that was sent last; never a draft."""
    opened = reader_visit(request, case_id)
    version = versions.newest_of(opened.case)
    if version is None or form not in FORMS or not _has(version, kind, form):
        raise Http404
    values = {"visit": opened, "case": opened.case, "kind": kind}
    values |= {"address": reverse("board", args=[case_id])}
    return views.stored(request, version, form, values)
