"""The statement of need: what exactly the need is, on a page or two, from the steps of stage 1."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from readiness.cases import checks
from readiness.cases.facts import Facts
from readiness.cases.stages import STAGES
from readiness.catalogue.contents import Contents
from readiness.reports.context import asked
from readiness.reports.context.cover import Cover, described, foot, organisation_of, written_by
from readiness.reports.context.edition import Edition
from readiness.reports.context.explained import undrawn_note
from readiness.reports.context.need import by_involvement, outcomes
from readiness.reports.context.paper import Paper
from readiness.reports.context.parts import Block, Line, Section, section
from readiness.reports.context.said import Said, names, still_open
from readiness.reports.cutting import cut

STEPS = tuple(step.page.slug for step in STAGES[0].steps)
ONE_BREATH, LONG_SENTENCE = 240, 330  # letters
# Checks of stage 1 whose words are about money, which a statement of need does not speak of.
OF_MONEY = {"outcomes-must-carry-it", "rare-problem", "finance-not-involved"}


def statement_of_need(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The statement of need of these facts. Text of theirs is printed as it is: hostile until escaped.

    `undrawn` are the letters that no font of ours has.
    """
    said = Said(facts, contents)
    front = _head(said, edition)
    return Paper(
        title=_("Statement of need – {organisation}").format(organisation=front.organisation),
        edition=edition,
        cover=front,
        sections=tuple(_sections(said, undrawn)),
    )


def _head(said: Said, edition: Edition) -> Cover:
    organisation, kind = organisation_of(said), _("Statement of need")
    lines = [Line(_("Reference"), (edition.reference,)), Line(edition.mark, (edition.date,))]
    if who := written_by(said):
        lines.insert(0, Line(_("Written by"), (cut(who, 120),)))
    return Cover(
        kind=kind,
        title=_("What exactly is the need?"),
        organisation=cut(organisation, 120),
        described=cut(described(said), 150),
        lines=tuple(lines),
        standing=edition.standing,
        foot=foot(organisation, kind, edition),
    )


def _sections(said: Said, undrawn: Sequence[str]) -> Iterator[Section]:
    """What is put off or not begun says so in its own place."""
    facts = said.facts
    for slug, title, steps, block in (
        ("breath", _("The need in one breath"), ("need",), _in_one_breath(said)),
        ("problem", _("The problem in full"), (), _in_full(said)),
        ("waiting", _("What happens if nothing changes"), (), _waiting(said)),
        ("evidence", _("How we know"), ("need-evidence",), _evidence(said)),
        ("outcomes", _("What will be better"), ("outcomes",), Block(table=outcomes(said))),
        ("control", _("Who decides"), ("control",), _control(said)),
        ("inclusion", _("Who might be left out"), ("inclusion",), _inclusion(said)),
        ("involvement", _("Who has been involved"), ("involvement",), _involvement(said)),
        ("heard", _("What people said when they were asked"), (), _heard(said)),
        ("unknown", _("What is not known yet"), (), _not_known(said)),
        ("next", _("What comes next"), (), _next(facts, undrawn)),
    ):
        open_line = still_open(facts, steps)
        if block or open_line:
            yield section(slug, title, [block], open_line)


def _in_one_breath(said: Said) -> Block:
    problem = _breath(said("need", "problem"))
    lines = said.lines("need", "affected", "frequency")
    return Block(paragraphs=(problem,) if problem else (), lines=lines)


def _breath(whole: str) -> str:
    """The first sentence or two; a long one is not broken off where it would fit."""
    short = cut(whole, ONE_BREATH)
    return cut(whole, LONG_SENTENCE) if short.endswith("…") else short


def _in_full(said: Said) -> Block:
    """Nothing where all of it was said in one breath."""
    whole = said("need", "problem")
    said_already = _breath(whole) == " ".join(whole.split())
    return Block(paragraphs=() if said_already else said.paragraphs("need", "problem"))


def _waiting(said: Said) -> Block:
    return Block(paragraphs=said.paragraphs("need", "if_nothing_changes"))


def _evidence(said: Said) -> Block:
    return Block(lines=said.lines("need-evidence", "baseline", "confidence", "sources"))


def _control(said: Said) -> Block:
    return Block(lines=said.lines("control", "decides_now", "decides_after", "change", "how"))


def _inclusion(said: Said) -> Block:
    names = ("at_risk", "barriers", "alternative", "alternative_detail")
    return Block(lines=said.lines("inclusion", *names))


def _involvement(said: Said) -> Block:
    return Block(lines=tuple(by_involvement(said)))


def _heard(said: Said) -> Block:
    """Their own words are in the business case."""
    return replace(asked.in_the_need(said), title="")


def _not_known(said: Said) -> Block:
    """What a careful reader would ask of this stage, the most serious first."""
    found = [
        each
        for each in checks.findings(said.facts, said.contents)
        if each.step in STEPS and each.slug not in OF_MONEY
    ]
    points = tuple(
        f"{each.title}: {each.about}. {each.what}" if each.about else f"{each.title}. {each.what}"
        for each in found
    )
    return Block(points=points)


def _next(facts: Facts, undrawn: Sequence[str]) -> Block:
    waiting = [step for step in STEPS if step in facts.unfinished]
    later = _(
        "Then comes the business case: what could meet the need, with technology and without, what"
        " each would cost, and whether it is worth it."
    )
    if waiting:
        first = _("First the need itself: {steps}.").format(steps=names(waiting))
    else:
        first = _("Agree on this need with those who feel it, before anybody looks at products.")
    return Block(paragraphs=(f"{first} {later}",), after=undrawn_note(undrawn))
