"""The second step of signing in: whether somebody has one, and whether this session passed it.

A session passed a step for one person and one count of `User.sign_ins_ended`. Where that count
goes up, no session from before counts any more, without anybody having to find them: neither one
that passed both steps nor one that was about to set up the second.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from readiness.accounts.models import User

FIRST, SECOND = "first_step", "second_step"
WAYS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_one(user) -> bool:
    """Whether somebody set up an app or a passkey. Recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=WAYS).exists()


def passed(session, user) -> bool:
    """Whether this session passed the second step for this person, and still counts."""
    return bool(user.is_authenticated) and session.get(SECOND) == _mark(user)


def is_to_set_up(session, user) -> bool:
    """Whether this session passed the first step alone, for somebody who has no second one yet."""
    began = bool(user.is_authenticated) and session.get(FIRST) == _mark(user)
    return began and not has_one(user)


def begin(session, user) -> None:
    """Let this session count as one that passed the first step."""
    session[FIRST] = _mark(user)


def let_pass(session, user) -> None:
    """Let this session count as one that passed the second step."""
    session[SECOND] = _mark(user)


def forget(session) -> None:
    """Let nobody be signed in by this session, so that the next sign-in gets a new key for it.

    It keeps the rest: the private links that were opened in the same browser.
    """
    for key in (FIRST, SECOND, SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY):
        session.pop(key, None)


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
    """Follow what Django says about the first step, and allauth about the second."""
    user_logged_in.connect(_began, dispatch_uid="first-step")
    signals.authenticator_used.connect(_used, dispatch_uid="second-step-used")
    signals.authenticator_added.connect(_added, dispatch_uid="second-step-added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="second-step-removed")


def _began(request: HttpRequest, user, **_signal) -> None:
    begin(request.session, user)


def _used(request: HttpRequest, user, **_signal) -> None:
    let_pass(request.session, user)


def _added(request: HttpRequest, user, authenticator, **_signal) -> None:
    """Whoever has just shown that a new app or passkey works has passed the step with it."""
    if authenticator.type in WAYS:
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
    begin(request.session, user)
    if has_one(user):
        let_pass(request.session, user)
