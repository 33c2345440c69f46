"""The shelves of the library: what stands on each, told on its front page and above every page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.library import links
from readiness.library.links import Link


@dataclass(frozen=True)
class Shelf:
    """A kind of thing to read: the name of its list's address, its names, and what it tells."""

    url: str
    short: Any
    name: Any
    tells: Any
    kind: str

    @property
    def link(self) -> Link:
        """The link to its list."""
        return links.page(self.url, self.short)


SHELVES = (
    Shelf(
        "library-avenues",
        _("Kinds of technology"),
        _("Kinds of technology"),
        _("What each can do, what goes wrong and what it costs. And ways without any."),
        "avenues",
    ),
    Shelf(
        "library-anxieties",
        _("Worries"),
        _("Worries that people voice"),
        _("What others found on each, for and against, and how to answer it."),
        "anxieties",
    ),
    Shelf(
        "library-lessons",
        _("Lessons"),
        _("Lessons from others"),
        _("Mistakes of others, so that you don’t have to make them. And what went well."),
        "lessons",
    ),
    Shelf(
        "library-evidence",
        _("Evidence"),
        _("Evidence, for and against"),
        _("Every finding that this guide leans on, and who stands behind it."),
        "evidence",
    ),
    Shelf(
        "library-principles",
        _("Principles"),
        _("Principles and themes"),
        _("Two ways to act, and two things to know about this field."),
        "principles",
    ),
    Shelf(
        "library-glossary",
        _("Words"),
        _("Words, in plain English"),
        _("What people mean when they say it."),
        "terms",
    ),
)


# The ways without technology are listed with the kinds of it.
AMONG_KINDS = ("/library/other-ways/", "/library/avenues/")


def above(path: str) -> list[tuple[Link, bool]]:
    """A link to each shelf and to the search, and whether the page at `path` belongs to it."""
    found = [*(each.link for each in SHELVES), links.page("library-search", _("Search"))]
    at = path.replace(*AMONG_KINDS, 1)
    return [(link, at.startswith(link.path)) for link in found]


def told(contents: Contents) -> Iterable[tuple[Shelf, int]]:
    """Each shelf with how many things stand on it."""
    return [(shelf, len(getattr(contents, shelf.kind))) for shelf in SHELVES]
