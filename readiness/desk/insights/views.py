"""The pages of the insights, and their files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.catalogue.contents import contents
from readiness.desk.insights import charts, files
from readiness.desk.insights.counts import Counts, anything, count
from readiness.desk.insights.filters import SPLITS, Filters, Picked
from readiness.desk.insights.periods import month_name
from readiness.desk.insights.subjects import NATIONS, SERVICES, SUBJECTS, Subject
from readiness.desk.insights.tables import Table, as_among_others, tables

FILES: dict[str, tuple[Callable[..., bytes], str]] = {
    "csv": (files.as_csv, files.CSV),
    "xlsx": (files.as_xlsx, files.XLSX),
}


# /admin/insights/ is the first subject; each has /admin/insights/<subject>/


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def page(request: HttpRequest, subject: str) -> HttpResponse:
    """One subject: its charts, its tables, and what they are narrowed down by."""
    shown = _subject(subject)
    form = Filters(request.GET)
    values: dict[str, Any] = {"subject": shown, "form": form, "title": shown.name}
    if form.is_valid():
        values |= _found(shown, form.picked())
    query = request.GET.urlencode()
    values["query"] = f"?{query}" if query else ""
    values["pages"] = [(each, each is shown) for each in SUBJECTS.values()]
    context = {**admin.site.each_context(request), **values}
    return render(request, "admin/desk/insights.html", context)


# /admin/insights/<subject>.<format>


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def file(request: HttpRequest, subject: str, form: str) -> HttpResponse:
    """The tables of one subject as a file, narrowed down as its page is."""
    shown, filters = _subject(subject), Filters(request.GET)
    if form not in FILES or not filters.is_valid():
        raise Http404
    make, content_type = FILES[form]
    found, today = _found(shown, filters.picked()), timezone.localdate()
    made = make(found["tables"], [str(shown.name), *found["about"]], today)
    name = f"insights-{shown.slug}-{today.isoformat()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type=content_type, headers=headers)


def _subject(slug: str) -> Subject:
    if slug not in SUBJECTS:
        raise Http404
    return SUBJECTS[slug]


def _found(subject: Subject, picked: Picked) -> dict[str, Any]:
    counts, found = _tables(subject, picked)
    if picked.nation and found:
        nations = replace(picked, nation="", split="nation", periods=())
        among = _tables(subject, nations)[1]
        found = as_among_others(found, among, str(NATIONS[picked.nation]))
    if picked.service and found:
        services = replace(picked, service="", split="service", periods=())
        among = _tables(subject, services)[1]
        found = as_among_others(found, among, str(SERVICES[picked.service]))
    return {
        "tables": found,
        "shown": [_drawn(table, picked) for table in found],
        "split": SPLITS[picked.split],
        "about": about(picked),
        "empty": not counts.sent(),
        "nothing_sent": not counts.sent() and not anything(),
        "downloads": [
            (
                _("Tables for a spreadsheet (XLSX)"),
                reverse("insights-file", args=[subject.slug, "xlsx"]),
            ),
            (_("Tables as CSV"), reverse("insights-file", args=[subject.slug, "csv"])),
        ],
    }


def _tables(subject: Subject, picked: Picked) -> tuple[Counts, list[Table]]:
    counts = count([measure.kind for measure in subject.measures], picked)
    return counts, tables(subject.measures, counts, picked, contents())


def _drawn(table: Table, picked: Picked) -> dict[str, Any]:
    return {
        "table": table,
        "bars": charts.bars(table),
        "side_by_side": charts.side_by_side(table, picked.split),
    }


def about(picked: Picked) -> list[str]:
    """What is counted, in sentences, as it stands on the page and in the file."""
    said = [_("Counted: the version last sent of each case. An organisation counts once.")]
    if picked.nation:
        said.append(_("Nation: {name}.").format(name=NATIONS[picked.nation]))
    if picked.service:
        said.append(_("Service: {name}.").format(name=SERVICES[picked.service]))
    if picked.first is not None:
        said.append(_("Sent from {month}.").format(month=month_name(picked.first)))
    if picked.last is not None:
        said.append(_("Sent up to {month}.").format(month=month_name(picked.last)))
    said.append(
        _(
            "Numbers under five are withheld, and others too where they would give one away. Do not publish two tables that overlap."
        )
    )
    return said
