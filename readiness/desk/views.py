"""What consultants do on the review page: moves, comments, notes, comparing two versions."""

import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from readiness.accounts import audit
from readiness.accounts.models import User
from readiness.cases import comments, moves, news
from readiness.cases.models import Move, Version
from readiness.cases.versions import facts_of
from readiness.desk import changes, page, way_back
from readiness.desk.forms import CommentForm, MoveForm, NoteForm, OwnerLinkForm
from readiness.desk.people import StaffRequest

PAGE = "admin/cases/version/review.html"
Make = Callable[[Version, moves.Hand, dict[str, Any]], object]


def _approved(version: Version, hand: moves.Hand, said: dict[str, Any]) -> object:
    return moves.approve(version, hand, name=said["name"], role=said["role"], on=said["on"])


MAKE: dict[str, Make] = {
    Move.Verb.TAKE: lambda version, hand, _said: moves.take(version, hand),
    Move.Verb.HAND_OVER: lambda version, hand, said: moves.hand_over(version, hand, to=said["to"]),
    Move.Verb.PUT_BACK: lambda version, hand, _said: moves.put_back(version, hand),
    Move.Verb.ASK: lambda version, hand, said: moves.ask_for_changes(
        version, hand, steps=said["steps"], words=said["words"]
    ),
    Move.Verb.APPROVE: lambda version, hand, said: _approved(version, hand, said),
    Move.Verb.CLOSE: lambda version, hand, said: moves.close(version, hand, words=said["words"]),
    Move.Verb.REOPEN: lambda version, hand, _said: moves.reopen(version, hand),
}
DONE = {
    Move.Verb.TAKE: lambda: _("You have taken it. It is yours to review."),
    Move.Verb.HAND_OVER: lambda: _("It was handed over."),
    Move.Verb.PUT_BACK: lambda: _("It waits again, for anybody to take."),
    Move.Verb.ASK: lambda: _("The owner can see what you asked for."),
    Move.Verb.APPROVE: lambda: _("It is approved. The reviewed edition can be downloaded."),
    Move.Verb.CLOSE: lambda: _("It is closed."),
    Move.Verb.REOPEN: lambda: _("It waits again."),
}


def reviewing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view for consultants alone."""
    allowed = permission_required("cases.view_version", raise_exception=True)(view)
    return never_cache(staff_member_required(allowed))


def shown(request: StaffRequest, version: Version, **forms: Form) -> HttpResponse:
    """The review page; `forms` are those that were filled in and have a fault."""
    values = {**every(request), **page.review(version, request.user), "title": str(version)}
    initial = _initial(version, request.user, values["possible"])
    for verb, form in page.FORMS.items():
        name = verb.replace("-", "_")
        made = forms.get(name) or form(auto_id=f"{verb}-%s", initial=initial)
        values[f"{name}_form"] = _of_its_own_steps(made, version)
    values["comment_form"] = forms.get("comment") or CommentForm()
    values["note_form"] = forms.get("note") or NoteForm()
    values["owner_link_form"] = forms.get("owner_link") or OwnerLinkForm(
        can_mail=settings.CAN_MAIL, initial={"key": uuid.uuid4()}
    )
    said_of = request.POST.get("place") or request.POST.get("step")
    values["commenting"] = said_of or request.GET.get("comment")
    return render(request, PAGE, values, status=422 if forms else 200)


def every(request: StaffRequest) -> dict[str, Any]:
    """What every page of a version prints: the site's own, and the way back to the list."""
    back = {"carried": way_back.carried(request), "list_asked": way_back.of_list(request)}
    return {**site.each_context(request), **back}


def _initial(version: Version, user: User, possible: list[str]) -> dict[str, Any]:
    """What the forms begin with."""
    role = _last_role(user) if Move.Verb.APPROVE in possible else ""
    return {"turn": version.turn, "name": user.get_full_name(), "role": role}


def _last_role(user: User) -> str:
    """The role under which somebody approved last; "" where they never did."""
    signed = Version.objects.filter(moves__verb=Move.Verb.APPROVE, moves__by=user)
    return signed.order_by("-moves__at").values_list("approved_role", flat=True).first() or ""


def _of_its_own_steps(form: Any, version: Version) -> Form:
    """Only the steps that this version has can be asked to change."""
    if "steps" in form.fields:
        choices = form.fields["steps"].choices
        form.fields["steps"].choices = [c for c in choices if c[0] in version.snapshot["answers"]]
    return form


# /admin/cases/version/<id>/change/


def opened(request: StaffRequest, version: Version) -> HttpResponse:
    """The review page, for somebody who opens it, which is noted; a box on it is no new opening."""
    if "comment" not in request.GET:
        audit.note_opening(request.user, version, timezone.now())
    return shown(request, version)


# /admin/cases/version/<id>/move/<verb>/


@require_POST
@reviewing
def move(request: StaffRequest, version_id: int, verb: str) -> HttpResponse:
    """Make one move; where it cannot be made, say why and keep what was written."""
    if verb not in MAKE:
        raise Http404
    version = get_object_or_404(Version.objects.select_related("case", "reviewer"), pk=version_id)
    form = page.FORMS[Move.Verb(verb)](request.POST, auto_id=f"{verb}-%s")
    if _of_its_own_steps(form, version).is_valid():
        said = dict(form.cleaned_data)
        hand = moves.Hand(by=request.user, at=timezone.now(), turn=said.pop("turn"))
        try:
            told = _made_and_told(version, verb, hand, said)
        except moves.Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{DONE[Move.Verb(verb)]()} {told}".strip())
            return way_back.stay(request, version)
    version.refresh_from_db()
    return shown(request, version, **{verb.replace("-", "_"): _again(form, version)})


def _made_and_told(version: Version, verb: str, hand: moves.Hand, said: dict[str, Any]) -> str:
    """Make the move and queue its news, both or neither; what became of the news."""
    with transaction.atomic():
        MAKE[verb](version, hand, said)
        return news.tell(version, verb, at=hand.at)


def _again(form: Any, version: Version) -> MoveForm:
    """The form with its faults, on the version as it is now: the next press counts from there."""
    form.data = {**form.data.dict(), "steps": form.data.getlist("steps"), "turn": str(version.turn)}
    return form


# /admin/cases/version/<id>/comment/


@require_POST
@reviewing
def comment(request: StaffRequest, version_id: int) -> HttpResponse:
    """Say something of an answer, or of a step; its owner can read it."""
    version = get_object_or_404(Version.objects.select_related("case"), pk=version_id)
    step, place = request.POST.get("step", ""), request.POST.get("place", "")
    label = _label(version, step, place)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return shown(request, version, comment=form)
    words, now = form.cleaned_data["words"], timezone.now()
    comments.add(version, step=step, place=place, label=label, words=words, by=request.user, at=now)
    messages.success(request, _("Your comment stands beside the answer."))
    return way_back.stay(request, version, at=step)


def _label(version: Version, step: str, place: str) -> str:
    """The question that the place names; 404 where the version has no such answer."""
    read = facts_of(version).read.get(step)
    if read is None:
        raise Http404
    if not place:
        return ""
    for part in read:
        for line in part.lines:
            if line.anchor == place:
                return f"{part.title}: {line.label}" if part.title else line.label
    raise Http404


# /admin/cases/version/<id>/note/


@require_POST
@reviewing
def note(request: StaffRequest, version_id: int) -> HttpResponse:
    """Keep a private note on the case."""
    version = get_object_or_404(Version.objects.select_related("case"), pk=version_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return shown(request, version, note=form)
    words = form.cleaned_data["words"]
    version.case.notes.create(words=words, by=request.user, at=timezone.now())
    messages.success(request, _("Your note is kept."))
    return way_back.stay(request, version, at="notes")


# /admin/cases/version/<id>/compare/?with=<number>


@require_safe
@reviewing
def compare(request: StaffRequest, version_id: int) -> HttpResponse:
    """Any two versions of a case, side by side."""
    version = get_object_or_404(Version.objects.select_related("case"), pk=version_id)
    number = request.GET.get("with", "")
    if not number.isdecimal() or len(number) > 9:
        raise Http404
    other = get_object_or_404(version.case.versions, number=int(number))
    before, after = sorted((other, version), key=lambda each: each.number)
    audit.note_opening(request.user, version, timezone.now())
    values = {
        **every(request),
        "version": version,
        "before": before,
        "after": after,
        "changed": changes.between(before, after),
        "figures_changed": changes.figures_between(before, after),
        "title": _("{name}: versions {a} and {b}").format(
            name=version.organisation, a=before.number, b=after.number
        ),
    }
    return render(request, "admin/cases/version/compare.html", values)
