"""The kinds of mail: what each is called, whom it goes to, and what its text is made of.

The text stands in `templates/emails/<kind>.txt`. To add a kind, write its text and list it here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases import access
from readiness.cases.models import AccessLink, Case, Mail

SALT = "recovery-address"  # of the links that confirm an address

# An address and what the text is made of; None where there is nobody whom it could go to.
Addressed = tuple[str, dict[str, Any]] | None


def to_its_owner(mail: Mail, at: datetime) -> Addressed:
    """To the confirmed address of the case, with a new link."""
    case = mail.case
    if case is None or not case.recovery_confirmed_at:
        return None
    return case.recovery_email, {"link": link_of(case, at=at)}


def to_be_confirmed(mail: Mail, at: datetime) -> Addressed:
    """To the address that its owner left, as long as it waits to be confirmed."""
    case = mail.case
    if case is None or not case.recovery_email or case.recovery_confirmed_at:
        return None
    token = signing.dumps([case.pk, case.recovery_email], salt=SALT)
    return case.recovery_email, {"address": settings.PUBLIC_URL + reverse("confirm", args=[token])}


def to_all_its_cases(mail: Mail, at: datetime) -> Addressed:
    """To an address that is confirmed for cases, with a new link to each of them."""
    cases = Case.objects.filter(recovery_email=mail.to, recovery_confirmed_at__isnull=False)
    links = [link_of(case, at=at) for case in cases.order_by("pk")]
    return (mail.to, {"links": links}) if links else None


def to_whom_a_consultant_checked(mail: Mail, at: datetime) -> Addressed:
    """To the address that a consultant was given, with the link that was noted with the check."""
    case = Case.objects.filter(pk=mail.values["case"]).first()
    if case is None:
        return None
    label, key = mail.values["label"], mail.values["key"]
    _link, address = access.mint(case, via=AccessLink.Via.DESK, label=label, at=at, key=key)
    return mail.to, {"address": address, "case": case}


def link_of(case: Case, *, at: datetime) -> dict[str, str]:
    """A new link for one case; once it is opened it takes the place of the last that was e-mailed."""
    label = gettext("e-mailed %s") % date_format(localtime(at), "j F")
    _link, address = access.mint(case, via=AccessLink.Via.EMAILED, label=label, at=at)
    return {"reference": case.reference, "address": address}


@dataclass(frozen=True)
class Kind:
    """A kind of mail. No text from a person stands in a subject or in what a template is given.

    `confirmed` is whether its address must have been confirmed.
    """

    subject: Any
    addressed: Callable[[Mail, datetime], Addressed] = to_its_owner
    confirmed: bool = True


KINDS = {
    "confirm": Kind(_("Confirm your address"), to_be_confirmed, confirmed=False),
    "links": Kind(_("Your private link"), to_all_its_cases),
    "ask-for-changes": Kind(_("Changes were asked for in your case")),
    "approve": Kind(_("Your case was reviewed")),
    "close": Kind(_("The review of your case was closed")),
    "owner-link": Kind(_("Your new private link"), to_whom_a_consultant_checked),
    "benefits-review": Kind(_("Time to look whether it keeps its promise")),
    "erase-untouched": Kind(_("Your case will be erased if nobody opens it")),
    "erase-asked": Kind(_("Your case will be erased, as you asked")),
}


def written(mail: Mail, *, at: datetime) -> EmailMessage | None:
    """A mail as it goes out, with links that are made for it; None where nobody is to have it."""
    kind = KINDS[mail.kind]
    addressed = kind.addressed(mail, at)
    if addressed is None:
        return None
    to, values = addressed
    reference = mail.case.reference if mail.case else ""
    text = render_to_string(
        f"emails/{mail.kind}.txt", {**mail.values, **values, "reference": reference}
    )
    return EmailMessage(subject=str(kind.subject), body=text, to=[to])
