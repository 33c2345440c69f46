"""Where the house's rules differ from allauth's."""

import base64
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.tasks import TaskContext, task
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from qrcode import make
from qrcode.image.svg import SvgPathFillImage

from readiness.accounts import second_step, tries


@task(takes_context=True)
def send(context: "TaskContext[..., None]", subject: str, body: str, to: str) -> None:
    """Mail a text. Behind the page, so that how long it takes says nothing about who is there.

    Where the process that sent it died, it may have gone out, and does not go twice: whoever asked
    for it can ask again.
    """
    if context.attempt > 1:
        return
    EmailMessage(subject=subject, body=body, to=[to]).send()


class AccountAdapter(DefaultAccountAdapter):
    """Signing in. Nobody signs up: administrators add staff."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("That name and password do not go together."),
        "incorrect_password": _("That is not your password."),
        "enter_current_password": _("That is not the password that you have now."),
        "too_many_login_attempts": _("That was too often. Wait five minutes, then try again."),
        "rate_limited": _("That was too often. Wait five minutes, then try again."),
        "invalid_password_reset": _("This link is too old, or was used."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try by browser or address, and never by account: see `tries.py`."""
        name = credentials.get("username", "")
        # The base class takes this back once the password turns out right.
        self._login_failed_rl_usage = tries.password(request, name)
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def pre_login(self, request: HttpRequest, user, **hooks: Any) -> HttpResponse | None:
        """Whoever was signed in with this browser before is not any more."""
        second_step.forget(request.session)
        return super().pre_login(request, user, **hooks)

    def post_login(self, request: HttpRequest, user, **hooks: Any) -> HttpResponse:
        """From now on this browser is known."""
        response = super().post_login(request, user, **hooks)
        tries.know(response, user)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Before what is delicate, save where somebody has just come to set up their first one."""
        return second_step.has_one(context.request.user)

    def get_reauthentication_methods(self, user) -> list[dict]:
        """By the second step where there is one: a password alone may be known to others."""
        words = {
            "mfa_reauthenticate": _("Use a code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        found = super().get_reauthentication_methods(user)
        second = [
            each | {"description": words[each["id"]]} for each in found if each["id"] in words
        ]
        return second or found

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where one came from."""
        return reverse("mfa_index")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """By our own address, whatever the request says it is."""
        uid, _dash, token = key.partition("-")
        return settings.PUBLIC_URL + reverse("account_reset_password_from_key", args=[uid, token])

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Where mail goes out at all."""
        if settings.CAN_MAIL:
            mail = self.render_mail(template_prefix, email, context)
            send.enqueue(subject=mail.subject, body=mail.body, to=email)


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That code is not right. Codes in an app change every 30 seconds."),
    }

    def get_totp_label(self, user) -> str:
        """How the account is named in the app: as it is on the sign-in page."""
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, on a ground of its own so that it is read in dark modes too."""
        drawn: str = make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
        named = f'<svg role="img" aria-label="{_("A picture for your app to scan")}" '
        return mark_safe(drawn.replace("<svg ", named, 1))  # noqa: S308  # nothing typed is in it

    def encrypt(self, text: str) -> str:
        """Seal a secret, so that a stolen copy of the database passes no second step."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed. Raises InvalidToken where the secret key has changed."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> MultiFernet:
    return MultiFernet([_key(settings.SECRET_KEY), *map(_key, settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str | bytes) -> Fernet:
    digest = sha256(b"second step" + force_bytes(secret)).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
