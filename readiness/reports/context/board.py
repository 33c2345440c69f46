"""The box in which a board writes down what it decides, by hand or on a screen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Blank:
    """A line to write on after its label: short, middle or long. "" where there is none."""

    label: str
    length: str = ""


@dataclass(frozen=True)
class Box:
    """`choices` have a square to tick each; below them stand rows of blanks."""

    title: str
    choices: tuple[Blank, ...]
    rows: tuple[tuple[Blank, ...], ...]


def box() -> Box:
    """The same box on every business case."""
    return Box(
        title=_("The board’s decision"),
        choices=(
            Blank(_("Agreed")),
            Blank(_("Agreed with conditions")),
            Blank(_("Put off until"), "short"),
            Blank(_("Declined")),
        ),
        rows=(
            (Blank(_("Conditions"), "long"),),
            (
                Blank(_("Signed"), "middle"),
                Blank(_("Date"), "short"),
                Blank(_("Review on"), "short"),
            ),
        ),
    )
