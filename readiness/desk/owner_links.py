"""A new owner's link for a case whose people have lost theirs: given after a check, which is noted."""

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from readiness.accounts import audit
from readiness.accounts.models import Opening
from readiness.cases import access, limits, mails
from readiness.cases.models import AccessLink, Version
from readiness.cases.typed import one_line
from readiness.desk import views, way_back
from readiness.desk.forms import OwnerLinkForm
from readiness.desk.people import StaffRequest

DAY = 24 * 60 * 60
MOST = 3  # of one case within a day


# /admin/cases/version/<id>/owner-link/


@require_POST
@views.reviewing
def give(request: StaffRequest, version_id: int) -> HttpResponse:
    """Mail somebody a link that makes them an owner; show it where no mail can be sent.

    The owners read on the case that it was given. A second press of the button gives no second one.
    """
    version = get_object_or_404(Version.objects.select_related("case"), pk=version_id)
    form = OwnerLinkForm(request.POST, can_mail=settings.CAN_MAIL)
    if not form.is_valid():
        return views.shown(request, version, owner_link=form)
    if not limits.allow("owner-link", str(version.case_id), times=MOST, seconds=DAY):
        form.add_error(None, _("Three were given today for this case. Try again tomorrow."))
        return views.shown(request, version, owner_link=form)
    address = _given(request, version, form.cleaned_data, timezone.now())
    if not address:
        form.add_error(None, _("This page is old: its link has ended. Load it again."))
        return views.shown(request, version, owner_link=form)
    if not settings.CAN_MAIL:
        values = {**views.every(request), "version": version, "address": address}
        values |= {"title": _("A new owner’s link")}
        return render(request, "admin/cases/version/owner_link_given.html", values)
    messages.success(
        request, _("The link goes to {email}.").format(email=form.cleaned_data["email"])
    )
    return way_back.stay(request, version, at="owner-link")


def _given(request: StaffRequest, version: Version, said: dict, at: datetime) -> str:
    """The address of the link, which is mailed and noted once; "" where it opens nothing any more."""
    case, to, checked = version.case, said.get("email", ""), one_line(said["checked"])
    label = _("given by a consultant %s") % date_format(timezone.localtime(at), "j F")
    key = f"{request.user.pk} {said['key']} {to}"
    with transaction.atomic():
        link, address = access.mint(case, via=AccessLink.Via.DESK, label=label, at=at, key=key)
        if link.created_at != at:
            return address if link.is_open(at=at) else ""
        audit.note(request.user, Opening.Deed.OWNER_LINK, version, at, checked)
        words = _("Gave a new owner’s link, to {to}. The check: {checked}")
        words = words.format(to=to or _("whoever asked"), checked=checked)
        case.notes.create(words=words, by=request.user, at=at)
        if to:
            values = {"case": case.pk, "key": key, "label": label}
            mails.send_to_later("owner-link", to, key=key, at=at, values=values)
    return address
