"""One document, part by part, in finished words: what HTML, PDF and Word all print."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.reports.context.board import Box
from readiness.reports.context.cover import Cover
from readiness.reports.context.decision import Decision
from readiness.reports.context.edition import Edition
from readiness.reports.context.parts import Section


@dataclass(frozen=True)
class Paper:
    """`title` is what the document is called in a list of documents.

    A paper to decide on has its decision page and the board's box. A short one has neither, nor a
    list of its parts.
    """

    title: str
    edition: Edition
    cover: Cover
    sections: tuple[Section, ...]
    decision: Decision | None = None
    box: Box | None = None
    appendices: tuple[Section, ...] = ()

    @property
    def decision_title(self) -> str:
        """What stands above the decision page."""
        return _("The decision on one page")

    @property
    def listed_title(self) -> str:
        """What stands above the list of parts."""
        return _("In this paper")

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Anchor and title of each part, for the table of contents; of a short paper, none."""
        if self.decision is None:
            return ()
        parts = (*self.sections, *self.appendices)
        return (("decision", self.decision_title), *((each.slug, each.title) for each in parts))

    @property
    def link_labels(self) -> dict[str, str]:
        """What a link within the document says to those who hear it."""
        named = {slug: _("Go to {title}").format(title=title) for slug, title in self.listed}
        return {**named, "reasons": _("Go to the verdict, with every reason")}
