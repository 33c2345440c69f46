"""Who recorded what of the suppliers of a case, and when: the saves, the last first."""

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases import access, reading
from readiness.cases.answers import ASIDE, Answers
from readiness.cases.changed_answers import changes_of
from readiness.cases.history import PER_PAGE, Entry, key_in
from readiness.cases.models import Case
from readiness.cases.reading import Line, Part
from readiness.cases.steps.step import Kept
from readiness.suppliers.forms import PARTS, SAID, UNKNOWN, Replies
from readiness.suppliers.models import Recorded

Past: Any = Recorded.history.model  # simple_history makes it


# /cases/<id>/suppliers/history/?before=<key>


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The saves, a page at a time; each page begins below a key, so that none moves."""
    visit = access.visit(request, case_id)
    before = key_in(request)
    listed = list(saves(visit.case, before=before)[: PER_PAGE + 1])
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": Answers.of(visit.case, ["organisation"]).organisation,
        "entries": [_entry(past) for past in listed[:PER_PAGE]],
        "older": listed[PER_PAGE - 1].pk if len(listed) > PER_PAGE else None,
        "before": before,
    }
    return render(request, "suppliers/history.html", values)


def saves(case: Case, *, before: str = "") -> QuerySet:
    """The saves of what was recorded, the last first, each with `was_kept`, None where it was the
    first. What somebody wrote and did not choose stands for nothing else."""
    earlier = Past.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    earlier = earlier.exclude(history_change_reason=ASIDE).order_by("-history_id")
    found = Past.objects.filter(supplier__case=case).exclude(history_type="-")
    found = found.filter(history_id__lt=int(before)) if before else found
    found = found.annotate(was_kept=Subquery(earlier.values("kept")[:1]))
    return found.select_related("supplier").order_by("-history_id")


def _entry(past: Any) -> Entry:
    was, now = (list(_read(past.kind, kept or {})) for kept in (past.was_kept, past.kept))
    name = _("{supplier}: {part}")
    return Entry(
        slug="",
        name=name.format(supplier=past.supplier.name, part=PARTS[past.kind].page.name),
        by=past.changed_by,
        at=past.changed_at,
        said=_what(past),
        first=past.was_kept is None,
        lines=tuple(line for line in changes_of(was, now) if line.pieces),
    )


def _what(past: Any) -> str:
    if past.history_change_reason == ASIDE:
        return _("Written at the same time as another, and not chosen")
    return _("Recorded for the first time") if past.was_kept is None else ""


def _read(kind: str, kept: Kept) -> Iterator[Part]:
    """What was recorded, as read: answers by what was asked, anything else row by row."""
    if kind != Replies.page.slug:
        yield from reading.rows(PARTS[kind], kept, kind)
    elif kept:
        yield Part("", tuple(line for row in kept["rows"] for line in _answer(row)))


def _answer(row: Kept) -> Iterator[Line]:
    asked = row["asked"]
    said = str(SAID[row.get("said", UNKNOWN)].label)
    yield Line(name=asked, label=asked, answer=said, anchor="")
    note = _("Note on “%s”") % asked
    yield Line(name=f"{asked} {note}", label=note, answer=row.get("note", ""), anchor="")
