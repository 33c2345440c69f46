"""The roll-out plan: who does what, what changes for whom, and how anybody will know.

It comes in two lengths of the same answers. The short form is always one page, for those who do
not want a rigid project.
"""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases import amounts, checks
from readiness.cases.facts import Facts
from readiness.cases.stages import STAGES
from readiness.catalogue.contents import Contents
from readiness.reports.charts import timeline
from readiness.reports.context.cover import (
    Cover,
    avenues_of,
    described,
    foot,
    organisation_of,
)
from readiness.reports.context.edition import Edition
from readiness.reports.context.explained import undrawn_note
from readiness.reports.context.making import learning, tracked
from readiness.reports.context.paper import Paper
from readiness.reports.context.parts import Block, Line, Section, section
from readiness.reports.context.plan_dates import (
    dates_table,
    left_out,
    planned,
    short_table,
    told,
)
from readiness.reports.context.said import Said, not_begun
from readiness.reports.cutting import cut

STAGE = next(stage for stage in STAGES if stage.slug == "roll-out")
STEPS = tuple(step.page.slug for step in STAGE.steps)
CHANGES = ("staff_change", "volunteer_change", "people_change")
# What the costs call it when somebody covers a shift, or teaches.
_COVER = re.compile(r"\b(back-?fill|agency|bank staff|cover|training|trainers?)\b", re.IGNORECASE)
# How much of an answer the short form has room for, in ordinary letters.
ROOM = {"sponsor": 75, "champions": 75, "volunteer_change": 100, "learning": 150}
USUAL = 160


def roll_out_plan(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The whole plan. Text of the facts is printed as it is: hostile until escaped.

    `undrawn` are the letters that no font of ours has.
    """
    said = Said(facts, contents)
    return _paper(said, edition, _("Roll-out plan"), _full(said, undrawn))


def roll_out_on_a_page(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The plan on one page whatever the answers: long ones are cut. As `roll_out_plan`."""
    said = Said(facts, contents)
    return _paper(said, edition, _("Roll-out plan on one page"), _short(said, undrawn))


def _paper(said: Said, edition: Edition, kind: str, sections: Iterator[Section]) -> Paper:
    organisation = organisation_of(said)
    title = said("avenues", "title") or avenues_of(said) or str(STAGE.question)
    lines = (Line(_("Reference"), (edition.reference,)), Line(edition.mark, (edition.date,)))
    head = Cover(
        kind=kind,
        title=cut(title, 66),
        organisation=cut(organisation, 84),
        described=cut(described(said), 84),
        lines=lines,
        standing=edition.standing,
        foot=foot(organisation, _("Roll-out plan"), edition),
    )
    return Paper(
        title=_("{kind} – {organisation}").format(kind=kind, organisation=head.organisation),
        edition=edition,
        cover=head,
        sections=tuple(sections),
    )


def _full(said: Said, undrawn: Sequence[str]) -> Iterator[Section]:
    """What is not answered yet says so in its own place."""
    found = planned(said)
    dates = Block(
        lines=said.lines("plan", "style", "start"),
        chart=timeline([one.moment for one in found], told(found)),
        table=dates_table(found),
    )
    stop = Block(paragraphs=said.paragraphs("plan", "stop_rule"))
    for slug, title, steps, blocks in (
        ("lead", _name(said, "not-an-it-project"), STEPS[:1], [_lead(said)]),
        ("people", _name(said, "different-approach-and-skills"), STEPS[:1], _people(said)),
        ("dates", _("What happens when"), STEPS[1:3], [dates]),
        (
            "listening",
            _("How we listen"),
            STEPS[1:2],
            [Block(lines=said.lines("plan", "feedback"))],
        ),
        ("stop", _("What would make us stop"), STEPS[1:2], [stop]),
        ("tracking", _("How we will know that it works"), STEPS[3:], [Block(table=tracked(said))]),
        ("again", _("Worth another look"), (), [_again(said), Block(after=undrawn_note(undrawn))]),
    ):
        made = section(slug, title, blocks, not_begun(said.facts, steps))
        if made.blocks or made.open:
            yield made


def _name(said: Said, principle: str) -> str:
    """The principle by its name."""
    return said.contents.principles[principle].name


def _statement(said: Said, principle: str) -> tuple[str, ...]:
    return (said.contents.principles[principle].statement,)


def _lead(said: Said) -> Block:
    lines = said.lines("people-change", "sponsor", "champions")
    return Block(paragraphs=_statement(said, "not-an-it-project"), lines=lines)


def _people(said: Said) -> list[Block]:
    """What changes for each, then how they learn it, who covers the shift, and who helps."""
    changes = Block(
        paragraphs=_statement(said, "different-approach-and-skills"),
        lines=said.lines("people-change", *CHANGES),
    )
    lines = [Line(_("Learning it"), tuple(learning(said)) or (_not_settled(),))]
    lines += [Line(_("Who covers the shift"), (_cover(said),))]
    lines += said.lines("people-change", "support")
    return [changes, Block(_("Learning it, and help"), lines=tuple(lines))]


def _not_settled() -> str:
    return _("How long it takes to learn is not settled yet.")


def _cover(said: Said) -> str:
    """Who covers the shift, as far as the costs say so."""
    named = [row["label"] for row in said.rows("costs") if _COVER.search(row.get("label", ""))]
    if named:
        labels = amounts.listed([f"“{label}”" for label in named])
        return _("In the costs there is: {labels}.").format(labels=labels)
    hours = said.facts.number("cost-assumptions", "training_hours")
    people = said.facts.number("time", "staff_using")
    if hours and people:
        return _(
            "The costs pay for {hours} away from the work. They do not say who covers. Put a name to each shift first."
        ).format(hours=amounts.hours(hours * people))
    return _("Not settled yet. Put a name to each shift before anybody is asked to learn.")


def _again(said: Said) -> Block:
    """What does not fit together in these steps, such as dates out of order."""
    points = tuple(
        f"{each.title}: {each.about}. {each.what}" if each.about else f"{each.title}. {each.what}"
        for each in checks.findings(said.facts, said.contents)
        if each.step in STEPS
    )
    return Block(points=points)


def _short(said: Said, undrawn: Sequence[str]) -> Iterator[Section]:
    """The same on one page: no answer is longer than its room."""
    found, facts = planned(said), said.facts
    again = len(_again(said).points)
    who = [*_cut(said, "people-change", "sponsor", "champions"), *_cut(said, "plan", "style")]
    learnt = " ".join(list(learning(said))[:1]) or _not_settled()
    changes = [
        *_cut(said, "people-change", *CHANGES),
        Line(_("Learning it"), (cut(learnt, ROOM["learning"]),)),
        Line(_("Who covers the shift"), (cut(_cover(said), ROOM["learning"]),)),
        *_cut(said, "people-change", "support"),
    ]
    notes = (left_out(found), _look_again(again), *undrawn_note(undrawn))
    after = cut(" ".join(text for text in notes if text), 2 * USUAL)
    yield section(
        "lead",
        _("Who leads it, and how we start"),
        [Block(lines=tuple(who))],
        not_begun(facts, STEPS),
    )
    yield section("people", _("What changes"), [Block(lines=tuple(changes))])
    dates = Block(table=short_table(found), after=(after,) if after else ())
    if dates:
        yield section("dates", _("What happens when"), [dates])
    listening = _cut(said, "plan", "feedback", "stop_rule")
    if listening:
        title = _("How we listen, and what would make us stop")
        yield section("listening", title, [Block(lines=tuple(listening))])


def _look_again(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{n} thing is worth another look: see the full plan.",
        "{n} things are worth another look: see the full plan.",
        count,
    ).format(n=count)


def _cut(said: Said, step: str, *names: str) -> list[Line]:
    """These answers, each in one paragraph of its room."""
    return [
        Line(line.label, (cut(" ".join(line.paragraphs), ROOM.get(name, USUAL)),))
        for name in names
        for line in said.lines(step, name)
    ]
