"""Whether what an entry names is there, and whether anything leads to the entry."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import Evidence, Lesson
from readiness.catalogue.quality.remark import Remark
from readiness.catalogue.references import references

# A reader finds these only through what they bear on. The other kinds have a list, a step or a
# condition of their own.
FOUND_THROUGH_OTHERS = (Evidence, Lesson)


def dangling(entry: Entry, content: Contents) -> Iterator[Remark]:
    """A slug that names nothing, or the entry itself."""
    there = {kind: content.of(kind) for kind in {kind for _key, kind, _slug in references(entry)}}
    for key, kind, slug in references(entry):
        if slug not in there[kind]:
            yield Remark.on(
                entry,
                _("There is no %(kind)s “%(slug)s”. Name one that there is, or take it out.")
                % {"kind": kind._meta.verbose_name, "slug": slug},
                key,
            )
        elif isinstance(entry, kind) and slug == entry.slug:
            yield Remark.on(entry, _("This names itself. Take it out."), key)


def unused(entry: Entry, content: Contents) -> Iterator[Remark]:
    """An entry that names nothing, and that nothing names: no reader would come upon it."""
    if not isinstance(entry, FOUND_THROUGH_OTHERS) or any(references(entry)):
        return
    mine = (type(entry), entry.slug)
    if not any(
        (kind, slug) == mine for each in content.entries for _key, kind, slug in references(each)
    ):
        yield Remark.on(
            entry,
            _("Nothing leads here. Name what it bears on, or let something name it."),
        )
