"""What waits for somebody at the review desk, counted no further than anybody wants to know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.accounts.models import User
from readiness.cases.models import Version
from readiness.contact.models import Message, OfferedLesson
from readiness.desk.filters import shelf

MOST = 100  # cases that are counted
SHELVES = {
    "mine": gettext_lazy("Mine"),
    "nobody": gettext_lazy("Nobody’s yet"),
    "to-review": gettext_lazy("All that is to be reviewed"),
}


# What visitors wrote, with the permission to see it.
LETTERS = (
    (Message, gettext_lazy("Messages from visitors"), "contact.view_message"),
    (OfferedLesson, gettext_lazy("Lessons that were offered"), "contact.view_offeredlesson"),
)


@dataclass(frozen=True)
class Pile:
    """What waits in one list: where that is, its name, and how many there are in words."""

    address: str
    name: Any
    count: str


def piles(user: User) -> Iterator[Pile]:
    """What waits for this person, and what waits at all: one short question for each."""
    if user.has_perm("cases.view_version"):
        cases = reverse("admin:cases_version_changelist")
        for slug, name in SHELVES.items():
            there = Version.objects.filter(shelf(slug, user.pk), is_newest=True)
            yield Pile(f"{cases}?whose={slug}", name, _counted(there))
    for kind, name, permission in LETTERS:
        if user.has_perm(permission):
            address = reverse(f"admin:contact_{kind._meta.model_name}_changelist")
            new = kind._default_manager.filter(status="new")
            yield Pile(f"{address}?status__exact=new", name, _counted(new))


def _counted(there: QuerySet[Any]) -> str:
    found = len(there.order_by().values_list("pk", flat=True)[: MOST + 1])
    return str(found) if found <= MOST else _("over {n}").format(n=MOST)
