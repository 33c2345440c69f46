"""The pages on which an owner shares a case: links for others, and the way to a new owner."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import access, asking, limits
from readiness.cases.access import Visit
from readiness.cases.answers import Answers
from readiness.cases.models import AccessLink
from readiness.cases.private_answers import still_to_ask
from readiness.cases.private_words import seen
from readiness.cases.share_forms import ALL_STEPS, Changed, HandedTo, SharedWith
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Questions

HOUR = 60 * 60
MOST_ENDED = 20  # links that open nothing any more and are listed all the same
Via = AccessLink.Via
# Whose label and end can be changed; a mailed link has its own.
LASTING = (Via.SHOWN, Via.SHARED)


# /cases/<id>/share/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who can open the case, and a link for somebody else."""
    visit = access.owner_visit(request, case_id)
    form = SharedWith(request.POST or None, prefix="share", today=timezone.localdate())
    if not (request.method == "POST" and form.is_valid()):
        return _page(request, visit, form)
    if private := still_to_ask(request.POST, form):
        return _page(request, visit, form, private=private)
    return _made(request, visit, form)


def _made(request: HttpRequest, visit: Visit, form: SharedWith) -> HttpResponse:
    """Show a new link, once; a second press of the same button shows the same one."""
    if not limits.allow("mint", str(visit.case.pk), times=20, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    key = f"{request.POST.get('key', '')} {form.answer('ends')} {form.answer('until')}"
    now = timezone.now()
    link, address = access.mint(visit.case, via=Via.SHARED, at=now, key=key, **form.link())
    if not link.is_open(at=now):
        return redirect("share", visit.case.pk)  # it was closed meanwhile
    fresh = SharedWith(prefix="share", today=timezone.localdate())
    sent = visit.case.versions.exists()
    return _page(request, visit, fresh, made=link, address=address, sent=sent)


def _page(request: HttpRequest, visit: Visit, form: SharedWith, **more: Any) -> HttpResponse:
    now = timezone.now()
    links = visit.case.links.exclude(via=Via.BROWSER).order_by("created_at", "pk")
    open_now = [link for link in links if link.is_open(at=now)]
    values = {
        "key": uuid.uuid4(),
        "groups": _by_role(open_now),
        "ended": [link for link in links if not link.is_open(at=now)][: -MOST_ENDED - 1 : -1],
        "waiting": [link for link in open_now if link.hand_over in {"editor", "close"}],
        "lasting": LASTING,
        "names": {slug: step.page.name for slug, step in STEPS.items()},
        **more,
    }
    return _asked(request, "cases/share.html", visit, form, values)


def _by_role(links: list[AccessLink]) -> list[tuple[Any, list[AccessLink]]]:
    """The links under a heading for each role, those who may do most first."""
    headings = (_("Owners"), _("Editors"), _("Readers"))
    roles = zip(access.STRONGEST_FIRST, headings, strict=True)
    found = [(name, [link for link in links if link.role == role]) for role, name in roles]
    return [(name, these) for name, these in found if these]


def _asked(
    request: HttpRequest, template: str, visit: Visit, form: Questions, values: dict
) -> HttpResponse:
    """A page with a form on it."""
    values |= {
        "private_seen": seen(values.get("private", ())),
        "visit": visit,
        "case": visit.case,
        "organisation": Answers.of(visit.case, ["organisation"]).organisation,
        "form": form,
        "faults": form.faults() if form.is_bound else [],
        "blocks": [asking.box(form, name, form.is_bound, {}) for name in form.fields],
    }
    return render(request, template, values)


# /cases/<id>/share/<link>/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_link(request: HttpRequest, case_id: int, link_id: int) -> HttpResponse:
    """Call a link otherwise, or let it work for longer or not so long."""
    visit = access.owner_visit(request, case_id)
    link = _link(visit, link_id)
    if link.via not in LASTING:
        raise Http404
    form = Changed(
        request.POST or None,
        prefix="share",
        today=timezone.localdate(),
        link=link,
        in_use=link.pk == visit.link.pk,
        initial={"label": link.label, "opens_at": link.opens_at or ALL_STEPS},
    )
    sound = request.method == "POST" and form.is_valid()
    private = still_to_ask(request.POST, form, kept=[link.label]) if sound else []
    if sound and not private:
        visit.case.links.filter(pk=link.pk, revoked_at=None).update(**form.changes())
        messages.success(request, _("The link was changed."))
        return redirect("share", case_id)
    values = {"link": link, "private": private}
    return _asked(request, "cases/share_change.html", visit, form, values)


def _link(visit: Visit, link_id: int) -> AccessLink:
    """A link of this case that still opens it; otherwise 404."""
    others = visit.case.links.exclude(via=Via.BROWSER)
    link = others.filter(pk=min(link_id, access.MOST_ID)).first()
    if link is None or not link.is_open(at=timezone.now()):
        raise Http404
    return link


# /cases/<id>/share/<link>/close/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def close_link(request: HttpRequest, case_id: int, link_id: int) -> HttpResponse:
    """Ask, then close a link. Whoever came in by it stays in, in this browser alone."""
    visit = access.owner_visit(request, case_id)
    if request.method != "POST":
        link = _link(visit, link_id)
        organisation = Answers.of(visit.case, ["organisation"]).organisation
        values = {"visit": visit, "case": visit.case, "organisation": organisation, "link": link}
        values |= {"typed": _steps_typed(link), "in_use": link.pk == visit.link.pk}
        return render(request, "cases/share_close.html", values)
    if link_id == visit.link.pk:
        visit = access.carry_over(request, visit, access.browser_link(visit.case))
    found = visit.case.links.filter(pk=min(link_id, access.MOST_ID), revoked_at=None)
    if found.update(revoked_at=timezone.now()):
        messages.success(request, _("The link was closed. It opens nothing now."))
    return redirect("share", case_id)


def _steps_typed(link: AccessLink) -> list[Any]:
    """The names of the steps in which something was typed by this link and not saved."""
    typed = set(link.drafts.values_list("step", flat=True))
    return [step.page.name for slug, step in STEPS.items() if slug in typed]


# /cases/<id>/share/hand-over/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, case_id: int) -> HttpResponse:
    """Make the link by which somebody takes the case over. Until they open it, nothing changes."""
    visit = access.owner_visit(request, case_id)
    has_address = bool(visit.case.recovery_email)
    form = HandedTo(request.POST or None, prefix="share", has_address=has_address)
    sound = request.method == "POST" and form.is_valid()
    private = still_to_ask(request.POST, form) if sound else []
    values: dict[str, Any] = {"key": uuid.uuid4(), "private": private}
    if sound and not private:
        if not limits.allow("mint", str(case_id), times=20, seconds=HOUR):
            return render(request, "cases/too_often.html", status=429)
        asked = {name: form.sound[name] for name in ("label", "hand_over")}
        asked["drops_address"] = form.sound.get("address") == "drop"
        key, now = request.POST.get("key", ""), timezone.now()
        link, address = access.mint(visit.case, via=Via.SHARED, at=now, key=key, **asked)
        if not link.is_open(at=now) or link.hand_over == AccessLink.HandOver.DONE:
            return redirect("share", case_id)
        values |= {"made": link, "address": address}
    return _asked(request, "cases/hand_over.html", visit, form, values)
