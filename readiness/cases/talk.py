"""The page on which the people of a case talk about a step and its answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from readiness.cases import access, asking, comments, limits, reading
from readiness.cases.access import Visit
from readiness.cases.answers import Answers
from readiness.cases.fields import Choice, LongText, One
from readiness.cases.private_answers import Asked, still_to_ask
from readiness.cases.private_words import seen
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Questions
from readiness.catalogue.contents import contents

HOUR = 60 * 60
WHOLE = "whole"  # the step, and not one of its answers


class Remark(Questions):
    """What somebody wants to say, and of what."""

    place = One(
        _("What is it about?"), choices=(), noun=_("what it is about"), default=WHOLE, folded=True
    )
    words = LongText(
        _("What do you want to say?"),
        noun=_("what you want to say"),
        hint=_(
            "Owners and editors of this case read it. Consultants, readers and the papers do not "
            "show it."
        ),
    )

    def __init__(self, *args, places: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        listed = (Choice(place, label) for place, label in places.items())
        self.fields["place"].choices = (Choice(WHOLE, gettext("The whole step")), *listed)


# /cases/<id>/talk/<step>/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, case_id: int, step: str) -> HttpResponse:
    """What was said of a step, and a box to say more."""
    visit = access.visit(request, case_id)
    answers, places = _asked_about(visit, step)
    form = Remark(request.POST or None, prefix="talk", places=places)
    sound = request.method == "POST" and form.is_valid()
    private = still_to_ask(request.POST, form) if sound else []
    if sound and not private:
        if not limits.allow("talk", str(visit.link.pk), times=60, seconds=HOUR):
            form.fault("words", gettext("Wait an hour, then try again. These were many comments"))
            return _page(request, visit, answers, form, step, status=429)
        place = "" if form.answer("place") == WHOLE else form.answer("place")
        said = {"place": place, "label": places.get(place, ""), "words": form.answer("words")}
        comments.say(visit, step=step, at=timezone.now(), **said)
        messages.success(request, gettext("Your comment is there for your colleagues to read."))
        return redirect("talk", case_id, step)
    return _page(request, visit, answers, form, step, private)


def _page(
    request: HttpRequest,
    visit: Visit,
    answers: Answers,
    form: Remark,
    step: str,
    private: Sequence[Asked] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    found = comments.threads(visit, step).get(step, [])
    values: dict[str, Any] = {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "step": step,
        "name": STEPS[step].page.name,
        "threads": found,
        "faults": form.faults() if form.is_bound else [],
        "blocks": [asking.box(form, name, form.is_bound, {}) for name in form.fields],
        "private": private,
        "private_seen": seen(private),
    }
    comments.note_read(visit, step, found)
    return render(request, "cases/talk.html", values, status=status)


def _asked_about(visit: Visit, step: str) -> tuple[Answers, dict[str, str]]:
    """The answers to the step, and what of it one can talk about: 404 where it is not asked."""
    answers = Answers.of(visit.case, ["organisation", step])
    if step not in answers.path:
        raise Http404
    return answers, dict(_places(step, answers))


def _places(step: str, answers: Answers) -> Iterator[tuple[str, str]]:
    """Each question by its anchor; of a list, each row by the anchor of its first question."""
    for part in reading.parts(step, answers.kept.get(step), contents()):
        if part.title:
            first = part.lines[0]
            yield first.anchor, f"{part.title}: {first.answer}"[:300]
        else:
            yield from ((line.anchor, line.label[:300]) for line in part.lines)


# /cases/<id>/talk/<step>/<comment>/


@require_POST
@never_cache
def take_out(request: HttpRequest, case_id: int, step: str, comment_id: int) -> HttpResponse:
    """Take one's own comment out. Its words stand in the box, to be said otherwise or not at all."""
    visit = access.visit(request, case_id)
    answers, places = _asked_about(visit, step)
    mine = visit.link.comments.filter(step=step)
    comment = mine.filter(pk=min(comment_id, access.MOST_ID)).first()
    if comment is None:
        return redirect("talk", case_id, step)
    comment.delete()
    place = comment.place if comment.place in places else WHOLE
    initial = {"place": place, "words": comment.words}
    messages.info(request, gettext("Your comment was taken out. Its words are in the box below."))
    return _page(
        request, visit, answers, Remark(prefix="talk", places=places, initial=initial), step
    )
