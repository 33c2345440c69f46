"""Writes what was edited in the admin back into the fixtures, so that it can be reviewed as a diff.

Only what was edited since the loader last wrote it is written: an entry that changed in its file
since then stays as the file has it, and one that changed in both is named and left, unless forced.
"""

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import translation

from readiness.catalogue import version
from readiness.catalogue.entry import Entry
from readiness.catalogue.fixture_text import Block, FixtureText, parse, passed_on, written
from readiness.catalogue.fixtures import Found, read
from readiness.catalogue.loader import Key, as_loaded, edited, key_of, name_of
from readiness.catalogue.models import KINDS, Loaded


@dataclass
class Dump:
    """The fixtures as they should be: each file's text by its name.

    `torn` names what was changed in the admin and in the files both; it stays as the files have it.
    """

    texts: dict[str, str] = field(default_factory=dict)
    torn: list[str] = field(default_factory=list)

    def changed(self, folder: Path) -> list[str]:
        """The files of a folder that differ from these, or are not there."""
        return [name for name, text in self.texts.items() if _text_at(folder / name) != text]

    def write(self, folder: Path) -> list[str]:
        """Write the files that differ into a folder, each whole or not at all; their names."""
        folder.mkdir(parents=True, exist_ok=True)
        names = self.changed(folder)
        for name in names:
            _replace(folder / name, self.texts[name])
        return names


def dump(folder: Path | None = None, *, force: bool = False, anew: bool = False) -> Dump:
    """The fixtures of a folder (by default that of the settings) with the edits of the admin.

    `force` lets the admin win where the files changed too; `anew` also writes what nobody edited
    in the one form. Raises ContentFault as the loader does.
    """
    folder = folder or settings.FIXTURES
    found = read(folder)
    run = _Dumping(force, anew)
    files = [run.brought(text, mine) for text, mine in _by_file(folder, found)]
    run.add_new({key_of(each.entry) for each in found}, files)
    run.dump.texts = {file.name: str(file) for file in files}
    return run.dump


def _by_file(folder: Path, found: list[Found]) -> Iterator[tuple[FixtureText, list[Entry]]]:
    """Each file that holds content, with its entries in order."""
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for each in found:
        by_name[each.name.partition(": ")[0]].append(each.entry)
    for name, entries in by_name.items():
        yield parse(folder / name), entries


class _Dumping:
    """One run: what is in the database, and what was last written there."""

    def __init__(self, force: bool, anew: bool) -> None:
        self.force, self.anew = force, anew
        self.dump = Dump()
        self.there = {
            key_of(entry): entry for kind in KINDS for entry in kind._default_manager.all()
        }
        self.marks = {mark.key(): mark for mark in Loaded.objects.all()}
        self.home: dict[type[Entry], FixtureText] = {}  # the last file that holds a kind

    def brought(self, file: FixtureText, entries: list[Entry]) -> FixtureText:
        """The file with what was edited in the place of what it holds."""
        now, gone = FixtureText(file.name), ""
        for block, entry in zip(file.blocks, entries, strict=True):
            self.home[type(entry)] = now
            lead = passed_on(gone, block.lead)
            new = self._block(block, entry)
            if new is None:
                gone = lead
                continue
            first = not now.blocks and gone
            now.blocks.append(Block(lead.lstrip("\n") if first else lead, new.text, new.keys))
            gone = ""
        now.tail = passed_on(gone, file.tail)
        return now

    def _block(self, block: Block, in_file: Entry) -> Block | None:
        """The entry's own lines as they should be; None where it was deleted in the admin."""
        key = key_of(in_file)
        there, mark = self.there.get(key), self.marks.get(key)
        same = there is not None and _digest(there) == _digest(in_file)
        if same or not edited(there, mark):
            return written(in_file, block.keys) if self.anew else block
        if not self.force and not (mark and as_loaded(in_file, mark)):
            self.dump.torn.append(name_of(key))
            return block
        return written(there, block.keys) if there else None

    def add_new(self, in_files: set[Key], files: list[FixtureText]) -> None:
        """Put what was made in the admin last in the file of its kind."""
        for key, entry in self.there.items():
            if key in in_files or not edited(entry, self.marks.get(key)):
                continue
            if key in self.marks and not self.force:
                self.dump.torn.append(name_of(key))
                continue
            home = self.home.get(type(entry)) or self._new_file(type(entry), files)
            like = home.blocks[-1].keys if home.blocks else ()
            new = written(entry, like)
            lead = new.lead if home.blocks else ""
            home.blocks.append(Block(lead, new.text, new.keys))

    def _new_file(self, kind: type[Entry], files: list[FixtureText]) -> FixtureText:
        with translation.override("en"):
            name = str(kind._meta.verbose_name_plural).replace(" ", "_")
        self.home[kind] = FixtureText(f"{name}.yaml")
        files.append(self.home[kind])
        return self.home[kind]


def _digest(entry: Entry) -> str:
    return version.digest(entry.published())


def _text_at(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def _replace(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that nobody ever reads half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.") as half:
        half.write(text.encode())
        half.flush()
        os.fsync(half.fileno())
        Path(half.name).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(half.name).replace(path)
