"""Everything that a document prints, worked out before any template sees it.

The same values feed PDF, web page and Word. Nothing here reads the database or the clock.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from readiness.cases.facts import Facts
from readiness.cases.verdict import verdict
from readiness.catalogue.contents import Contents
from readiness.reports.context import appendices, explained
from readiness.reports.context.board import box, decided
from readiness.reports.context.buying import buying
from readiness.reports.context.cover import cover
from readiness.reports.context.decision import decision
from readiness.reports.context.edition import Edition
from readiness.reports.context.making import making
from readiness.reports.context.money import money
from readiness.reports.context.need import need
from readiness.reports.context.options import options
from readiness.reports.context.paper import Paper
from readiness.reports.context.ready import readiness
from readiness.reports.context.said import Said
from readiness.reports.context.statement import statement_of_need
from readiness.reports.context.worries import worries

__all__ = ["Edition", "Paper", "business_case", "statement_of_need"]


def business_case(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The business case of these facts. Text of theirs is printed as it is: hostile until escaped.

    `undrawn` are the letters that no font of ours has.
    """
    said, found = Said(facts, contents), verdict(facts, contents)
    front, boards = cover(said, edition), box(found.slug, edition.decided)
    return Paper(
        title=_("Business case: {title} – {organisation}").format(
            title=front.title, organisation=front.organisation
        ),
        edition=edition,
        cover=front,
        decision=decision(said, found, boards),
        box=boards,
        sections=(
            need(said),
            options(said),
            money(said),
            buying(said),
            making(said),
            worries(said),
            readiness(said, found),
            *decided(edition),
        ),
        appendices=(
            appendices.answers(said),
            appendices.assumptions(said),
            appendices.evidence(said),
            explained.method(undrawn),
            explained.words(),
        ),
    )
