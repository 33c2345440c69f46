"""The supplier brief: what suppliers are told and asked, and nothing that would weaken the buyer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.cases.facts import Facts, Row
from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Avenue
from readiness.reports.context import brief_terms
from readiness.reports.context.buying import ASSURED, PRIORITIES, served
from readiness.reports.context.cover import Cover, described, foot, organisation_of
from readiness.reports.context.edition import Edition
from readiness.reports.context.explained import undrawn_note
from readiness.reports.context.need import outcomes
from readiness.reports.context.paper import Paper
from readiness.reports.context.parts import Block, Column, Line, Section, section, table
from readiness.reports.context.said import Said, not_begun
from readiness.reports.cutting import cut

# All that a supplier may learn: a step and a field. What is not listed here cannot be printed.
ALLOWED = (
    ("organisation", "name"),
    ("organisation", "services"),
    ("organisation", "nation"),
    ("organisation", "people_supported"),
    ("organisation", "staff"),
    ("organisation", "volunteers"),
    ("organisation", "sites"),
    ("need", "problem"),
    ("need", "affected"),
    ("need", "frequency"),
    ("outcomes", "outcome"),
    ("outcomes", "who_for"),
    ("outcomes", "measure"),
    ("outcomes", "now"),
    ("outcomes", "target"),
    ("outcomes", "by"),
    ("inclusion", "at_risk"),
    ("avenues", "chosen"),
    ("requirements", "requirement"),
    ("requirements", "priority"),
    ("requirements", "outcome"),
    ("assurance", "dpia"),
    ("assurance", "data_security"),
    ("assurance", "clinical_safety"),
    ("assurance", "accessibility"),
    ("assurance", "offline"),
    ("assurance", "open_standards"),
    ("assurance", "data_export"),
    ("assurance", "exit_plan"),
)


@dataclass(frozen=True)
class BriefEdition(Edition):
    """A brief is a draft until its owner says that it is ready; `on` is then the day they said so."""

    reply_by: date | None = None
    ready: bool = False

    @property
    def mark(self) -> str:
        """“Draft, not to be sent” or “Ready to send”: it stands on every page."""
        return _("Ready to send") if self.ready else _("Draft, not to be sent")

    @property
    def filed_as(self) -> str:
        """“draft” or “ready”: the mark, in the name of a file."""
        return "ready" if self.ready else "draft"

    @property
    def standing(self) -> str:
        """What the mark means, in a sentence."""
        if self.ready:
            return _("Every supplier gets the same brief, and the same time to answer.")
        return _("This is a draft. Do not send it to a supplier yet.")

    @property
    def deadline(self) -> str:
        """“30 April 2028”, or that there is none yet."""
        return date_format(self.reply_by, "j F Y") if self.reply_by else _("No date yet")


def allowed(facts: Facts) -> Facts:
    """These facts without all that a supplier may not learn: no figures, and no step put off."""
    steps = {step: facts.answers[step] for step, _name in ALLOWED if facts.answered(step)}
    return Facts(
        answers={step: _allowed(step, kept) for step, kept in steps.items()}, today=facts.today
    )


def _allowed(step: str, kept: Row) -> dict[str, object]:
    names = {name for listed, name in ALLOWED if listed == step}
    if "rows" in kept:
        rows = [{n: v for n, v in row.items() if n in names} for row in kept["rows"]]
        return {"rows": rows}
    return {name: value for name, value in kept.items() if name in names}


def supplier_brief(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The supplier brief of these facts. Text of theirs is printed as it is: hostile until escaped.

    `undrawn` are the letters that no font of ours has.
    """
    brief = edition if isinstance(edition, BriefEdition) else _draft(edition)
    said = Said(allowed(facts), contents)
    organisation = organisation_of(said)
    return Paper(
        title=_("Supplier brief – {organisation}").format(organisation=cut(organisation, 120)),
        edition=brief,
        cover=_head(said, brief),
        sections=tuple(_sections(said, brief, undrawn)),
    )


def _draft(edition: Edition) -> BriefEdition:
    return BriefEdition(edition.reference, edition.on)


def _head(said: Said, edition: BriefEdition) -> Cover:
    organisation, kind = organisation_of(said), _("Supplier brief")
    return Cover(
        kind=kind,
        title=_("What we need, and what we ask of suppliers"),
        organisation=cut(organisation, 120),
        described=cut(described(said), 150),
        lines=(
            Line(_("Reply by"), (edition.deadline,)),
            Line(_("Reference"), (edition.reference,)),
            Line(edition.mark, (edition.date,)),
        ),
        standing=edition.standing,
        foot=foot(organisation, kind, edition),
    )


def _sections(said: Said, edition: BriefEdition, undrawn: Sequence[str]) -> Iterator[Section]:
    """What is not answered yet says so in a draft; suppliers are not told of it."""
    for slug, title, steps, blocks in (
        ("us", _("Who we are"), ("organisation",), [_us(said)]),
        ("problem", _("The need"), ("need",), [_need(said)]),
        ("outcomes", _("What must be better"), ("outcomes",), [Block(table=outcomes(said))]),
        ("requirements", _("What it must do"), ("requirements",), list(_requirements(said))),
        ("safe", _("Safe to use"), ("assurance",), _safe(said)),
        ("questions", _("Questions to answer"), ("avenues",), [_questions(said)]),
        ("judging", _("How we judge the answers"), (), [_judging()]),
        ("reply", _("How to reply"), (), [_reply(edition, undrawn)]),
        ("terms", _("Leaving, and our records"), (), list(_terms())),
    ):
        open_line = "" if edition.ready else not_begun(said.facts, steps)
        if any(blocks) or open_line:
            yield section(slug, title, blocks, open_line)


def _us(said: Said) -> Block:
    names = ("name", "services", "nation", "people_supported", "staff", "volunteers", "sites")
    return Block(lines=said.lines("organisation", *names))


def _need(said: Said) -> Block:
    lines = [
        *said.lines("need", "affected", "frequency"),
        *said.lines("inclusion", "at_risk"),
    ]
    return Block(paragraphs=said.paragraphs("need", "problem"), lines=tuple(lines))


def _requirements(said: Said) -> Iterator[Block]:
    """Each under its priority, with a number that an answer can name: M1, M2, S1."""
    columns = [Column(_("No.")), Column(_("Requirement")), Column(_("Outcome that it serves"))]
    wanted = [row.get("outcome", "") for row in said.facts.rows("outcomes")]
    titles = {
        "must": (_("Must: without it we do not buy"), "M"),
        "should": (_("Should: it matters, but we could wait for it"), "S"),
        "could": (_("Could: nice to have"), "C"),
    }
    for priority in PRIORITIES:
        title, letter = titles[priority]
        listed = [r for r in said.facts.rows("requirements") if r.get("priority") == priority]
        rows = [
            [f"{letter}{n}", row["requirement"], served(row.get("outcome"), wanted)]
            for n, row in enumerate(listed, start=1)
        ]
        yield Block(title, table=table("", columns, rows))


def _safe(said: Said) -> list[Block]:
    """What is known not to apply is not asked; what is not dealt with yet is, all the same."""
    given, proofs = said.facts.answers.get("assurance", {}), brief_terms.proofs()
    asked = [name for name in ASSURED if given.get(name) != "not-applicable"]
    nation = said("organisation", "nation")
    heading = _("Standards in {nation}").format(nation=nation) if nation else ""
    meet = _(
        "These are told here as care providers know them. Say which of them you meet, and which you"
        " help us meet. Send the proof, or say when it will be there."
    )
    named = tuple(_standards(said))
    return [
        Block(_("What to show us"), lines=tuple(proofs[name] for name in asked)),
        Block(heading, paragraphs=(meet,) if named else (), lines=named),
    ]


def _standards(said: Said) -> Iterator[Line]:
    """The standards of this nation that come with the avenues, each once."""
    nation = said.facts.text("organisation", "nation")
    listed = [each for avenue in chosen(said) for each in avenue.standards.get(nation, [])]
    first: dict[str, dict[str, str]] = {}
    for each in listed:
        first.setdefault(each["name"], each)
    for name, each in first.items():
        yield Line(name, (each["what_it_is"],))


def chosen(said: Said) -> Iterator[Avenue]:
    """The avenues that were chosen, as far as the content has them."""
    known = said.contents.avenues
    return (known[slug] for slug in said.facts.many("avenues", "chosen") if slug in known)


def _questions(said: Said) -> Block:
    """The questions that come with the avenues, each once, by number."""
    texts = dict.fromkeys(text for avenue in chosen(said) for text in avenue.supplier_questions)
    lines = tuple(Line(f"{n}.", (text,)) for n, text in enumerate(texts, start=1))
    intro = _("Every supplier must answer every one of these.")
    return Block(paragraphs=(intro,) if lines else (), lines=lines)


def _judging() -> Block:
    intro = _("We judge in this order. We give no points: one missing must is not outweighed.")
    return Block(paragraphs=(intro,), lines=brief_terms.judging())


def _reply(edition: BriefEdition, undrawn: Sequence[str]) -> Block:
    by = _("Reply by {date}, to the person who sent you this brief.").format(date=edition.deadline)
    text = by if edition.reply_by else _("There is no date yet by which to reply.")
    return Block(paragraphs=(text,), points=brief_terms.how_to_reply(), after=undrawn_note(undrawn))


def _terms() -> Iterator[Block]:
    intro = _("These must be in the contract. Say so if you cannot agree to one.")
    yield Block(paragraphs=(intro,))
    yield Block(_("Leaving"), points=brief_terms.exit_terms())
    yield Block(_("Our records"), points=brief_terms.data_terms())
