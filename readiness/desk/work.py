"""What waits for somebody at the review desk, counted no further than anybody wants to know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.accounts.models import User
from readiness.cases.models import Version
from readiness.desk.filters import shelf

MOST = 100  # cases that are counted
SHELVES = {
    "mine": gettext_lazy("Mine"),
    "nobody": gettext_lazy("Nobody’s yet"),
    "to-review": gettext_lazy("All that is to be reviewed"),
}


@dataclass(frozen=True)
class Pile:
    """The cases on one shelf of the list: its slug, its name, and how many there are in words."""

    slug: str
    name: Any
    count: str


def piles(user: User) -> Iterator[Pile]:
    """What waits for this person, and what waits at all: one short question for each shelf."""
    for slug, name in SHELVES.items():
        there = Version.objects.filter(shelf(slug, user.pk), is_newest=True)
        found = len(there.order_by().values_list("pk", flat=True)[: MOST + 1])
        yield Pile(slug, name, str(found) if found <= MOST else _("over {n}").format(n=MOST))
