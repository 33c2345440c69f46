"""The second step of signing in: whether somebody has one, and whether this session passed it.

A session passed it for one person and one count of `User.sign_ins_ended`. Where that count goes
up, no session from before counts any more, without anybody having to find them.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from readiness.accounts.models import User

KEY = "second_step"
SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_one(user) -> bool:
    """Whether somebody set up an app or a passkey. Recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=SECOND).exists()


def passed(session, user) -> bool:
    """Whether this session passed the second step for this person, and still counts."""
    return bool(user.is_authenticated) and session.get(KEY) == _mark(user)


def let_pass(session, user) -> None:
    """Let this session count as one that passed the second step."""
    session[KEY] = _mark(user)


def _mark(user) -> list[int]:
    return [user.pk, user.sign_ins_ended]


def reset(user: User) -> None:
    """Take away somebody's second step and end their sign-ins: they set up another one next."""
    Authenticator.objects.filter(user=user).delete()
    end_everywhere(user)


def end_everywhere(user: User) -> None:
    """End every sign-in of somebody."""
    user.end_sign_ins()
    for session in UserSession.objects.filter(user=user):
        session.end()


def set_up(user: User) -> list[str]:
    """Give somebody an app's secret that nobody is shown, and fresh recovery codes: these.

    For the demo and for tests; everybody else sets up their own on the page.
    """
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, generate_totp_secret())
    return RecoveryCodes.activate(user).get_unused_codes()


def listen() -> None:
    """Follow what allauth says about second steps."""
    signals.authenticator_used.connect(_used, dispatch_uid="second-step-used")
    signals.authenticator_added.connect(_added, dispatch_uid="second-step-added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="second-step-removed")


def _used(request: HttpRequest, user, **_signal) -> None:
    let_pass(request.session, user)


def _added(request: HttpRequest, user, authenticator, **_signal) -> None:
    """Whoever has just shown that a new app or passkey works has passed the step with it."""
    if authenticator.type in SECOND:
        record_authentication(
            request,
            user,
            method="mfa",
            id=authenticator.pk,
            type=authenticator.type,
            reauthenticated=True,
        )
        let_pass(request.session, user)


def _removed(request: HttpRequest, user, **_signal) -> None:
    """Sign-ins elsewhere end; the one at hand goes on where there is still a second step."""
    user = User.objects.get(pk=user.pk)
    user.end_sign_ins()
    if has_one(user):
        let_pass(request.session, user)
