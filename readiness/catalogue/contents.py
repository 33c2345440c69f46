"""All published content, read from memory. The only door of the catalogue for the other parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from readiness.catalogue import version
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import (
    KINDS,
    Anxiety,
    Avenue,
    Check,
    ContentVersion,
    Dimension,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    ProductWord,
    Sentence,
    Term,
)


@dataclass(frozen=True)
class Contents:
    """The content in one language: each kind by slug, in catalogue order. Not to be written to."""

    avenues: Mapping[str, Avenue]
    anxieties: Mapping[str, Anxiety]
    dimensions: Mapping[str, Dimension]
    checks: Mapping[str, Check]
    sentences: Mapping[str, Sentence]
    evidence: Mapping[str, Evidence]
    product_words: Mapping[str, ProductWord]
    other_ways: Mapping[str, OtherWay]
    principles: Mapping[str, Principle]
    lessons: Mapping[str, Lesson]
    terms: Mapping[str, Term]
    version: str

    @property
    def entries(self) -> list[Entry]:
        """Every entry, kind by kind, in catalogue order."""
        kinds = (getattr(self, field.name) for field in fields(self) if field.name != "version")
        return [entry for kind in kinds for entry in kind.values()]

    def of(self, kind: type[Entry]) -> dict[str, Entry]:
        """The entries of a kind by slug."""
        return {entry.slug: entry for entry in self.entries if isinstance(entry, kind)}

    def findings(self, slugs: Iterable[str]) -> list[Evidence]:
        """The evidence of these slugs, in their order; one that was deleted is passed over."""
        return [self.evidence[slug] for slug in slugs if slug in self.evidence]


# What was read last, under the stamp that was current before the rows were read.
_kept: dict[str, dict[str, Contents]] = {}


def contents(language: str = "en") -> Contents:
    """What is published now. One small query, and a full read only where something changed."""
    row = version.current()
    by_language = _kept.get(row.stamp)
    if by_language is None:
        by_language = _read(row)
        _kept.clear()
        _kept[row.stamp] = by_language
    return by_language.get(language) or gather([], by_language["en"].version)


def _read(row: ContentVersion) -> dict[str, Contents]:
    entries = [entry for kind in KINDS for entry in kind._default_manager.all()]
    number = version.version_of(entries)
    version.keep(row, number)
    languages = {"en", *(entry.language for entry in entries)}
    return {
        language: gather([entry for entry in entries if entry.language == language], number)
        for language in languages
    }


def gather(entries: list[Entry], number: str) -> Contents:
    """The content that these entries make, under this content version."""

    def by_slug[Kind: Entry](kind: type[Kind]) -> Mapping[str, Kind]:
        return MappingProxyType({entry.slug: entry for entry in entries if isinstance(entry, kind)})

    return Contents(
        avenues=by_slug(Avenue),
        anxieties=by_slug(Anxiety),
        dimensions=by_slug(Dimension),
        checks=by_slug(Check),
        sentences=by_slug(Sentence),
        evidence=by_slug(Evidence),
        product_words=by_slug(ProductWord),
        other_ways=by_slug(OtherWay),
        principles=by_slug(Principle),
        lessons=by_slug(Lesson),
        terms=by_slug(Term),
        version=number,
    )
