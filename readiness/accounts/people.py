"""Adding staff, and the link by which somebody sets their password."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.text import slugify

from readiness.accounts import roles
from readiness.accounts.models import User


@transaction.atomic
def add(name: str, email: str, *held: str) -> User:
    """A new member of staff with these roles, who has no password yet.

    Raises ValueError where the name has no letter that a user name could be made of.
    """
    first, _space, last = name.strip().partition(" ")
    user = User(username=free_name(name), first_name=first[:150], last_name=last.strip()[:150])
    user.email, user.is_staff = email.strip(), True
    user.set_unusable_password()
    user.full_clean()
    user.save()
    roles.give(user, *held)
    return user


def free_name(name: str) -> str:
    """A user name made of somebody's name that nobody has yet, such as “dawn.price”."""
    plain = slugify(name).replace("-", ".")[:140]
    if not plain:
        raise ValueError(name)
    taken = set(User.objects.filter(username__startswith=plain).values_list("username", flat=True))
    tried, number = plain, 1
    while tried in taken:
        number += 1
        tried = f"{plain}{number}"
    return tried


def sign_in_link(user: User) -> str:
    """An address where somebody sets their password. It works once and for a day."""
    token = default_token_generator.make_token(user)
    where = reverse("account_reset_password_from_key", args=[int_to_base36(user.pk), token])
    return settings.PUBLIC_URL + where


def nobody_administers() -> bool:
    """Whether there is no active administrator, so that nobody could add the others."""
    administrators = User.objects.filter(is_active=True, groups__name=roles.ADMINISTRATOR)
    return not administrators.exists()
