"""Staff: the consultants who review cases and keep the content."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. The people who fill in a case have no account."""
