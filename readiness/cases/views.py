"""The start, the task list, check-your-answers and sending."""

import uuid

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from readiness.cases import access, checks, comments, decisions, limits, overview, versions
from readiness.cases.answers import Answers
from readiness.cases.models import AccessLink, Case, Version, start_key
from readiness.cases.stages import AFTER_SENDING
from readiness.cases.verdict import verdict
from readiness.cases.ways_back import ways_back
from readiness.catalogue.contents import contents

HOUR = 60 * 60


# /


@never_cache
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is, and the button that starts a case."""
    values = {"start_key": uuid.uuid4(), "stages": overview.STAGES}
    return render(request, "cases/start.html", values | {"open_cases": access.cases_of(request)})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Start a case in this browser; a second press of the same button opens the same one."""
    if not limits.allow("begin", limits.address(request), times=200, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    with transaction.atomic():
        case, new = Case.objects.get_or_create(
            start_key=start_key(request.POST.get("start_key", ""))
        )
        if new:
            access.browser_link(case)
    # Of a double click a browser may only take the second answer, so that one lets it in too.
    if case.just_begun(at=timezone.now()):
        access.admit(request, case.links.filter(via=AccessLink.Via.BROWSER).earliest("pk"))
    return redirect("case", case.pk)


# /questions/


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """All questions on one page, to read or print before starting."""
    return render(request, "cases/questions.html", {"stages": overview.all_questions(contents())})


# /cases/<id>/


@never_cache
@require_safe
def tasks(request: HttpRequest, case_id: int) -> HttpResponse:
    """The task list: each stage, each step, and how far it is."""
    visit = access.visit(request, case_id)
    answers, newest = Answers.of(visit.case), versions.newest_of(visit.case)
    decision, today = decisions.newest_of(newest), timezone.localdate()
    changed = newest is not None and versions.is_overtaken(newest)
    said, drafts = comments.at_a_glance(visit), overview.drafted(visit.link)
    stages = overview.tasks(
        answers,
        drafts=drafts,
        to_change=versions.still_to_change(newest, answers),
    )
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "stages": overview.talked_of(stages, new=said.new),
        "commented": overview.names(sorted(said.consultants)),
        "new": overview.names(step for step in answers.path if step in said.new),
        "left": len(answers.unfinished),
        "next": next(iter(overview.names(answers.unfinished)), None),
        "after": next(iter(overview.names(answers.still_open(AFTER_SENDING))), None),
        "agreed": decisions.says_yes(decision),
        "newest": newest,
        "decision": decision,
        "to_decide": newest is not None and decision is None and visit.is_owner,
        "changed": changed,
        "unsaved": drafts & {*answers.path},
        "ended": decisions.ends_here(answers, None if changed else newest, decision, today),
        "ways_back": ways_back(visit),
        "benefits": overview.benefits(visit.case, answers, today),
        "asking": overview.asking_now(visit.case, today),
        "answered": overview.answered_lately(visit.case, today),
    }
    return render(request, "cases/tasks.html", values)


# /cases/<id>/check/


@never_cache
@require_safe
def check(request: HttpRequest, case_id: int) -> HttpResponse:
    """Every answer with a link to change it, and what a good adviser would ask about."""
    visit = access.visit(request, case_id)
    answers = Answers.of(visit.case)
    facts, content = answers.facts(timezone.localdate()), contents()
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "stages": overview.talked_of(
            overview.answers_read(answers, content, drafts=overview.drafted(visit.link)),
            threads=comments.threads(visit),
        ),
        "verdict": verdict(facts, content),
        "findings": checks.findings(facts, content),
        "unfinished": len(answers.unfinished),
    }
    return render(request, "cases/check.html", values)


# /cases/<id>/submit/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, case_id: int) -> HttpResponse:
    """The declaration, and the press that freezes a version."""
    visit = access.owner_visit(request, case_id)
    declared = request.POST.getlist("declared")
    missing = request.method == "POST" and len(set(declared) & DECLARATIONS) < len(DECLARATIONS)
    if request.method == "POST" and not missing:
        return _send(request, visit)
    answers = Answers.of(visit.case)
    values = {"visit": visit, "case": visit.case, "missing": missing, "declared": declared}
    values |= {
        "organisation": answers.organisation,
        "unfinished": overview.names(answers.unfinished),
        "unsaved": overview.unsaved(visit.link, answers),
        "newest": versions.newest_of(visit.case),
    }
    return render(request, "cases/submit.html", values)


DECLARATIONS = {"true", "no-names", "people-know", "readers"}


def _send(request: HttpRequest, visit: access.Visit) -> HttpResponse:
    if not limits.allow("send", str(visit.case.pk), times=20, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    try:
        now = timezone.now()
        versions.send(visit.case, by=visit.link.label, at=now, contents=contents())
    except versions.NotComplete:
        return redirect("submit", visit.case.pk)
    return redirect("sent", visit.case.pk)


# /cases/<id>/sent/


@never_cache
@require_safe
def sent(request: HttpRequest, case_id: int) -> HttpResponse:
    """The confirmation: a reference, and what happens next."""
    visit = access.visit(request, case_id)
    newest: Version | None = versions.newest_of(visit.case)
    if newest is None:
        return redirect("submit" if visit.is_owner else "case", case_id)
    values = {"visit": visit, "case": visit.case, "newest": newest}
    values |= {"organisation": newest.organisation}
    values |= {"ended": decisions.ended(newest.verdict, decisions.newest_of(newest))}
    values |= {"reviewed": settings.REVIEW, "turnaround": settings.REVIEW_TURNAROUND}
    return render(request, "cases/sent.html", values)
