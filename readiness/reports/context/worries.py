"""Worries answered three ways: from elsewhere, from the case's own figures, and by what is promised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from readiness.cases import sentences
from readiness.cases.amounts import listed
from readiness.catalogue.models import Anxiety, Evidence
from readiness.reports.context.asked import beside_the_worries
from readiness.reports.context.parts import Block, Column, Line, Section, section, table
from readiness.reports.context.said import Said, still_open

NOT_HEARD, MILD, STRONG, BLOCKING = range(4)
SHOWN = 2  # findings on each side


def worries(said: Said) -> Section:
    """The section: the most serious first, what was not heard in one line."""
    rated = said.facts.answers.get("anxieties", {})
    blocks = [
        _worry(anxiety, rated[anxiety.slug], said)
        for level in (BLOCKING, STRONG)
        for anxiety in said.contents.anxieties.values()
        if rated.get(anxiety.slug) == level
    ]
    blocks.append(beside_the_worries(said))
    blocks.append(_mild(said, rated))
    blocks.append(Block(_("Other worries"), said.paragraphs("anxieties", "other")))
    blocks.append(_not_heard(said, rated))
    steps = [step for step in said.facts.unfinished if step.startswith("anxiety-")]
    open_line = still_open(said.facts, ("anxieties", *steps))
    return section("worries", _("Worries answered"), blocks, open_line)


def _worry(anxiety: Anxiety, level: int, said: Said) -> Block:
    figures = sentences.say("anxiety", anxiety.slug, said.facts, said.contents)
    lines = [
        Line(_("Heard"), (_heard(anxiety, level, said),)),
        Line(_("There is something in it"), tuple(_found(anxiety.against[:SHOWN], said))),
        Line(_("It need not be so"), tuple(_found(anxiety.supports[:SHOWN], said))),
        Line(_("Our own figures"), tuple(figures)),
        Line(_("What we will do"), _response(anxiety, said)),
    ]
    return Block(f"“{anxiety.worry}”", lines=tuple(line for line in lines if line.paragraphs))


def _heard(anxiety: Anxiety, level: int, said: Said) -> str:
    words = {
        STRONG: _("Strong: said often or with feeling"),
        BLOCKING: _("Blocking: it will not go ahead until this is answered"),
    }
    step = f"anxiety-{anxiety.slug}"
    who = said(step, "who") if step in said.facts.answers else ""
    return (
        _("{heard}. By: {who}.").format(heard=words[level], who=who) if who else words[level] + "."
    )


def _found(statements: Sequence[Mapping[str, Any]], said: Said) -> Iterator[str]:
    for statement in statements:
        sources = [_source(found) for found in said.contents.findings(statement["evidence"])]
        yield f"{statement['text']} ({'; '.join(sources)})" if sources else statement["text"]


def _source(found: Evidence) -> str:
    """“Government, 2023”: the kind of source and its year."""
    kind = str(Evidence.Independence(found.source_independence).label)
    return f"{kind}, {found.year}" if found.year else kind


def _response(anxiety: Anxiety, said: Said) -> tuple[str, ...]:
    step = f"anxiety-{anxiety.slug}"
    written = said.paragraphs(step, "response") if step in said.facts.answers else ()
    return written or (_("There is no answer yet."),)


def _mild(said: Said, rated: Mapping[str, Any]) -> Block:
    """One row for each: what others found, and what the case's own figures say of it."""
    columns = [
        Column(_("Worry")),
        Column(_("There is something in it")),
        Column(_("It need not be so")),
        Column(_("Our own figures")),
    ]
    rows = [
        [
            f"“{anxiety.worry}”",
            " ".join(_found(anxiety.against[:1], said)) or _("nothing yet"),
            " ".join(_found(anxiety.supports[:1], said)) or _("nothing yet"),
            _first(sentences.say("anxiety", anxiety.slug, said.facts, said.contents)),
        ]
        for anxiety in said.contents.anxieties.values()
        if rated.get(anxiety.slug) == MILD
    ]
    note = _("These were not said often or with feeling, so no answer to them was asked for.")
    listed_so = table("", columns, rows)
    return Block(_("Said once or twice"), table=listed_so, after=(note,) if rows else ())


def _first(figures: Sequence[str]) -> str:
    return figures[0] if figures else _("none yet")


def _not_heard(said: Said, rated: Mapping[str, Any]) -> Block:
    quiet = [
        f"“{anxiety.worry}”"
        for anxiety in said.contents.anxieties.values()
        if rated.get(anxiety.slug) == NOT_HEARD
    ]
    return Block(_("Not heard"), (f"{listed(quiet)}.".replace("?”.", "?”"),) if quiet else ())


def cited(said: Said) -> list[str]:
    """The slugs of the findings that these pages name, each once."""
    rated = said.facts.answers.get("anxieties", {})
    slugs = [
        slug
        for anxiety in said.contents.anxieties.values()
        for statement in _shown(anxiety, rated.get(anxiety.slug) or NOT_HEARD)
        for slug in statement["evidence"]
    ]
    return list(dict.fromkeys(slugs))


def _shown(anxiety: Anxiety, level: int) -> Sequence[Mapping[str, Any]]:
    """A mild worry has one on each side; a strong one has two."""
    shown = {NOT_HEARD: 0, MILD: 1}.get(level, SHOWN)
    return [*anxiety.against[:shown], *anxiety.supports[:shown]]
