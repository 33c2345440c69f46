"""The parts that a page of the library is made of. Each is finished here, and printed by a small template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.catalogue.models import Evidence
from readiness.library.links import Link


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it. `slug` is its place on the page."""

    slug: str
    title: Any
    template: str
    body: Any


@dataclass(frozen=True)
class Pair:
    """A name with what is said of it, each in a paragraph."""

    name: Any
    said: tuple[Any, ...]
    aside: Any = ""


@dataclass(frozen=True)
class Findings:
    """Findings that stand on one side; `style` is how they are marked, beside the words."""

    title: Any
    style: str
    entries: list[Evidence]


def text(slug: str, title: Any, *paragraphs: str) -> Part:
    """Paragraphs; one with nothing in it is left out."""
    return Part(slug, title, "library/parts/text.html", [each for each in paragraphs if each])


def lines(slug: str, title: Any, body: Iterable[Any]) -> Part:
    """A list of short texts."""
    return Part(slug, title, "library/parts/lines.html", list(body))


def pairs(slug: str, title: Any, body: Iterable[Pair]) -> Part:
    """Names, each with what is said of it."""
    return Part(slug, title, "library/parts/pairs.html", list(body))


def links(slug: str, title: Any, body: Iterable[Link], *, more: Link | None = None) -> Part:
    """Links, and one to where there are more."""
    found = list(body)
    return Part(
        slug, title, "library/parts/links.html", {"links": found, "more": more} if found else None
    )


SIDES = (
    ("supports", _("For"), "for"),
    ("conditional", _("It depends"), "depends"),
    ("against", _("Against"), "against"),
    ("neutral", _("Neither for nor against"), "neutral"),
)


def evidence(
    slug: str, title: Any, found: list[Evidence], *, note: str = "", more: Link | None = None
) -> Part:
    """Findings, side by side by stance; each side that has any."""
    groups = [
        Findings(name, style, [e for e in found if e.stance == side]) for side, name, style in SIDES
    ]
    body = {"note": note, "groups": [group for group in groups if group.entries], "more": more}
    return Part(slug, title, "library/parts/evidence.html", body if found or note else None)


def whole(parts: Iterable[Part]) -> list[Part]:
    """The parts that have something in them."""
    return [part for part in parts if part.body]
