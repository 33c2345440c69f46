"""The owner’s pages: open a round, share it, close it, and read what people said."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from readiness.cases import access, asking, limits
from readiness.cases.answers import Answers
from readiness.cases.models import start_key
from readiness.cases.private_answers import still_to_ask
from readiness.cases.private_words import seen
from readiness.voices import closing, questions, results, rounds, sharing
from readiness.voices.models import Round

HOUR = 60 * 60

# /cases/<id>/voices/


@require_safe
@never_cache
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """Where the rounds of a case stand, and what people said."""
    return _shown(request, access.visit(request, case_id))


# /cases/<id>/voices/open/


@never_cache
def open_round(request: HttpRequest, case_id: int) -> HttpResponse:
    """Ask for what people are told, and open a round."""
    visit, now = access.owner_visit(request, case_id), timezone.now()
    today = timezone.localdate(now)
    usual = {"closes_on": (today + rounds.USUAL).isoformat()}
    form = rounds.NewRound(request.POST or None, prefix="round", today=today, initial=usual)
    sound = request.method == "POST" and form.is_valid()
    if not sound or still_to_ask(request.POST, form):
        return _asked(request, visit, form)
    if not limits.allow("open-round", str(case_id), times=20, seconds=HOUR):
        form.fault("idea", _("Wait an hour, then try again. Many rounds were opened"))
        return _asked(request, visit, form, status=429)
    key = start_key(request.POST.get("key", ""))
    try:
        rounds.open_round(visit.case, form.sound, key=key, by=visit.link.label, at=now)
    except rounds.NotNow:
        messages.error(request, _("Another round was opened meanwhile. This is it."))
    return redirect("voices", case_id)


# /cases/<id>/voices/close/


@require_POST
def close(request: HttpRequest, case_id: int) -> HttpResponse:
    """Close the round that the page showed."""
    visit = access.owner_visit(request, case_id)
    closing.close(_round_of(request, visit), by=visit.link.label, at=timezone.now())
    return redirect("voices", case_id)


# /cases/<id>/voices/quick/


@require_POST
def decide_quick(request: HttpRequest, case_id: int) -> HttpResponse:
    """Say whether answers that came quickly from one place count."""
    visit = access.owner_visit(request, case_id)
    said = request.POST.get("count")
    if said in {"yes", "no"}:
        shown = _round_of(request, visit)
        closing.decide_quick(shown, count=said == "yes", at=timezone.now())
    return redirect("voices", case_id)


# /cases/<id>/voices/sheet/


@require_safe
@never_cache
def sheet(request: HttpRequest, case_id: int) -> HttpResponse:
    """A sheet of paper with the link, and strips to tear off."""
    visit = access.visit(request, case_id)
    shown = _open_now(visit)
    values = {"case": visit.case, **sharing.sheet(shown)}
    return render(request, "voices/sheet.html", values)


# /cases/<id>/voices/qr.svg


@require_safe
@never_cache
def qr(request: HttpRequest, case_id: int) -> HttpResponse:
    """The link as a picture for the camera of a phone."""
    drawn = sharing.square(_open_now(access.visit(request, case_id)))
    return HttpResponse(drawn, content_type="image/svg+xml")


def _round_of(request: HttpRequest, visit: access.Visit) -> Round:
    """The round that the page showed; 404 where it is none of the case."""
    number = request.POST.get("round", "")
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    return get_object_or_404(visit.case.rounds, pk=number)


def _open_now(visit: access.Visit) -> Round:
    """The round that is open; 404 where none is."""
    found = rounds.of(visit.case, at=timezone.now()).now
    if found is None:
        raise Http404
    return found


def _asked(
    request: HttpRequest, visit: access.Visit, form: rounds.NewRound, status: int = 0
) -> HttpResponse:
    found = rounds.of(visit.case, at=timezone.now())
    if found.now or found.waiting:
        return redirect("voices", visit.case.pk)
    private = still_to_ask(request.POST, form) if form.is_valid() else []
    values = {
        **_around(visit),
        "form": form,
        "private": private,
        "private_seen": seen(private),
        "faults": form.faults() if form.is_bound else [],
        "blocks": [asking.box(form, name, form.is_bound, {}) for name in form.fields],
        "key": start_key(request.POST.get("key", "")) if form.is_bound else uuid.uuid4(),
    }
    status = status or (422 if form.is_bound else 200)
    return render(request, "voices/open.html", values, status=status)


def _shown(request: HttpRequest, visit: access.Visit) -> HttpResponse:
    now = timezone.now()
    found = rounds.of(visit.case, at=now)
    visit.case.refresh_from_db(fields=["heard"])
    facts = Answers.of(visit.case).facts(timezone.localdate(now))
    values = {
        **_around(visit),
        "rounds": found,
        "told": found.now.enough_told(timezone.localdate(now)) if found.now else False,
        "results": results.results(facts),
        "words_wait": results.words_wait(visit.case),
        **({"groups": questions.GROUPS, **sharing.texts(found.now)} if found.now else {}),
    }
    return render(request, "voices/round.html", values)


def _around(visit: access.Visit) -> dict[str, Any]:
    organisation = Answers.of(visit.case, ["organisation"]).organisation
    return {"visit": visit, "case": visit.case, "organisation": organisation}
