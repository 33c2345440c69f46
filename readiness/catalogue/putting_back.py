"""Puts an entry back as it once was, as a new line of its history."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.catalogue.contents import contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.quality import slugs


class NotPutBack(Exception):
    """An earlier state cannot be published now. `reasons` has one line for each thing in the way."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def put_back(record: Any, there: Entry | None) -> Entry:
    """Publish an entry as a record of its history has it; `there` is the entry as it is now, None
    where it was deleted, which then comes back.

    Raises NotPutBack where nothing would change, or where it no longer fits what is published now.
    """
    entry: Entry = record.instance
    entry._state.adding = there is None
    if there and there.published() == entry.published():
        raise NotPutBack([_("It stands like this already.")])
    try:
        entry.full_clean()
    except ValidationError as error:
        told = error.message_dict.items()
        raise NotPutBack([f"{key}: {' '.join(words)}" for key, words in told]) from error
    if faults := list(slugs.dangling(entry, contents(entry.language))):
        raise NotPutBack([str(fault) for fault in faults])
    on = date_format(timezone.localtime(record.history_date), "j F Y, H:i")
    reason = _("Put back as it was on {on}") if there else _("Brought back as it was on {on}")
    entry._change_reason = reason.format(on=on)  # type: ignore[attr-defined]
    entry.save()
    return entry
