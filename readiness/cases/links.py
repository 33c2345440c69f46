"""The pages by which people come to a case, keep their way back to it, and leave it."""

import uuid
from datetime import datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from readiness.cases import access, limits, mails, opening, recovery
from readiness.cases.answers import Answers
from readiness.cases.fields import Email
from readiness.cases.models import AccessLink
from readiness.cases.ways_back import ways_back

HOUR = 60 * 60


class AddressForm(forms.Form):
    """An e-mail address."""

    email = Email(gettext_lazy("Your e-mail address"), noun=gettext_lazy("the e-mail address"))


# /open/<token>/


@never_cache
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button; pressing it lets this browser in and takes the token out of the address."""
    link, now = access.find(token), timezone.now()
    if link is None:
        # Only what opens nothing is counted, so that nobody can keep others out of their cases.
        if not limits.allow("open", limits.address(request), times=60, seconds=HOUR):
            return render(request, "cases/too_often.html", status=429)
        return render(request, "cases/no_such_link.html", status=404)
    if not link.is_open(at=now):
        return _ended(request, link)
    if request.method != "POST":
        return render(request, "cases/open.html", {"link": link})
    return _let_in(request, link, now)


def _ended(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """Whoever has the token is no stranger, and may know that it opened something."""
    return render(request, "cases/link_ended.html", {"link": link}, status=404)


def _let_in(request: HttpRequest, link: AccessLink, now: datetime) -> HttpResponse:
    before, link = link.hand_over, opening.opened(link, at=now)
    if not link.is_open(at=now):  # somebody closed it just now
        return _ended(request, link)
    access.admit(request, link)
    if link.hand_over == AccessLink.HandOver.DONE != before:
        text = _("The case is yours now. Say below where a link is sent, should you lose yours.")
        messages.success(request, text)
        return redirect("save", link.case_id)
    return _lead_on(link)


def _lead_on(link: AccessLink) -> HttpResponse:
    """To the papers for a reader, maybe to one step for an editor, and else to all steps."""
    if link.role == AccessLink.Role.READER:
        return redirect("board", link.case_id)
    if link.opens_at and link.opens_at in Answers.of(link.case, []).path:
        return redirect("step", link.case_id, link.opens_at)
    return redirect("case", link.case_id)


# /cases/<id>/save/


@never_cache
@require_safe
def save_link(request: HttpRequest, case_id: int) -> HttpResponse:
    """Where a person takes the way back along: a private link, and an address for a lost one."""
    visit = access.owner_visit(request, case_id)
    return render(request, "cases/save.html", _save_page(visit))


def _save_page(visit: access.Visit, form: AddressForm | None = None) -> dict:
    answers = Answers.of(visit.case, ["about-you", "organisation"])
    offered = visit.case.recovery_email or answers.kept.get("about-you", {}).get("email", "")
    return {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "key": uuid.uuid4(),
        "form": form or AddressForm(initial={"email": offered}),
        "can_mail": settings.CAN_MAIL,
    }


@require_POST
@never_cache
def show_link(request: HttpRequest, case_id: int) -> HttpResponse:
    """Mint a link and show it, once; a second press of the same button shows the same one."""
    visit = access.owner_visit(request, case_id)
    if not limits.allow("mint", str(case_id), times=20, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    now, key = timezone.now(), request.POST.get("key", "")
    label = _("shown %s") % date_format(timezone.localtime(now), "j F")
    link, address = access.mint(visit.case, via=AccessLink.Via.SHOWN, label=label, at=now, key=key)
    if not link.is_open(at=now):
        return redirect("save", case_id)  # it was closed meanwhile
    if visit.link.via == AccessLink.Via.BROWSER:
        visit = access.carry_over(request, visit, link)
    return render(request, "cases/save.html", _save_page(visit) | {"address": address})


@require_POST
def set_address(request: HttpRequest, case_id: int) -> HttpResponse:
    """Keep a recovery address, and ask it to be confirmed."""
    visit = access.owner_visit(request, case_id)
    if not settings.CAN_MAIL:
        raise Http404
    form = AddressForm(request.POST)
    if not form.is_valid():
        return render(request, "cases/save.html", _save_page(visit, form))
    email = form.cleaned_data["email"]
    # Of one letter box, too: whoever starts many cases must not flood somebody else's.
    here = limits.allow("address", str(case_id), times=5, seconds=HOUR)
    if not (here and limits.allow("address-to", email.casefold(), times=20, seconds=HOUR)):
        return render(request, "cases/too_often.html", status=429)
    recovery.ask_to_confirm(visit.case, email, at=timezone.now())
    messages.success(
        request, _("We are sending an e-mail. When it comes, open it, and press the link in it.")
    )
    return redirect("save", case_id)


# /confirm/<token>/


@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button that makes a recovery address count."""
    if recovery.read(token) is None:
        return render(request, "cases/no_such_link.html", status=404)
    done = request.method == "POST" and recovery.confirmed(token, at=timezone.now()) is not None
    return render(request, "cases/confirm.html", {"done": done})


# /lost-link/


@never_cache
def lost_link(request: HttpRequest) -> HttpResponse:
    """Send new links to a confirmed address; the same answer whether or not there is a case."""
    form = AddressForm(request.POST or None)
    if request.method != "POST" or not settings.CAN_MAIL or not form.is_valid():
        return render(
            request, "cases/lost_link.html", {"form": form, "can_mail": settings.CAN_MAIL}
        )
    email = form.cleaned_data["email"]
    here = limits.allow("lost", limits.address(request), times=10, seconds=HOUR)
    there = here and limits.allow("lost-to", email.casefold(), times=3, seconds=HOUR)
    if here and there:
        mails.send_links_later(email, at=timezone.now())
    return render(request, "cases/lost_link_sent.html", {"email": email})


# /cases/<id>/leave/


@require_POST
def leave(request: HttpRequest, case_id: int) -> HttpResponse:
    """Leave the case on this computer; nothing of it stays in the browser.

    Whoever has no way back is told so first.
    """
    visit = access.visit_if_any(request, case_id)
    if visit and "anyway" not in request.POST and not ways_back(visit).known:
        return render(request, "cases/no_way_back.html", {"visit": visit, "case": visit.case})
    access.leave(request, case_id)
    response = render(request, "cases/left.html")
    response["Clear-Site-Data"] = '"cache"'
    return response
