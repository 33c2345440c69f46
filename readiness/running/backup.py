"""A back-up: the database and the documents in one file, and back.

The database is copied first. A document is stored before its row says so and never changes, so
every document that the copy names is among those that are copied after it.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage

from readiness.running import databases, sealing

FORMAT = 1
ABOUT, DATABASE, FILES = "about.json", "database", "files"
FOLDERS = ("documents",)  # exports are erased after a day, and are not kept


class NotPutBack(Exception):
    """Nothing was put back; the text says why."""


@dataclass(frozen=True)
class Counts:
    """What a back-up holds, in numbers."""

    files: int
    bytes: int  # of the database's copy


def write(target: Path, *, key: str, at: datetime) -> Counts:
    """Back everything up into a new file, sealed where there is a key.

    Raises databases.NotCopied and OSError; then there is no file, or a former one as it was.
    """
    part, folder = target.with_name(f".{target.name}.part"), target.parent
    try:
        with part.open("xb") as file:
            part.chmod(0o600)
            counts = _sealed(file, key, at, folder) if key else _packed(file, at, folder)
            file.flush()
            os.fsync(file.fileno())
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return counts


def read(source: Path, *, key: str) -> Counts:
    """Put a back-up in place of what there is: the database whole or not at all, then documents
    that are not there. Raises NotPutBack and databases.NotCopied."""
    with source.open("rb") as file, _opened(file, key) as plain, TemporaryDirectory() as folder:
        copied = Path(folder) / DATABASE
        try:
            with tarfile.open(fileobj=plain) as archive:
                _need_ours(archive)
                with copied.open("wb") as database:
                    _pour(archive, DATABASE, database)
                databases.put_back(copied)
                files = sum(_stored(archive, member) for member in archive.getmembers())
        except (tarfile.TarError, KeyError, EOFError):
            raise NotPutBack("This is no back-up of the guide, or not a whole one.") from None
        return Counts(files, copied.stat().st_size)


def _sealed(file: IO[bytes], key: str, at: datetime, beside: Path) -> Counts:
    with TemporaryFile(dir=beside) as plain:
        counts = _packed(plain, at, beside)
        plain.seek(0)
        sealing.seal(plain, file, key)
    return counts


def _packed(file: IO[bytes], at: datetime, beside: Path) -> Counts:
    """The copy is made in the folder of the back-up, where there has to be room for it anyway."""
    with TemporaryDirectory(dir=beside) as folder:
        copied = Path(folder) / DATABASE
        databases.copy(copied)
        with tarfile.open(fileobj=file, mode="w") as archive:
            _add(archive, ABOUT, json.dumps(_about(at)).encode())
            archive.add(copied, DATABASE)
            files = 0
            for name in names():
                with default_storage.open(name) as stored:
                    _add(archive, f"{FILES}/{name}", stored.read())
                files += 1
        return Counts(files, copied.stat().st_size)


def _about(at: datetime) -> dict[str, object]:
    kind = "postgresql" if settings.POSTGRESQL else "sqlite"
    return {"guide": "readiness", "format": FORMAT, "database": kind, "made": at.isoformat()}


def names() -> Iterator[str]:
    """What is stored, by name; what is erased meanwhile is not there."""
    for folder in FOLDERS:
        with suppress(FileNotFoundError):  # nothing was stored there yet
            yield from (f"{folder}/{name}" for name in default_storage.listdir(folder)[1])


def _add(archive: tarfile.TarFile, name: str, body: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(body)
    archive.addfile(entry, BytesIO(body))


@contextmanager
def _opened(file: IO[bytes], key: str) -> Iterator[IO[bytes]]:
    """The back-up without its seal: all of it is looked at before anything is put back."""
    if not sealing.is_sealed(file):
        yield file
        return
    if not key:
        raise NotPutBack("The back-up is sealed. Set BACKUP_KEY to the key that it was made with.")
    with TemporaryFile() as plain:
        try:
            sealing.open_sealed(file, plain, key)
        except sealing.NotOpened:
            raise NotPutBack(
                "BACKUP_KEY is not the key that it was made with, or the file is damaged."
            ) from None
        plain.seek(0)
        yield plain


def _need_ours(archive: tarfile.TarFile) -> None:
    with BytesIO() as said:
        _pour(archive, ABOUT, said)
        about = json.loads(said.getvalue())
    kind = "postgresql" if settings.POSTGRESQL else "sqlite"
    if about.get("guide") != "readiness" or about.get("format") != FORMAT:
        raise NotPutBack("This is no back-up that this release of the guide can read.")
    if about["database"] != kind:
        raise NotPutBack(f"The back-up is of {about['database']}, and this set-up has {kind}.")


def _pour(archive: tarfile.TarFile, name: str, target: IO[bytes]) -> None:
    held = archive.extractfile(name)
    if held is None:
        raise KeyError(name)
    with held:
        while piece := held.read(sealing.PIECE):
            target.write(piece)


def _stored(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bool:
    """Store a document of the back-up, unless it is there. Only names that a back-up makes count."""
    parts = member.name.split("/")
    ours = len(parts) == 3 and parts[0] == FILES and parts[1] in FOLDERS and ".." not in parts
    name = "/".join(parts[1:])
    if not (ours and member.isfile()) or default_storage.exists(name):
        return False
    held = archive.extractfile(member)
    if held is None:
        return False
    default_storage.save(name, File(held))
    return True
