"""Whether a text names a product or a supplier. A kind of product is named by what it does."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.quality.remark import Remark
from readiness.catalogue.texts import texts_of

# Beside this module and not in the fixtures: it is for those who edit, and is shown to nobody.
NAMES = Path(__file__).with_name("names.txt")


def names(entry: Entry, content: Contents) -> Iterator[Remark]:
    """A name outside the words of a source, which may be whose it is."""
    for text in texts_of(entry):
        if not text.cited and (found := name_in(text.words)):
            yield Remark.on_text(entry, text, _("Take out “%s”, and say what it does.") % found)


def name_in(words: str) -> str:
    """The first name of a product or a supplier in a text, or nothing. Case counts: “nourish” is a
    word, and “Nourish” is a product."""
    found = _any_name().search(words)
    return found[0] if found else ""


@cache
def _any_name() -> re.Pattern[str]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    found = (line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})s?\b")
