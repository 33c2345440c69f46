"""Where each thing of the library stands, and the links that lead there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from readiness.catalogue.entry import Entry
from readiness.catalogue.models import (
    Anxiety,
    Avenue,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    Term,
)

PAGES: dict[type[Entry], str] = {
    Avenue: "library-avenue",
    Anxiety: "library-anxiety",
    Lesson: "library-lesson",
    Principle: "library-principle",
    Evidence: "library-finding",
    OtherWay: "library-other-way",
}

SECOND_PAGE = "I"  # the letter with which the second page of the glossary begins: one were too long


@dataclass(frozen=True)
class Link:
    """A link within the library: `query` with its question mark, `anchor` with its hash."""

    text: Any
    path: str
    query: str = ""
    anchor: str = ""


def page(name: str, text: Any, **asked: str) -> Link:
    """The link to a page by the name of its address, and what is asked of it."""
    path, _mark, query = reverse(name, query=asked or None).partition("?")
    return Link(text, path, f"?{query}" if query else "")


def to(entry: Entry) -> Link:
    """The link to the page of an entry; a term stands in the glossary. KeyError where it has none."""
    if isinstance(entry, Term):
        return Link(entry.term, glossary_page(entry.term), anchor=f"#{entry.slug}")
    return Link(name_of(entry), reverse(PAGES[type(entry)], args=[entry.slug]))


def glossary_page(term: str) -> str:
    """The address of the page of the glossary on which the word stands."""
    late = term[:1].upper() >= SECOND_PAGE
    return reverse("library-glossary-second" if late else "library-glossary")


def to_each(entries: Iterable[Entry]) -> list[Link]:
    """A link to each of the entries, in their order."""
    return [to(entry) for entry in entries]


def name_of(entry: Entry) -> str:
    """What an entry is called in a list: its name, or what it says."""
    return entry.in_brief if isinstance(entry, Evidence) else str(entry)
