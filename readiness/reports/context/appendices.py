"""The appendices that a case fills: answers as given, assumptions, and evidence with its sources."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from readiness.cases import reading, sentences
from readiness.cases.stages import STEPS, path
from readiness.cases.steps.step import RowsStep
from readiness.catalogue.models import Evidence
from readiness.reports.context.panels import sure_word
from readiness.reports.context.parts import Block, Column, Line, Section, Source, section, table
from readiness.reports.context.said import Said, paragraphs
from readiness.reports.context.worries import cited

PRIVATE = {("about-you", "email")}
ASSUMED = ("time", "cost-assumptions", "alternatives")
OF_EACH_SIDE = 3
WORDS_OF_OTHERS = ("change_description", "funding", "confidence")  # no assumptions


def answers(said: Said) -> Section:
    """Every answer as it was given, but for the address that mail goes to."""
    steps = [step for step in path(said.facts.answers) if said.facts.answers.get(step)]
    title = _("Answers: {step}")
    blocks = [
        Block(title.format(step=_name(step)), lines=tuple(_lines(step, said))) for step in steps
    ]
    empty = "" if blocks else _("No question is answered yet.")
    return section("answers", _("Appendix A: Answers as given"), blocks, empty, close=True)


def _name(step: str) -> str:
    """Within a heading: “the need”, yet “IT” and “E-mail” as they are."""
    name = str(STEPS[step].page.name)
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _lines(step: str, said: Said) -> Iterator[Line]:
    for part in said.parts(step):
        if part.title:
            yield Line(part.title, tuple(_in_row(part)))
        else:
            yield from (
                Line(line.label, paragraphs(line.answer))
                for line in part.lines
                if line.answer and (step, line.name) not in PRIVATE
            )
    asked = STEPS[step]
    if issubclass(asked, RowsStep) and asked.none and not said.parts(step):
        yield Line(str(asked.page.name), (str(asked.none),))
    if step in said.facts.later:
        yield Line(_("Put off"), (_("This step was put off, to be finished later."),))


def _in_row(part: reading.Part) -> Iterator[str]:
    yield " · ".join(f"{line.label}: {line.answer}" for line in part.lines if line.answer)


def assumptions(said: Said) -> Section:
    """The numbers behind the figures, each with how sure it is."""
    sure = {(n.step, n.name): n.sure for n in sentences.weakest_numbers(said.facts)}
    rows = [
        [line.label, line.answer, sure_word(sure.get((step, line.label), "given"))]
        for step in ASSUMED
        for line in said.parts(step)[0].lines
        if line.answer and line.name not in WORDS_OF_OTHERS
    ]
    columns = [Column(_("Assumption")), Column(_("Value"), True), Column(_("How sure"))]
    blocks = [Block(table=table(_("What the figures rest on"), columns, rows))]
    empty = "" if rows else _("No numbers are given yet.")
    return section("assumptions", _("Appendix B: Assumptions"), blocks, empty)


def evidence(said: Said) -> Section:
    """What others found, under headings: behind the worries, then on each avenue from all sides."""
    groups = [Block(title, sources=tuple(map(_source, found))) for title, found in _used(said)]
    shown = [group for group in groups if group]
    intro = _(
        "What others found that bears on this case, for and against, each with how independent its"
        " source is."
    )
    empty = _("There is none to show until a way forward is chosen or a worry is heard.")
    return section(
        "evidence",
        _("Appendix C: Evidence and sources"),
        [Block(paragraphs=(intro,)), *shown] if shown else [],
        "" if shown else empty,
    )


def _used(said: Said) -> Iterator[tuple[str, Sequence[Evidence]]]:
    used = cited(said)
    yield _("Behind the answers to worries"), said.contents.findings(used)
    for slug in said.facts.many("avenues", "chosen"):
        avenue = said.contents.avenues.get(slug)
        if avenue:
            rest = [each for each in avenue.evidence if each not in used]
            chosen = _from_all_sides(said.contents.findings(rest))
            used += [each.slug for each in chosen]
            yield avenue.name, chosen


def _from_all_sides(findings: Sequence[Evidence]) -> list[Evidence]:
    """A few for, a few against and a few that depend, in the order of the catalogue."""
    return [
        found
        for stance in (
            Evidence.Stance.SUPPORTS,
            Evidence.Stance.AGAINST,
            Evidence.Stance.CONDITIONAL,
        )
        for found in [each for each in findings if each.stance == stance][:OF_EACH_SIDE]
    ]


def _source(found: Evidence) -> Source:
    independence = str(Evidence.Independence(found.source_independence).label)
    stance = str(Evidence.Stance(found.stance).label)
    year = _("{year}").format(year=found.year) if found.year else _("no date given")
    return Source(
        claim=found.claim,
        how=f"{stance}. {independence}.",
        source=f"{found.publisher}, {year}: {found.source_title}",
        link=found.url,
    )
