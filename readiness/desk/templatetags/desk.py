"""What the start page of the admin, which is Django's, asks of the review desk."""

from collections.abc import Iterator

from django import template

from readiness.accounts.models import User
from readiness.desk import work

register = template.Library()


@register.simple_tag
def piles_of(user: User) -> Iterator[work.Pile]:
    """The cases that wait for this person, and those that wait at all."""
    return work.piles(user)
