"""What the start page of the admin, which is Django's, asks of the review desk."""

from django import template

from readiness.accounts.models import User
from readiness.desk import work

register = template.Library()


@register.simple_tag
def piles_of(user: User) -> list[work.Pile]:
    """What waits for this person, and what waits at all."""
    return list(work.piles(user))
