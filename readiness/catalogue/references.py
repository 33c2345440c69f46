"""Whether every slug that the content names is there, and none stands alone."""

from collections.abc import Iterable, Iterator

from readiness.catalogue.entry import Entry
from readiness.catalogue.fixtures import Found
from readiness.catalogue.models import Anxiety, Avenue, Evidence, Principle, Sentence, Term

Reference = tuple[str, type[Entry], str]  # the key it stands under, what it names, the slug

# A field of this name holds slugs of this kind, whatever it stands in.
NAMES: dict[str, type[Entry]] = {
    "avenues": Avenue,
    "anxieties": Anxiety,
    "principles": Principle,
    "evidence": Evidence,
    "see_also": Term,
}


def dangling(found: Iterable[Found]) -> list[str]:
    """One line for each slug that is named and is in no fixture of its language."""
    found = list(found)
    there = {(type(each.entry), *each.entry.natural_key()) for each in found}
    return [
        each.fault(key, f"“{slug}” is no {kind._meta.verbose_name} that we have.")
        for each in found
        for key, kind, slug in references(each.entry)
        if (kind, slug, each.entry.language) not in there
    ]


def references(entry: Entry) -> Iterator[Reference]:
    """Every slug that an entry names."""
    for key, kind in NAMES.items():
        yield from ((key, kind, slug) for slug in getattr(entry, key, ()))
    if isinstance(entry, Sentence) and entry.kind == Sentence.Kind.ANXIETY:
        yield ("about", Anxiety, entry.about)
    if isinstance(entry, Anxiety):
        for key in ("supports", "against"):
            for part in getattr(entry, key):
                yield from ((key, Evidence, slug) for slug in part["evidence"])
