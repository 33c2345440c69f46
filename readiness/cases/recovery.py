"""The recovery address of a case: confirmed by a click, and sent a new link when one is lost."""

from datetime import datetime
from itertools import groupby
from operator import attrgetter

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from readiness.cases import access
from readiness.cases.models import AccessLink, Case

SALT = "recovery-address"
CONFIRM_WITHIN = 7 * 24 * 60 * 60  # seconds


def ask_to_confirm(case: Case, email: str) -> None:
    """Keep the address, which does not count yet, and mail it a link to confirm it by.

    Raises OSError where the mail cannot be sent.
    """
    case.set_recovery_email(email)
    token = signing.dumps([case.pk, email], salt=SALT)
    address = settings.PUBLIC_URL + reverse("confirm", args=[token])
    values = {"address": address, "case": case}
    message("confirm", email, _("Confirm your address"), values).send()


def confirmed(token: str, *, at: datetime) -> Case | None:
    """The case whose address this click confirms; None where the link is old or not ours."""
    found = read(token)
    if found is None:
        return None
    case, email = found
    return case if case.confirm_recovery_email(email, at=at) else None


def read(token: str) -> tuple[Case, str] | None:
    """The case and the address that a confirming link names."""
    try:
        pk, email = signing.loads(token, salt=SALT, max_age=CONFIRM_WITHIN)
    except signing.BadSignature:
        return None
    case = Case.objects.filter(pk=pk, recovery_email=email).first()
    return (case, email) if case else None


def send_links(email: str, *, at: datetime) -> None:
    """Mail new links for the cases that have this confirmed address; silent where there is none.

    Each goes to the very address that was confirmed. A mail that fails is logged: the page says
    the same as where there is no case.
    """
    confirmed = Case.objects.filter(recovery_email__iexact=email, recovery_confirmed_at__lte=at)
    with transaction.atomic():
        for to, cases in groupby(
            confirmed.order_by("recovery_email"), attrgetter("recovery_email")
        ):
            links = [mail_link_of(case, at=at) for case in cases]
            mail = message("links", to, _("Your private link"), {"links": links})
            transaction.on_commit(mail.send, robust=True)


def mail_link_of(case: Case, *, at: datetime) -> dict[str, str]:
    """A new link for one case, in place of the last that was e-mailed."""
    label = _("e-mailed %s") % date_format(localtime(at), "j F")
    _link, address = access.mint(case, via=AccessLink.Via.EMAILED, label=label, at=at)
    return {"reference": case.reference, "address": address}


def message(template: str, to: str, subject: str, values: dict) -> EmailMessage:
    """A mail in plain text from `emails/<template>.txt`, not sent yet."""
    text = render_to_string(f"emails/{template}.txt", values)
    return EmailMessage(subject=subject, body=text, to=[to])
