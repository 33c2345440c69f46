"""Readiness and next actions: the verdict in full, where we are, and what to do next."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from readiness.cases import checks, sentences
from readiness.cases.stages import STEPS
from readiness.cases.steps.choices import LEVELS
from readiness.cases.verdict import Verdict
from readiness.catalogue.models import Dimension
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
            points=tuple(reason.text for reason in verdict.reasons),
            anchor="reasons",
        ),
        Block(_("Where we are"), table=_where(said)),
        Block(_("What to do next, where it is not good enough yet"), table=_next(said)),
        Block(_("What a careful reader would ask"), lines=_found(found, "stop", "warn")),
        Block(_("Worth knowing"), lines=_found(found, "note")),
    ]
    title = _("Readiness and next actions")
    return section("readiness", title, blocks, still_open(said.facts, READINESS))


def _where(said: Said) -> Table | None:
    """No total and no score: each side by itself."""
    columns = [
        Column(_("Side of readiness")),
        Column(_("Where we are")),
        Column(_("Good enough for this?")),
    ]
    steps = [step for step in READINESS if said.facts.answers.get(step)]
    return table("", columns, [_side(step, said) for step in steps])


def _side(step: str, said: Said) -> Sequence[str]:
    dimension = said.contents.dimensions[step.removeprefix("readiness-")]
    words = {"yes": _("Yes"), "no": _("Not yet"), "": _("Not said yet")}
    answer, note = words[said.facts.text(step, "good_enough")], said(step, "note")
    return [
        dimension.name,
        ", ".join(_levels(step, dimension, said)),
        f"{answer}. {note}" if note else answer,
    ]


def _levels(step: str, dimension: Dimension, said: Said) -> Iterator[str]:
    words = {choice.value: str(choice.label).lower() for choice in LEVELS}
    for name, statement in zip(("s1", "s2", "s3"), dimension.statements, strict=True):
        level = said.facts.get(step, name)
        if isinstance(level, int):
            yield f"{statement['name']} ({words[level]})"


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
