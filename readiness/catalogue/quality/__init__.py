"""Whether the content is as good as it should be: sourced, two-sided, neutral and plain.

Faults keep an entry from being published; concerns are told to whoever edits it. The form of an
entry (a missing key, a text too long) is not looked at here: `Entry.clean` and the loader refuse it.
"""

from collections.abc import Callable, Iterator

from readiness.catalogue.contents import Contents, contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.quality import (
    neutrality,
    plain_english,
    sides,
    slugs,
    sources,
    spelling,
)
from readiness.catalogue.quality.remark import Remark

__all__ = ["Remark", "concerns", "faults", "of_all"]

Check = Callable[[Entry, Contents], Iterator[Remark]]

FAULTS: tuple[Check, ...] = (
    slugs.dangling,
    sides.missing,
    sources.faults,
    neutrality.names,
    spelling.american,
    plain_english.too_hard,
)
CONCERNS: tuple[Check, ...] = (slugs.unused, plain_english.hard_on_the_whole)


def faults(entry: Entry, among: Contents | None = None) -> list[Remark]:
    """What must be put right before an entry is published; `among` is all else that is."""
    return _remarks(FAULTS, entry, among)


def concerns(entry: Entry, among: Contents | None = None) -> list[Remark]:
    """What whoever edits an entry should know, and may leave."""
    return _remarks(CONCERNS, entry, among)


def of_all(content: Contents) -> list[Remark]:
    """What must be put right in the whole content. That nothing leads to an entry, or that a kind
    is hard to read in the mean, is a fault of the whole and not of the one that is edited."""
    found = [remark for entry in content.entries for remark in faults(entry, content)]
    found += [remark for entry in content.entries for remark in slugs.unused(entry, content)]
    return found + list(plain_english.hard_kinds(content))


def _remarks(checks: tuple[Check, ...], entry: Entry, among: Contents | None) -> list[Remark]:
    among = among or contents(entry.language)
    return [remark for check in checks for remark in check(entry, among)]
