"""Who reviews cases."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest

from readiness.accounts.models import User
from readiness.cases.moves import MAY_REVIEW


class StaffRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


BACKEND = "django.contrib.auth.backends.ModelBackend"  # the one that knows permissions


def reviewers() -> QuerySet[User]:
    """Everybody who may review cases now, by name."""
    found = get_user_model().objects.with_perm(MAY_REVIEW, backend=BACKEND)
    return found.filter(is_staff=True).order_by("first_name", "username")
