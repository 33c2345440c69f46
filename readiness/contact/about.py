"""The page of the library that a comment is about: told from its address, and only if it is ours."""

from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import contents
from readiness.library import links
from readiness.library.shelves import SHELVES

LONGEST = 200  # characters of an address; no page of ours has a longer one


@dataclass(frozen=True)
class About:
    """A page: its address, and what it is called."""

    path: str
    title: str


def page_at(path: str) -> About | None:
    """The page of the library at an address; None where there is none that can be read now."""
    if not path.startswith("/library/") or len(path) > LONGEST:
        return None
    try:
        found = resolve(path)
    except Resolver404:
        return None
    title = _title(str(found.url_name), found.kwargs)
    return About(path, str(title)) if title else None


def _title(name: str, parts: dict[str, Any]) -> Any:
    if "slug" in parts:
        entry = getattr(contents(), parts["kind"]).get(parts["slug"])
        return links.name_of(entry) if entry else None
    lists = {shelf.url: shelf.name for shelf in SHELVES}
    return (lists | {"library": _("The library")}).get(name)
