"""The glossary: every word, letter by letter, on two pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Term
from readiness.library import links
from readiness.library.avenue import NATION_NAMES
from readiness.library.links import Link


@dataclass(frozen=True)
class Word:
    """A term as it is printed: where it holds, if not everywhere, and the terms to look at too."""

    term: Term
    nations: str
    see_also: list[Link]


def half(contents: Contents, *, second: bool) -> dict[str, Any]:
    """All that one of the two pages prints: the words of its letters, and the way to every letter."""
    every = sorted({each.term[:1].upper() for each in contents.terms.values()})
    here = [letter for letter in every if (letter >= links.SECOND_PAGE) == second]
    terms = [each for each in contents.terms.values() if each.term[:1].upper() in here]
    title = _("The words, in plain English: {first} to {last}")
    return page(terms, contents) | {
        "title": title.format(first=here[0], last=here[-1]) if here else _("The words"),
        "index": [
            Link(letter, "" if letter in here else links.glossary_page(letter), anchor=f"#{letter}")
            for letter in every
        ],
    }


def page(terms: Iterable[Term], contents: Contents) -> dict[str, Any]:
    """All that a page of these terms prints."""
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
    others = [contents.terms[slug] for slug in term.see_also if slug in contents.terms]
    return Word(term, nations, links.to_each(others))
