"""Everything that the business case prints, worked out before any template sees it.

The same values feed the PDF and the web page. Nothing here reads the database or the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases.facts import Facts
from readiness.cases.verdict import verdict
from readiness.catalogue.contents import Contents
from readiness.reports.context import appendices
from readiness.reports.context.appendices import Source
from readiness.reports.context.cover import Cover, cover
from readiness.reports.context.decision import Decision, decision
from readiness.reports.context.edition import Edition
from readiness.reports.context.making import buying, making
from readiness.reports.context.money import money
from readiness.reports.context.need import need
from readiness.reports.context.options import options
from readiness.reports.context.parts import Section
from readiness.reports.context.ready import readiness
from readiness.reports.context.said import Said
from readiness.reports.context.worries import worries

__all__ = ["BusinessCase", "Edition", "business_case"]


@dataclass(frozen=True)
class BusinessCase:
    """A business case, page by page. `undrawn` are the letters that no font of ours has."""

    edition: Edition
    cover: Cover
    decision: Decision
    sections: tuple[Section, ...]
    answers: Section
    assumptions: Section
    evidence: tuple[tuple[str, tuple[Source, ...]], ...]
    undrawn: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the document is called in a list of documents."""
        return _("Business case: {title} – {organisation}").format(
            title=self.cover.title, organisation=self.cover.organisation
        )

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Anchor and title of each part, for the table of contents."""
        return (
            ("decision", _("The decision on one page")),
            *((each.slug, each.title) for each in self.sections),
            (self.answers.slug, self.answers.title),
            (self.assumptions.slug, self.assumptions.title),
            ("evidence", _("Appendix C: Evidence and sources")),
            ("method", _("Appendix D: How the figures are worked out")),
            ("words", _("Appendix E: The words we use")),
        )

    @property
    def link_labels(self) -> dict[str, str]:
        """What a link within the document says to those who hear it."""
        named = {slug: _("Go to {title}").format(title=title) for slug, title in self.listed}
        return {**named, "reasons": _("Go to the verdict, with every reason")}


def business_case(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> BusinessCase:
    """The business case of these facts. Text of theirs is printed as it is: hostile until escaped."""
    said, found = Said(facts, contents), verdict(facts, contents)
    return BusinessCase(
        edition=edition,
        cover=cover(said, edition),
        decision=decision(said, found),
        sections=(
            need(said),
            options(said),
            money(said),
            buying(said),
            making(said),
            worries(said),
            readiness(said, found),
        ),
        answers=appendices.answers(said),
        assumptions=appendices.assumptions(said),
        evidence=appendices.evidence(said),
        undrawn=tuple(undrawn),
    )
