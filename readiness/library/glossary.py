"""The glossary: every word on one page, letter by letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Term
from readiness.library.avenue import NATION_NAMES


@dataclass(frozen=True)
class Word:
    """A term as it is printed: where it holds, if not everywhere, and the terms to look at too."""

    term: Term
    nations: str
    see_also: list[Term]


def page(terms: Iterable[Term], contents: Contents) -> dict[str, Any]:
    """All that the page of these terms prints."""
    words = sorted(
        (_word(term, contents) for term in terms), key=lambda each: each.term.term.casefold()
    )
    letters = groupby(words, key=lambda each: each.term.term[:1].upper())
    return {
        "title": _("The words, in plain English"),
        "intro": _("Words that a care manager or a board meets when technology is discussed."),
        "letters": [(letter, list(found)) for letter, found in letters],
        "reviewed_on": min((each.term.reviewed_on for each in words), default=None),
    }


def _word(term: Term, contents: Contents) -> Word:
    nations = ", ".join(str(NATION_NAMES[nation]) for nation in term.nations)
    return Word(term, nations, [contents.terms[s] for s in term.see_also if s in contents.terms])
