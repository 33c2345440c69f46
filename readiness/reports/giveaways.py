"""What a buyer would rather not say to a supplier: amounts, and words about what there is to spend.

The list of words is small and stands here, as it is one thing with the pattern that finds them. It
is for the eye of the person who looks: a word too many does no harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readiness.cases import reading
from readiness.cases.facts import Facts
from readiness.cases.fields import Text
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents
from readiness.reports.context.brief import ALLOWED
from readiness.reports.context.said import paragraphs

# A year is no amount: a bare number counts from 1000, but not from 1900 to 2099.
_AMOUNT = r"""
    [£￡$€] \s? (?: \d+ (?: [.,]\d+ )* (?: \s? (?: k | m | bn | thousand | million ) \b )? )?
    | \b (?: gbp | eur | usd ) \b (?: \s? \d+ (?: [.,]\d+ )* )?
    | \b \d+ (?: [.,]\d+ )* \s? (?: k | p | grand | quid | pounds? | pence | thousand | million ) \b
    | \b \d{1,3} (?: [\s,.’'] \d{3} )+ \b
    | \b (?! (?: 19 | 20 ) \d\d \b ) \d{4,} (?: \.\d\d )? \b
    | \b (?: pounds? | quid | pence | sterling | thousands? | million ) \b
"""
_WORD = r"""
    \b (?:
        budget \w* | ceiling | (?: price | upper ) \s limit | reserves | set \s aside
        | most \s (?: that \s )? we | (?: can | could | would | will | willing \s to ) \s (?: pay | spend )
        | spend \s up \s to | afford \w* | grants? | fund | funds | funded | funders? | funding
        | donations? | loans?
    ) \b
"""
_FOUND = re.compile(f"(?P<amount>{_AMOUNT})|(?P<word>{_WORD})", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True)
class Own:
    """A text that somebody of the organisation wrote, and where it is changed."""

    text: str
    step: str
    anchor: str  # the box on the step's page


@dataclass(frozen=True)
class Piece:
    """A part of a text; `kind` is “amount” or “word” where it gives something away."""

    text: str
    kind: str = ""


def pieces(text: str) -> list[Piece]:
    """The text in parts, which joined are the text."""
    found, end = [], 0
    for hit in _FOUND.finditer(text):
        found += [Piece(text[end : hit.start()]), Piece(hit[0], str(hit.lastgroup))]
        end = hit.end()
    return [piece for piece in (*found, Piece(text[end:])) if piece.text]


def own_texts(facts: Facts, contents: Contents) -> Iterator[Own]:
    """Every text of their own that a supplier would read, as it is printed: a paragraph, a cell."""
    for step in dict.fromkeys(step for step, _name in ALLOWED if facts.answered(step)):
        asked = STEPS[step].form.base_fields if STEPS[step].rows else STEPS[step].base_fields
        written = {name for name, question in asked.items() if isinstance(question, Text)}
        for part in reading.parts(step, facts.answers[step], contents):
            for line in part.lines:
                if line.name in written and (step, line.name) in ALLOWED:
                    yield from (Own(each, step, line.anchor) for each in paragraphs(line.answer))
