"""Readiness and next actions: the verdict in full, where we are, and what to do next."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from readiness.cases import checks, sentences
from readiness.cases.stages import STEPS
from readiness.cases.steps.choices import LEVELS
from readiness.cases.verdict import Verdict
from readiness.catalogue.models import Dimension
from readiness.reports import charts
from readiness.reports.context.parts import Block, Column, Line, Section, Table, section, table
from readiness.reports.context.said import Said, still_open

READINESS = tuple(step for step in STEPS if step.startswith("readiness-"))


def readiness(said: Said, verdict: Verdict) -> Section:
    """The section; it is where the decision page sends those who want every reason."""
    found = checks.findings(said.facts, said.contents)
    blocks = [
        Block(
            _("The verdict, with every reason"),
            paragraphs=(f"{verdict.title}. {verdict.body} {verdict.next}",),
            points=tuple(reason.text for reason in verdict.reasons if not reason.doubt),
            anchor="reasons",
        ),
        Block(
            _("What could overturn it"),
            points=tuple(reason.text for reason in verdict.reasons if reason.doubt),
        ),
        _where_we_are(said),
        Block(_("What to do next, where it is not good enough yet"), table=_next(said)),
        Block(_("Still to settle before the board decides"), lines=_found(found, "stop", "warn")),
        Block(_("Worth knowing"), lines=_found(found, "note")),
    ]
    title = _("Readiness and next actions")
    return section("readiness", title, blocks, still_open(said.facts, READINESS))


def _where_we_are(said: Said) -> Block:
    """Each side by itself, in words, as a chart and in a table: no total and no score."""
    steps = [step for step in READINESS if said.facts.answers.get(step)]
    finding = " ".join(_finding(steps, said))
    return Block(
        _("Where we are"),
        paragraphs=(finding,) if steps else (),
        chart=_chart(steps, said, finding) if steps else None,
        table=_where(steps, said),
    )


def _finding(steps: Sequence[str], said: Said) -> Iterator[str]:
    for answer, text in (
        ("yes", _("Good enough for this: {sides}.")),
        ("no", _("Not good enough yet: {sides}.")),
        ("", _("Not said yet: {sides}.")),
    ):
        names = [
            _dimension(step, said).name
            for step in steps
            if said.facts.text(step, "good_enough") == answer
        ]
        if names:
            yield text.format(sides="; ".join(names))


def _chart(steps: Sequence[str], said: Said, finding: str) -> charts.Chart:
    words = {"yes": _("Good enough"), "no": _("Not yet"), "": _("Not said yet")}
    sides = []
    for step in steps:
        answer = said.facts.text(step, "good_enough")
        levels = tuple(level for _name, level in _levels(step, said))
        sides.append(
            charts.Side(
                _dimension(step, said).name, levels, words[answer], is_enough=answer == "yes"
            )
        )
    return charts.readiness(sides, [str(choice.label) for choice in LEVELS], finding)


def _where(steps: Sequence[str], said: Said) -> Table | None:
    columns = [
        Column(_("Side of readiness")),
        Column(_("Where we are")),
        Column(_("Good enough for this?")),
    ]
    return table("", columns, [_side(step, said) for step in steps])


def _dimension(step: str, said: Said) -> Dimension:
    return said.contents.dimensions[step.removeprefix("readiness-")]


def _side(step: str, said: Said) -> Sequence[str]:
    words = {"yes": _("Yes"), "no": _("Not yet"), "": _("Not said yet")}
    answer, note = words[said.facts.text(step, "good_enough")], said(step, "note")
    named = {choice.value: str(choice.label).lower() for choice in LEVELS}
    return [
        _dimension(step, said).name,
        ", ".join(f"{name} ({named[level]})" for name, level in _levels(step, said)),
        f"{answer}. {note}" if note else answer,
    ]


def _levels(step: str, said: Said) -> Iterator[tuple[str, int]]:
    """Each statement that was answered, by its name, with its level."""
    for name, statement in zip(("s1", "s2", "s3"), _dimension(step, said).statements, strict=True):
        level = said.facts.get(step, name)
        if isinstance(level, int):
            yield statement["name"], level


def _next(said: Said) -> Table | None:
    columns = [
        Column(_("Side")),
        Column(_("Next action")),
        Column(_("Why")),
        Column(_("Effort")),
        Column(_("Who")),
    ]
    actions = sentences.next_actions(said.facts, said.contents)
    rows = [[a.dimension, a.action, a.why, a.effort, a.who] for a in actions]
    return table("", columns, rows)


def _found(found: Sequence[checks.Finding], *severities: str) -> tuple[Line, ...]:
    return tuple(
        Line(
            f"{finding.title}: {finding.about}" if finding.about else finding.title,
            (f"{finding.why} {finding.what}",),
        )
        for finding in found
        if finding.severity in severities
    )
