"""What bears on what. Each relation is read both ways, whichever of the two entries names the other."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import Anxiety, Avenue, Evidence, Lesson, Principle

CLOSEST = 4  # how many worries stand on the page of an avenue

# The field in which a finding or a lesson names an entry of this kind.
FIELDS: dict[type[Entry], str] = {
    Avenue: "avenues",
    Anxiety: "anxieties",
    Principle: "principles",
    Evidence: "evidence",
}


def findings(entry: Any, contents: Contents) -> list[Evidence]:
    """Every finding that bears on an avenue, an anxiety, a principle or a theme, those it names
    itself first."""
    own = contents.findings(entry.evidence)
    return [*own, *(e for e in naming(entry, contents.evidence.values()) if e not in own)]


def lessons(entry: Entry, contents: Contents) -> list[Lesson]:
    """The lessons on an avenue or an anxiety, or from a finding; for a principle or a theme, those
    from its findings."""
    if isinstance(entry, Principle):
        named = {each.slug for each in findings(entry, contents)}
        return [each for each in contents.lessons.values() if named & set(each.evidence)]
    return naming(entry, contents.lessons.values())


def naming[Kind: Entry](entry: Entry, others: Iterable[Kind]) -> list[Kind]:
    """Those of the others that name the entry."""
    field = FIELDS[type(entry)]
    return [each for each in others if entry.slug in getattr(each, field)]


def named_by[Kind: Entry](finding: Evidence, kind: Iterable[Kind]) -> list[Kind]:
    """The avenues, anxieties or principles that a finding bears on."""
    return [
        each
        for each in kind
        if each.slug in getattr(finding, FIELDS[type(each)])
        or finding.slug in getattr(each, "evidence", ())
    ]


def anxieties(avenue: Avenue, contents: Contents) -> list[Anxiety]:
    """The worries that come up most with this avenue: those of whose findings and lessons the
    largest share is about it. (By number alone, the same three would stand on every page.)"""
    here = _speaking_to([*findings(avenue, contents), *lessons(avenue, contents)])
    everywhere = _speaking_to([*contents.evidence.values(), *contents.lessons.values()])
    share = {slug: here[slug] / everywhere[slug] for slug in contents.anxieties if here[slug]}
    most = sorted(share, key=lambda slug: -share[slug])
    return [contents.anxieties[slug] for slug in most[:CLOSEST]]


def _speaking_to(found: Iterable[Any]) -> Counter[str]:
    """How many findings and lessons speak to each worry."""
    return Counter(slug for each in found for slug in each.anxieties)


def avenues(anxiety: Anxiety, contents: Contents) -> list[Avenue]:
    """The avenues that this worry is closest to: those on whose page it stands."""
    return [
        each
        for each in contents.avenues.values()
        if anxiety.slug in {found.slug for found in anxieties(each, contents)}
    ]
