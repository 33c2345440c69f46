"""Whether each source can be looked up: a link, over https, and a year."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import Evidence, Lesson
from readiness.catalogue.models.lesson import TOLD_TO_US
from readiness.catalogue.quality.remark import Remark

LINKS = {"url", "link"}


def faults(entry: Entry, content: Contents) -> Iterator[Remark]:
    """What keeps a reader from finding the source of an entry."""
    has_source = not isinstance(entry, Lesson) or bool(entry.source_title or entry.url)
    for field, link in _links(entry.published()):
        if not link:
            if has_source and not _told_to_us(entry):
                yield Remark.on(entry, _("Here is no link. Give the page of the source."), field)
        elif not link.startswith("https://"):
            yield Remark.on(entry, _("Use the page’s https address."), field, link)
    if isinstance(entry, Evidence | Lesson) and has_source:
        yield from _year(entry)


def _told_to_us(entry: Entry) -> bool:
    return isinstance(entry, Lesson) and entry.publisher == TOLD_TO_US


def _year(entry: Evidence | Lesson) -> Iterator[Remark]:
    if entry.year is None and not entry.undated:
        yield Remark.on(
            entry,
            _("Here is no year. Give it. If the source shows none, say so with “undated”."),
            "year",
        )
    elif entry.year is not None and entry.undated:
        yield Remark.on(entry, _("Here is a year, so the source is not undated."), "undated")
    elif entry.year is not None and entry.year > int(str(entry.reviewed_on)[:4]):
        yield Remark.on(entry, _("This is after the day of the review. Look again."), "year")


def _links(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every link inside a value of the content, and the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            way = f"{field}, {key}".removeprefix(", ")
            yield from ([(way, inner)] if key in LINKS else _links(inner, way))
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            yield from _links(inner, f"{field}, item {place}")
