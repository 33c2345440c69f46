"""The benefits reviews of a case: what is due and was found, and the page on which one is recorded."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from readiness.benefits import forms, page, promises, reviews, says
from readiness.benefits.forms import Review
from readiness.benefits.models import BenefitsReview, kept
from readiness.benefits.promises import Promise
from readiness.cases import access, limits, reviews_due
from readiness.cases.answers import Answers
from readiness.cases.private_answers import still_to_ask
from readiness.cases.private_words import seen

HOUR = 60 * 60


# /cases/<id>/benefits/


@never_cache
@require_safe
def reviews_page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The three reviews: when each is due, what was promised, and what was found."""
    visit = access.visit(request, case_id)
    answers, today = Answers.of(visit.case), timezone.localdate()
    start = reviews_due.start_of(answers)
    promise, found = promises.of(visit.case, answers, today), reviews.of(visit.case)
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "start": start,
        "cards": page.cards(found, start, today),
        "promise": promise,
        "measured_by": says.measured_by(promise),
        "rows": page.promised_rows(promise),
        "gaps": says.gaps(promise),
    }
    return render(request, "benefits/reviews.html", values)


# /cases/<id>/benefits/<months>/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, case_id: int, months: int) -> HttpResponse:
    """The page on which the owner records a review, or records it again."""
    visit = access.owner_visit(request, case_id)
    if months not in reviews_due.AFTER:
        raise Http404
    answers, today = Answers.of(visit.case), timezone.localdate()
    last = visit.case.benefits_reviews.filter(months=months).first()
    promise = reviews.promise_for(last, visit.case, answers, today)
    form = _form(request, promise, last)
    values: dict[str, Any] = {"visit": visit, "case": visit.case, "months": months}
    values |= {"organisation": answers.organisation, "last": last, "form": form}
    values |= {"parts": page.parts(form, promise, months, answers.to_send)}
    if request.method == "POST":
        same, valid = request.POST.get("promise") == promise.key, form.is_valid()
        values["moved"] = not same
        private = still_to_ask(request.POST, form) if same and valid else []
        values |= {"private": private, "private_seen": seen(private)}
        if same and valid and not private:
            return _recorded(request, values, promise)
    return _asked(request, values, promise)


def _form(request: HttpRequest, promise: Promise, last: BenefitsReview | None) -> Review:
    begins = forms.initial(kept(last)) if last else {}
    return Review(
        request.POST if request.method == "POST" else None,
        prefix="review",
        initial=begins,
        outcomes=len(promise.outcomes),
        today=timezone.localdate(),
    )


def _recorded(request: HttpRequest, values: dict[str, Any], promise: Promise) -> HttpResponse:
    """Record it; where somebody else just did, ask again with what was typed."""
    visit = values["visit"]
    if not limits.allow("review", str(visit.case.pk), times=60, seconds=HOUR):
        return _asked(request, values | {"too_often": True}, promise, status=429)
    try:
        reviews.record(
            visit.case,
            values["months"],
            values["form"].said,
            promise=promise,
            turn=_number(request.POST.get("turn", "")),
            by=visit.link.label,
            at=timezone.now(),
        )
    except reviews.Overtaken:
        return _asked(request, values | {"overtaken": True}, promise)
    messages.success(request, _("Recorded. What it comes to stands below."))
    return redirect("benefits", visit.case.pk)


def _asked(
    request: HttpRequest, values: dict[str, Any], promise: Promise, *, status: int = 200
) -> HttpResponse:
    form, last = values["form"], values["last"]
    values |= {
        "faults": form.faults() if form.is_bound else [],
        "promise": promise,
        "measured_by": says.measured_by(promise),
        "gaps": says.gaps(promise),
        "turn": last.turn if last else 0,
        "before": reviews.before(last) if last else [],
    }
    return render(request, "benefits/review.html", values, status=status)


def _number(typed: str) -> int:
    """How often it was recorded when the page was opened; what is no number fits no count."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
