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
    """Findings of one stance; `none` where somebody looked for such and found none."""

    title: Any
    stance: str
    entries: list[Evidence]
    none: bool


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
    ("supports", _("For")),
    ("conditional", _("It depends")),
    ("against", _("Against")),
    ("neutral", _("Neither for nor against")),
)


def evidence(
    slug: str,
    title: Any,
    found: list[Evidence],
    *,
    note: str = "",
    none_found: Iterable[str] = (),
    more: Link | None = None,
) -> Part:
    """Findings by stance: each that has any, or of which it is said that none was found."""
    groups = [
        Findings(
            name, stance, [each for each in found if each.stance == stance], stance in none_found
        )
        for stance, name in SIDES
    ]
    shown = [group for group in groups if group.entries or group.none]
    body = {"note": note, "groups": shown, "more": more}
    return Part(slug, title, "library/parts/evidence.html", body if found or note else None)


def whole(parts: Iterable[Part]) -> list[Part]:
    """The parts that have something in them."""
    return [part for part in parts if part.body]
