"""Whether an avenue and a worry show what speaks for and what speaks against."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import Anxiety, Avenue, Evidence
from readiness.catalogue.quality.remark import Remark

SIDES = (Evidence.Stance.SUPPORTS, Evidence.Stance.AGAINST)


def missing(entry: Entry, content: Contents) -> Iterator[Remark]:
    """A side without evidence on which nobody has said that none was found, or the reverse."""
    if not isinstance(entry, Avenue | Anxiety):
        return
    there = {finding.stance for finding in content.findings(entry.evidence)}
    for side in SIDES:
        if side not in there and side not in entry.none_found:
            yield Remark.on(
                entry,
                _(
                    "There is no evidence on the side “%(side)s”. Add some. If none was found, write %(code)s in none_found."
                )
                % {"side": side.label, "code": side.value},
                "evidence",
            )
        elif side in there and side in entry.none_found:
            yield Remark.on(
                entry,
                _("There is evidence on the side “%(side)s” after all. Take it out of none_found.")
                % {"side": side.label},
                "none_found",
            )
