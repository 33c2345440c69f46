"""The lists of the library: what stands in each, and how the long ones are narrowed down."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models import Evidence, Lesson
from readiness.library import links, related
from readiness.library.links import Link

ANY = ("", _("Any"))


@dataclass(frozen=True)
class Item:
    """One line of a list: a link, what is said of it, and a word on its kind."""

    link: Link
    said: Any = ""
    aside: Any = ""
    style: str = ""


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list: `holds` gives the slugs that a value leaves in it."""

    name: str
    label: Any
    choices: list[tuple[str, Any]]
    holds: Callable[[str], Collection[str]] = field(repr=False)
    chosen: str = ""

    @property
    def chosen_name(self) -> Any:
        """What was chosen, by its name; nothing where nothing was."""
        return dict(self.choices)[self.chosen] if self.chosen else ""


def narrowed[Kind: Reviewed](entries: Iterable[Kind], filters: list[Filter]) -> list[Kind]:
    """The entries that every filter leaves in, in their order."""
    left = [each.holds(each.chosen) for each in filters if each.chosen]
    return [entry for entry in entries if all(entry.slug in slugs for slugs in left)]


def lesson_filters(asked: QueryDict, contents: Contents) -> list[Filter]:
    """By avenue, anxiety, theme, and whether it went well."""
    everything = contents.lessons.values()

    def naming(kind: Mapping[str, Any]) -> Callable[[str], Collection[str]]:
        return lambda slug: {each.slug for each in related.lessons(kind[slug], contents)}

    def being(name: str) -> Callable[[str], Collection[str]]:
        return lambda value: {each.slug for each in everything if getattr(each, name) == value}

    return _read(
        asked,
        Filter(
            "avenue", _("Kind of technology"), _names(contents.avenues), naming(contents.avenues)
        ),
        Filter("anxiety", _("Worry"), _names(contents.anxieties), naming(contents.anxieties)),
        Filter("theme", _("Theme"), Lesson.Theme.choices, being("theme")),
        Filter("stance", _("How it went"), Lesson.Kind.choices, being("kind")),
    )


def evidence_filters(asked: QueryDict, contents: Contents) -> list[Filter]:
    """By avenue, anxiety, principle or theme, and stance."""
    everything = contents.evidence.values()

    def on(kind: Mapping[str, Any]) -> Callable[[str], Collection[str]]:
        return lambda slug: {each.slug for each in related.findings(kind[slug], contents)}

    def stance(value: str) -> Collection[str]:
        return {each.slug for each in everything if each.stance == value}

    return _read(
        asked,
        Filter("avenue", _("Kind of technology"), _names(contents.avenues), on(contents.avenues)),
        Filter("anxiety", _("Worry"), _names(contents.anxieties), on(contents.anxieties)),
        Filter(
            "theme", _("Principle or theme"), _names(contents.principles), on(contents.principles)
        ),
        Filter("stance", _("For or against"), Evidence.Stance.choices, stance),
    )


def _names(kind: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(slug, links.name_of(entry)) for slug, entry in kind.items()]


def _read(asked: QueryDict, *filters: Filter) -> list[Filter]:
    """The filters with what was chosen; what is no choice of a filter chooses nothing."""
    found = []
    for each in filters:
        value = asked.get(each.name, "")
        chosen = value if value in dict(each.choices) else ""
        found.append(Filter(each.name, each.label, [ANY, *each.choices], each.holds, chosen))
    return found


def lesson(entry: Lesson) -> Item:
    """A lesson in a list."""
    aside = f"{entry.get_kind_display()} · {entry.get_theme_display()}"
    return Item(links.to(entry), entry.what_was_learned, aside)


def finding(entry: Evidence) -> Item:
    """A finding in a list, with its stance in words."""
    source = entry.get_source_independence_display()
    aside = f"{entry.get_stance_display()} · {source}" + (f", {entry.year}" if entry.year else "")
    return Item(links.to(entry), "", aside, "against" if entry.stance == "against" else "")


def since(entries: Iterable[Reviewed]) -> date | None:
    """The day since which all of the entries were looked over; None where there are none."""
    return min((each.reviewed_on for each in entries), default=None)


def every(contents: Contents) -> list[Reviewed]:
    """Everything that stands in the library."""
    return [each for each in contents.entries if isinstance(each, Reviewed)]
