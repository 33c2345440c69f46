"""What an edit changed: between two states of an entry, and line by line of its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from readiness.admin_bounds import LONGEST_KEY
from readiness.catalogue.entry import Entry
from readiness.catalogue.fixture_text import as_yaml
from readiness.word_changes import SAME, Changed, Piece, words_between

AROUND = 12  # words that stayed, shown on each side of a change
MADE, CHANGED, DELETED = "+", "~", "-"


@dataclass(frozen=True)
class HistoryLine:
    """One line of an entry's history: the record that simple-history keeps, and what it changed."""

    record: Any
    changed: tuple[Changed, ...]

    @property
    def who(self) -> str:
        """The name of who did it; the guide itself where nobody was signed in."""
        return str(self.record.history_user or _("The guide itself"))

    @property
    def deed(self) -> str:
        """What was done, in one word."""
        words = {MADE: _("Made"), CHANGED: _("Changed"), DELETED: _("Deleted")}
        return words[self.record.history_type]


def label(kind: type[Entry], name: str) -> str:
    """What a field is called, for people."""
    return capfirst(str(kind._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def reading(kind: type[Entry], state: Any) -> list[tuple[str, str]]:
    """Each field of a state of an entry that says something: its name and its words."""
    told = ((label(kind, name), said(kind, name, state)) for name in kind.published_fields())
    return [(name, words) for name, words in told if words]


def said(kind: type[Entry], name: str, state: Any) -> str:
    """A field of a state of an entry (or of a record of its history), as words to read."""
    value = getattr(state, name)
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    if isinstance(value, list | dict):
        return as_yaml(value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    choices = dict(kind._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    return str(choices.get(value, value))


def differences(kind: type[Entry], before: Any, after: Any) -> tuple[Changed, ...]:
    """Field by field what differs between two states of an entry; `before` may be None."""
    found = []
    for name in kind.published_fields():
        was, now = (said(kind, name, each) if each else "" for each in (before, after))
        if was != now:
            found.append(Changed(label(kind, name), tuple(_shortened(words_between(was, now)))))
    return tuple(found)


def _shortened(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces; of a long stretch that stayed only the words next to a change."""
    found = list(pieces)
    for place, piece in enumerate(found):
        words = piece.text.split(" ")
        if piece.kind == SAME and len(words) > 3 * AROUND:
            first = "" if place == 0 else " ".join(words[:AROUND]) + " "
            last = "" if place == len(found) - 1 else " " + " ".join(words[-AROUND:])
            found[place] = Piece(SAME, f"{first}…{last}")
    return found


def lines(kind: type[Entry], records: list[Any], older: Any) -> list[HistoryLine]:
    """Records of a history, newest first, each with what it changed of the one below it; `older` is
    the one below the last, or None."""
    below = [*records[1:], older]
    return [
        HistoryLine(record, () if _says_all(record, was) else differences(kind, was, record))
        for record, was in zip(records, below, strict=True)
    ]


def _says_all(record: Any, was: Any) -> bool:
    """Whether the deed alone says what happened."""
    return record.history_type == DELETED or was is None


def records_of(kind: type[Entry], key: int | str) -> QuerySet[Any]:
    """The history of the entry with this number, newest first; it outlives the entry."""
    return kind.history.filter(id=key).order_by("-history_id").select_related("history_user")


def deleted(kind: type[Entry]) -> QuerySet[Any]:
    """The last record of each entry that was deleted, and has not been brought back since."""
    last = kind.history.order_by().values("id").annotate(last=Max("history_id")).values("last")
    gone = kind.history.filter(history_id__in=last, history_type=DELETED)
    return gone.order_by("-history_id").select_related("history_user")


def is_key(text: str) -> bool:
    """Whether a row could have this as its number."""
    return text.isascii() and text.isdecimal() and len(text) < LONGEST_KEY


def newest(entry: Entry) -> str:
    """The number of the newest line of an entry's history; empty where there is none yet."""
    number = entry.pk and records_of(type(entry), entry.pk).values_list("pk", flat=True).first()
    return str(number or "")
