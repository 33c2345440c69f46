"""What staff have at hand when they sign in: a password, and an app that shows codes."""

import re

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django.contrib.auth import get_user_model

from readiness.accounts import roles, second_step
from tests.people import Person

PASSWORD = "three brown hens lay"
SIGN_IN, SECOND, ADMIN = "/staff/sign-in/", "/staff/second-step/authenticate/", "/admin/"
SET_UP = "/staff/second-step/"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


def member(name, *held, step=True, **fields):
    """A member of staff with these roles, and a second step if ``step``."""
    user = get_user_model().objects.create_user(name, password=PASSWORD, is_staff=True, **fields)
    roles.give(user, *held)
    if step:
        second_step.set_up(user)
    return user


def code_for(secret, later=0):
    """What an app with this secret shows now, by the clock of the codes; or so many half minutes
    later."""
    count = int(auth.time.time()) // 30 + later
    return auth.format_hotp_value(auth.hotp_value(secret, count))


def code_of(user, later=0):
    """What this person's app shows."""
    found = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return code_for(decrypt(found.data["secret"]), later)


def recovery_codes_of(user):
    found = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    return found.wrap().get_unused_codes()


class Staff(Person):
    """A member of staff at a browser of their own, at an address of their own."""

    def __init__(self, at=HERE):
        super().__init__(REMOTE_ADDR=at)

    def first_step(self, name, password=PASSWORD, after=""):
        """Type a user name and a password and press the button."""
        return self.post(SIGN_IN + after, {"login": name, "password": password})

    def second(self, code):
        """Type a code and press the button."""
        return self.post(SECOND, {"code": code})

    def enter(self, user, later=0, code=None):
        """Sign in with both steps."""
        assert self.first_step(user.username).headers["Location"] == SECOND
        return self.second(code or code_of(user, later))

    def is_in(self):
        """Whether the admin opens."""
        return self.get(ADMIN).status_code == 200


def way_to(person, where):
    """The pages that a person is led along from an address, with the last that is shown."""
    answer = person.get(where, follow=True)
    return [address for address, _status in answer.redirect_chain], answer


def secret_on(page):
    return re.search(r'class="address">([A-Z2-7]+)<', page)[1]
