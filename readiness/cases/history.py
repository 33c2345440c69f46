"""Who changed what in a case, and when: the saves of its answers, the last first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
from readiness.cases.models import Answer, Case
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents, contents
from readiness.word_changes import Changed

PER_PAGE = 20
MOST_DIGITS = 18  # of a key in an address
Past: Any = Answer.history.model  # simple_history makes it


@dataclass(frozen=True)
class Entry:
    """One save of one step: by whom, when, which answers it changed, and what it was else."""

    slug: str
    name: Any
    by: str
    at: datetime
    said: str
    first: bool
    lines: tuple[Changed, ...]


# /cases/<id>/history/?before=<key>


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The saves of the case, a page at a time; each page begins below a key, so that none moves."""
    visit = access.visit(request, case_id)
    before = key_in(request)
    listed = list(saves(visit.case, before=before)[: PER_PAGE + 1])
    content = contents()
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": Answers.of(visit.case, ["organisation"]).organisation,
        "entries": [_entry(past, content) for past in listed[:PER_PAGE]],
        "older": listed[PER_PAGE - 1].pk if len(listed) > PER_PAGE else None,
        "before": before,
    }
    return render(request, "cases/history.html", values)


def key_in(request: HttpRequest) -> str:
    """The key below which a page begins; "" for the first page, and for what is no key."""
    before = request.GET.get("before", "")
    return before if before.isascii() and before.isdigit() and len(before) <= MOST_DIGITS else ""


def saves(case: Case, *, before: str = "") -> QuerySet:
    """The saves of the case, the last first, each with what it changed: `was_kept` and `was_later`,
    None where it was the first. What somebody wrote and did not choose stands for nothing else."""
    earlier = Past.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    # What was not chosen is compared with what was there, and nothing is compared with it.
    earlier = earlier.exclude(history_change_reason=ASIDE).order_by("-history_id")
    found = Past.objects.filter(case=case).exclude(history_type="-")
    found = found.filter(history_id__lt=int(before)) if before else found
    return found.annotate(
        was_kept=Subquery(earlier.values("kept")[:1]),
        was_later=Subquery(earlier.values("later")[:1]),
    ).order_by("-history_id")


def _entry(past: Any, content: Contents) -> Entry:
    step = STEPS.get(past.step)
    now, was = _read(past.step, past.kept, content), _read(past.step, past.was_kept, content)
    return Entry(
        slug=past.step if step else "",
        name=step.page.name if step else past.step,
        by=past.changed_by,
        at=past.changed_at,
        said=_what(past),
        first=past.was_kept is None,
        lines=tuple(line for line in changes_of(was, now) if line.pieces),
    )


def _read(step: str, kept: Any, content: Contents) -> Sequence[reading.Part]:
    return reading.parts(step, kept, content) if step in STEPS and kept is not None else ()


def _what(past: Any) -> str:
    """What a save was beside its words; "" for a change of a step that was and is whole."""
    if past.history_change_reason == ASIDE:
        return _("Written at the same time as another answer, and not chosen")
    if past.from_last_time:
        return _("Brought along from last time")
    if past.later:
        return _("Put off until later")
    if past.was_kept is None:
        return _("Answered for the first time")
    return _("Answered, after it was put off") if past.was_later else ""
