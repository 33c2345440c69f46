"""Which cases were erased, noted beside the documents as well: a back-up that is put back brings
neither of them back unnoticed. A note is a name alone: the day, why, and the case's reference.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.cases.models import Case
from readiness.privacy.models import Erasure

FOLDER = "erased"


@dataclass(frozen=True)
class Note:
    """That a case was erased."""

    on: date
    why: str
    reference: str

    @property
    def name(self) -> str:
        """Where it is stored."""
        return f"{FOLDER}/{self.on}.{self.why}.{self.reference}"

    @property
    def at(self) -> datetime:
        """Its day, as a time: at noon."""
        return timezone.make_aware(datetime.combine(self.on, time(12)))


def note(erasure: Erasure) -> None:
    """Note one; a second time changes nothing."""
    _write(_of(erasure))


def note_all() -> None:
    """Note whatever is not noted yet, as where the storage was down."""
    missing = {_of(each) for each in Erasure.objects.all()} - set(notes())
    for each in missing:
        _write(each)


def notes() -> list[Note]:
    """All notes, in the order of their days."""
    with suppress(FileNotFoundError):  # nothing was noted yet
        found = [_read(name) for name in default_storage.listdir(FOLDER)[1]]
        return sorted((each for each in found if each), key=lambda each: each.name)
    return []


def forget(*, at: datetime) -> None:
    """Erase the notes that are as old as the rows that are forgotten."""
    first = timezone.localdate(at - Erasure.REMEMBERED)
    for each in notes():
        if each.on < first:
            default_storage.delete(each.name)


def _of(erasure: Erasure) -> Note:
    return Note(timezone.localdate(erasure.at), erasure.why, erasure.reference)


def _write(each: Note) -> None:
    if not default_storage.exists(each.name):
        default_storage.save(each.name, ContentFile(b""))


def _read(name: str) -> Note | None:
    """The note that a name is; None where it is none of ours."""
    with suppress(ValueError):
        day, why, reference = name.split(".")
        return Note(date.fromisoformat(day), Case.Why(why).value, reference)
    return None
