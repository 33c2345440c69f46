"""The box in which a board writes down what it decides, by hand or on a screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases.verdict import GET_READY, GO_AHEAD, NOT_NOW, UNKNOWN
from readiness.reports.context.edition import Edition
from readiness.reports.context.parts import Block, Line, Section, section
from readiness.reports.cutting import cut


@dataclass(frozen=True)
class Blank:
    """A line to write on after its label: short, middle or long. "" where there is none."""

    label: str
    length: str = ""


@dataclass(frozen=True)
class Box:
    """`choices` have a square to tick each; below them stand rows of blanks. Once a decision was
    recorded there are neither, and `said` is what was decided."""

    title: str
    choices: tuple[Blank, ...] = ()
    rows: tuple[tuple[Blank, ...], ...] = ()
    said: tuple[Line, ...] = ()


def box(verdict: str, decided: tuple[Line, ...] = ()) -> Box:
    """The box for a verdict, by its slug: each choice says what would be agreed."""
    if decided:
        return Box(_("The board’s decision"), said=tuple(map(_in_brief, decided)))
    choices = _choices()[verdict]
    conditions = ((Blank(_("Conditions"), "long"),),) if len(choices) == _ALL else ()
    signed = (
        Blank(_("Signed"), "middle"),
        Blank(_("Date"), "short"),
        Blank(_("Review on"), "short"),
    )
    return Box(_("The board’s decision"), choices, (*conditions, signed))


def decided(edition: Edition) -> Iterator[Section]:
    """What was decided, in full, where the box has no room for all of it."""
    if any(_in_brief(line).paragraphs != line.paragraphs for line in edition.decided):
        title = _("The board’s decision in full")
        yield section("decided", title, [Block(lines=edition.decided)])


def _in_brief(line: Line) -> Line:
    """As much as has room on the decision page."""
    return Line(line.label, (cut(" ".join(line.paragraphs), ROOM),))


ROOM = 240  # letters
_ALL = 4  # agreed, with conditions, put off, declined: as they are recorded later


def _choices() -> Mapping[str, tuple[Blank, ...]]:
    conditions, declined = Blank(_("Agreed with conditions")), Blank(_("Declined"))
    put_off = Blank(_("Put off until"), "short")
    first = Blank(_("Agreed: do the list first, and come back on"), "short")
    return {
        GO_AHEAD: (Blank(_("Agreed: ask suppliers")), conditions, put_off, declined),
        GET_READY: (first, conditions, put_off, declined),
        NOT_NOW: (
            Blank(_("Agreed: do not buy")),
            put_off,
            Blank(_("Buy all the same, because"), "long"),
        ),
        UNKNOWN: (Blank(_("Put off: come back on"), "short"), declined),
    }
