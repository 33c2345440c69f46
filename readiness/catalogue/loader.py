"""Brings the fixtures into the database, and keeps what was edited there.

The loader remembers the digest of each entry as it last wrote it. An entry that still has that
digest was not edited since, and follows the fixtures; any other was edited (or deleted) in the
admin, is listed and is left as it is, unless the loader is forced.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from readiness.catalogue import version
from readiness.catalogue.contents import contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.fixtures import ContentFault, read
from readiness.catalogue.models import KINDS, Loaded
from readiness.catalogue.references import dangling

REASON = "Loaded from the fixtures"

Key = tuple[str, str, str]  # kind, slug, language


@dataclass
class Outcome:
    """What a load did, as names of entries such as “avenue crm”; `kept` was edited in the admin."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0
    version: str = ""


@transaction.atomic
def load(folder: Path | None = None, *, force: bool = False) -> Outcome:
    """Load the fixtures of a folder (by default that of the settings), all or nothing.

    Raises ContentFault with one line for each fault, and then nothing was changed.
    """
    found = read(folder or settings.FIXTURES)
    if faults := dangling(found):
        raise ContentFault(faults)
    run = _Load(force)
    run.bring({key_of(entry): entry for entry in _in_order(each.entry for each in found)})
    run.outcome.version = contents().version
    return run.outcome


def _in_order(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each told its place among its own kind."""
    places: dict[type[Entry], int] = defaultdict(int)
    for entry in entries:
        places[type(entry)] += 1
        entry.order = places[type(entry)]
        yield entry


def key_of(entry: Entry) -> Key:
    """What tells an entry from every other."""
    return (str(entry._meta.model_name), *entry.natural_key())


def _mark(key: Key, fields: list[str], digest: str) -> Loaded:
    kind, slug, language = key
    return Loaded(kind=kind, slug=slug, language=language, fields=sorted(fields), digest=digest)


def _same(mark: Loaded, last: Loaded | None) -> bool:
    return last is not None and (mark.fields, mark.digest) == (last.fields, last.digest)


def name_of(key: Key) -> str:
    """An entry's name for people: “avenue crm”."""
    kind, slug, language = key
    return f"{kind} {slug}" if language == "en" else f"{kind} {slug} ({language})"


def edited(there: Entry | None, mark: Loaded | None) -> bool:
    """Whether the database differs from what was last written; so does one that was deleted."""
    if there is None or mark is None:
        return there is not mark
    return not as_loaded(there, mark)


def as_loaded(entry: Entry, mark: Loaded) -> bool:
    """Whether an entry, of the database or of a file, is what was last written."""
    now = entry.published()
    return version.digest({name: now.get(name) for name in mark.fields}) == mark.digest


class _Load:
    """One run: what is in the database, what was last written there, and what becomes of it."""

    def __init__(self, force: bool) -> None:
        self.force = force
        self.outcome = Outcome()
        self.there = {
            key_of(entry): entry for kind in KINDS for entry in kind._default_manager.all()
        }
        self.marks = {mark.key(): mark for mark in Loaded.objects.all()}

    def bring(self, entries: dict[Key, Entry]) -> None:
        """Make the database hold these entries, but for those that were edited there."""
        new: list[Entry] = []
        marks: list[Loaded] = []
        for key, entry in entries.items():
            digest = version.digest(entry.published())
            if self._settle(key, entry, digest, new):
                marks.append(_mark(key, entry.published_fields(), digest))
        self._add(new)
        self._remember(marks)
        for key in self.marks.keys() - entries.keys():
            self._remove(key)
        self._put_in_order(entries)

    def _settle(self, key: Key, entry: Entry, digest: str, new: list[Entry]) -> bool:
        """Whether the entry now is as in the fixtures, or will be with the `new` ones."""
        there = self.there.get(key)
        if there and version.digest(there.published()) == digest:
            self.outcome.unchanged += 1
        elif edited(self.there.get(key), self.marks.get(key)) and not self.force:
            self.outcome.kept.append(name_of(key))
            return False
        elif there:
            entry.pk = there.pk
            entry._change_reason = REASON  # type: ignore[attr-defined]
            entry.save()
            self.outcome.updated.append(name_of(key))
        else:
            new.append(entry)
            self.outcome.added.append(name_of(key))
        return True

    def _add(self, entries: list[Entry]) -> None:
        by_kind: dict[type[Entry], list[Entry]] = defaultdict(list)
        for entry in entries:
            by_kind[type(entry)].append(entry)
        for kind, group in by_kind.items():
            bulk_create_with_history(group, kind, default_change_reason=REASON)
        if entries:
            version.mark_changed()

    def _remember(self, marks: list[Loaded]) -> None:
        changed = [mark for mark in marks if not _same(mark, self.marks.get(mark.key()))]
        Loaded.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["kind", "slug", "language"],
            update_fields=["fields", "digest"],
        )

    def _remove(self, key: Key) -> None:
        """Remove what is no longer in the fixtures, unless it was edited."""
        there = self.there.get(key)
        if there and edited(self.there.get(key), self.marks.get(key)) and not self.force:
            self.outcome.kept.append(name_of(key))
            return
        if there:
            there.delete()
            self.outcome.removed.append(name_of(key))
        Loaded.objects.filter(kind=key[0], slug=key[1], language=key[2]).delete()

    def _put_in_order(self, entries: dict[Key, Entry]) -> None:
        moved = [
            (there, entries[key].order)
            for key, there in self.there.items()
            if key in entries and there.order != entries[key].order
        ]
        for there, order in moved:
            type(there)._default_manager.filter(pk=there.pk).update(order=order)
        if moved:
            version.mark_changed()
