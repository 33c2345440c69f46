"""The need: the problem, how it is known, what will be better, and for whom."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.reports.context import asked
from readiness.reports.context.cover import in_a_row, involved
from readiness.reports.context.parts import Block, Column, Line, Section, Table, section, table
from readiness.reports.context.said import Said, paragraphs, still_open

STEPS = ("need", "need-evidence", "outcomes", "control", "inclusion", "involvement")


def need(said: Said) -> Section:
    """The section, from the first stage."""
    lines = said.lines
    blocks = [
        Block(
            _("The problem"),
            paragraphs=said.paragraphs("need", "problem"),
            lines=lines("need", "affected", "frequency"),
        ),
        Block(_("If nothing changes"), said.paragraphs("need", "if_nothing_changes")),
        Block(_("How we know"), lines=lines("need-evidence", "sources", "baseline", "confidence")),
        Block(_("What will be better, and how we will know"), table=outcomes(said)),
        Block(
            _("Choice and control"),
            lines=lines("control", "decides_now", "decides_after", "change", "how"),
        ),
        Block(
            _("Who might be left out"),
            lines=lines("inclusion", "at_risk", "barriers", "alternative", "alternative_detail"),
        ),
        Block(_("Who has been involved"), lines=tuple(by_involvement(said))),
        asked.in_the_need(said),
        asked.own_words(said),
    ]
    return section("need", _("The need"), blocks, still_open(said.facts, STEPS))


def outcomes(said: Said) -> Table | None:
    """What will be better, for whom and by when; None while there is no row."""
    columns = [
        Column(_("Outcome")),
        Column(_("For")),
        Column(_("Measure")),
        Column(_("Now")),
        Column(_("Target")),
        Column(_("By")),
    ]
    fields = ("outcome", "who_for", "measure", "now", "target", "by")
    rows = [[row.get(name) or _("not given") for name in fields] for row in said.rows("outcomes")]
    return table("", columns, rows)


def by_involvement(said: Said) -> Iterator[Line]:
    """The groups, by how far each has been involved."""
    labels = {
        "shaping": _("Helping to shape it"),
        "asked": _("Asked"),
        "answered": _("Asked, without names"),
        "told": _("Told, not asked"),
        "not-yet": _("Not yet involved"),
    }
    for how, groups in involved(said).items():
        if groups:
            yield Line(labels[how], paragraphs(in_a_row(groups)))
