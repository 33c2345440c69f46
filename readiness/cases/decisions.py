"""What the board decided: recorded by the owner about the version that was sent last."""

from datetime import date, datetime
from typing import ClassVar

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from readiness.cases import access, asking, check_codes, limits, versions
from readiness.cases.answers import Answers
from readiness.cases.fields import Choice, Day, LongText, Month, One
from readiness.cases.models import Decision, Edition, Version
from readiness.cases.private_answers import still_to_ask
from readiness.cases.private_words import seen
from readiness.cases.rules import NOT_NOW, ruling
from readiness.cases.steps.step import Kept, Questions

HOUR = 60 * 60
SAYS_NO = (Decision.Outcome.PUT_OFF, Decision.Outcome.DECLINED)


class BoardsDecision(Questions):
    """What was decided, when, and what follows. `sent` is the day on which the version was sent."""

    outcome = One(
        _("What did the board decide?"),
        choices=(
            Choice("agreed", _("Agreed"), _("As the business case asks")),
            Choice("conditions", _("Agreed with conditions"), _("Say which below")),
            Choice("put-off", _("Put off"), _("Say until when below")),
            Choice("declined", _("Declined"), _("A good case can end here")),
        ),
        noun=_("what the board decided"),
    )
    decided_on = Day(
        _("On what day?"),
        noun=_("the day"),
        hint=_("Day, month and year, such as 14 3 2028 or 14 March 2028."),
    )
    conditions = LongText(
        _("What are the conditions?"),
        noun=_("the conditions"),
        hint=_("Needed where it was agreed with conditions."),
        required=False,
        sometimes=True,
    )
    until = Month(
        _("Until when is it put off?"),
        noun=_("the month until which it is put off"),
        hint=_("Needed where it was put off. Month and year, such as 5 2028."),
        required=False,
        sometimes=True,
    )
    review = Month(
        _("When will the board look at it again?"),
        noun=_("the month of the review"),
        hint=_("Month and year."),
        required=False,
    )

    # What belongs to one decision alone: asked for there, and let go of anywhere else.
    BELONGS: ClassVar = {"conditions": "conditions", "until": "put-off"}

    def __init__(self, *args, sent: date, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.sent, self.today = sent, today

    def check_together(self):
        for name, outcome in self.BELONGS.items():
            if self.answer("outcome") == outcome and not self.answer(name):
                self.fault(name, self.fields[name].missing())
        decided = self.answer("decided_on")
        if decided and date.fromisoformat(decided) > self.today:
            self.fault("decided_on", _("The day must be today or before"))
        if decided and date.fromisoformat(decided) < self.sent:
            self.fault(
                "decided_on",
                gettext("The day must be %(sent)s, when this version was sent, or later")
                % {"sent": date_format(self.sent, "j F Y")},
            )

    @property
    def sound(self) -> Kept:
        """The answers that hold, without what belongs to another decision."""
        sound = super().sound
        outcome = sound.get("outcome")
        return {n: v for n, v in sound.items() if self.BELONGS.get(n, outcome) == outcome}


def record(version: Version, said: Kept, *, by: str, at: datetime) -> Decision:
    """Record a decision about a version, in an edition of its own."""
    with transaction.atomic():
        edition = check_codes.make_edition(version, Edition.Kind.DECIDED, at=at, says=said)
        return Decision.objects.create(
            version=version, edition=edition, recorded_by=by, recorded_at=at, **said
        )


def newest_of(version: Version | None) -> Decision | None:
    """The decision that was recorded last."""
    return version.decisions.order_by("-recorded_at", "-pk").first() if version else None


def says_yes(decision: Decision | None) -> bool:
    """Whether the board agreed, with conditions or without."""
    return decision is not None and decision.outcome in (
        Decision.Outcome.AGREED,
        Decision.Outcome.CONDITIONS,
    )


def says_no(decision: Decision | None) -> bool:
    """Whether the board put it off or declined it."""
    return decision is not None and decision.outcome in SAYS_NO


def ended(verdict: str, decision: Decision | None) -> bool:
    """Whether a case ends there: by what the board decided, and before that by the verdict."""
    return verdict == NOT_NOW if decision is None else says_no(decision)


def ends_here(
    answers: Answers, sent: Version | None, decision: Decision | None, today: date
) -> bool:
    """Whether a case ends there as it stands now; `sent` is the version that says the same, if any."""
    if says_no(decision) or sent:
        return ended(sent.verdict if sent else "", decision)
    return not answers.unfinished and ruling(answers.facts(today)) == NOT_NOW


# /cases/<id>/decision/


@never_cache
def decision(request: HttpRequest, case_id: int) -> HttpResponse:
    """The page on which the owner records what the board decided."""
    visit = access.owner_visit(request, case_id)
    version = versions.newest_of(visit.case)
    if version is None:
        return redirect("submit", case_id)
    form = BoardsDecision(
        request.POST or None,
        prefix="decision",
        sent=timezone.localdate(version.sent_at),
        today=timezone.localdate(),
    )
    same = request.POST.get("version") == str(version.number)
    sound = request.method == "POST" and same and form.is_valid()
    private = still_to_ask(request.POST, form) if sound else []
    if sound and not private:
        if limits.allow("decide", str(case_id), times=20, seconds=HOUR):
            record(version, form.sound, by=visit.link.label, at=timezone.now())
            text = gettext("Recorded. The business case now says what was decided.")
            messages.success(request, text)
            return redirect("case", case_id)
        form.fault("outcome", gettext("Wait an hour, then try again. It was recorded many times"))
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": version.organisation,
        "version": version,
        "overtaken": request.method == "POST" and not same,
        "form": form,
        "faults": form.faults() if form.is_bound else [],
        "blocks": [asking.box(form, name, form.is_bound, {}) for name in form.fields],
        "private": private,
        "private_seen": seen(private),
        "last": (last := newest_of(version)),
        "ended": ended(version.verdict, last),
    }
    return render(request, "cases/decision.html", values)
