"""The forms of signing in: allauth's own, in our words and without placeholders."""

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_second_step
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.accounts import tries
from readiness.accounts.models import User

# What comes out of taking apart what a browser says of a passkey, if it is no passkey.
NO_PASSKEY = (TypeError, ValueError, KeyError, AttributeError)
USED_FOR = 120  # seconds: longer than a code of an app works, with the one before and after


class Plain(forms.Form):
    """`words` has a label and a hint for each field."""

    words: dict[str, tuple] = {}
    use_required_attribute = False

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            label, hint = self.words.get(name, (field.label, ""))
            field.label, field.help_text = label, hint
            field.error_messages["required"] = _missing(field, label)


def _missing(field: forms.Field, label) -> str:
    if field.widget.is_hidden:
        return gettext("No passkey was used. Try again, or choose another way.")
    return gettext("Fill in “{question}”.").format(question=label)


NEW = {
    "password1": (
        _("New password"),
        _("At least 12 letters, figures or signs. Three or four words do well."),
    ),
    "password2": (_("The new password again"), ""),
}
CODE = {
    "code": (
        _("Code"),
        _("The 6 figures that your app shows now, or one of your recovery codes."),
    )
}


class SignInForm(Plain, account.LoginForm):
    """The first step."""

    words = {"login": (_("User name"), ""), "password": (_("Password"), "")}


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """A new password in place of the one somebody knows."""

    words = {"oldpassword": (_("The password that you have now"), ""), **NEW}


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """Where to send a link."""

    words = {"email": (_("Your e-mail address"), _("The one that your administrator has."))}


class NewPasswordForm(Plain, account.ResetPasswordKeyForm):
    """A new password for who came by a link."""

    words = NEW


class PasswordAgainForm(Plain, account.ReauthenticateForm):
    """The password once more."""

    words = {"password": (_("Password"), "")}


class Counted(Plain):
    """A code that works once, with tries counted as `tries.py` says."""

    words = CODE
    user: User

    def clean_code(self) -> str:
        counted = tries.code(context.request, self.user)
        if not counted:
            raise get_adapter().validation_error("too_many_login_attempts")
        code = self.cleaned_data["code"]
        ways = Authenticator.objects.filter(user=self.user).select_related("user")
        for way in ways.exclude(type=Authenticator.Type.WEBAUTHN):
            if way.wrap().validate_code(code) and self._is_new(code):
                self.authenticator = way
                counted.rollback()
                return code
        raise get_second_step().validation_error("incorrect_code")

    def _is_new(self, code: str) -> bool:
        """Whether the code was not used before, for as long as it would work."""
        return cache.add(f"second-step-used:{self.user.pk}:{code}", 1, USED_FOR)


class CodeForm(Counted, base.AuthenticateForm):
    """The second step by a code."""


class CodeAgainForm(Counted, base.ReauthenticateForm):
    """A code once more."""


class Credential(forms.JSONField):
    """What a browser says of a passkey. It counts once, so no page writes it again."""

    widget = forms.HiddenInput
    default_error_messages = {"invalid": _("That is no passkey. Try again.")}

    def to_python(self, value):
        try:
            return super().to_python(value)
        except (ValueError, RecursionError):  # a number, or a nesting, longer than can be read
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def bound_data(self, data, initial):
        return None

    def prepare_value(self, value):
        return ""


class Uncounted(Plain):
    """A passkey cannot be guessed, so tries are not counted."""

    user: User
    credential = Credential()

    def clean_credential(self) -> Authenticator:
        credential = self.cleaned_data["credential"]
        try:
            auth.parse_authentication_response(credential)
            return auth.complete_authentication(self.user, credential)
        except NO_PASSKEY as fault:
            raise get_second_step().validation_error("incorrect_code") from fault


class PasskeyForm(Uncounted, webauthn.AuthenticateWebAuthnForm):
    """The second step by a passkey."""


class PasskeyAgainForm(Uncounted, webauthn.ReauthenticateWebAuthnForm):
    """A passkey once more."""


class SetUpAppForm(Plain, totp.ActivateTOTPForm):
    """The first code of a new app."""

    words = {"code": (_("Code"), _("The 6 figures that the app shows now."))}


class NewPasskeyForm(Plain, webauthn.AddWebAuthnForm):
    """A new passkey and what it is called."""

    words = {"name": (_("What to call it"), _("Such as “work laptop” or “blue key”."))}
    credential = Credential()

    def clean(self) -> dict | None:
        try:
            return super().clean()
        except NO_PASSKEY as fault:
            raise get_second_step().validation_error("incorrect_code") from fault


class RenamePasskeyForm(Plain, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": (_("What to call it"), "")}
