"""The documents that a case can have. To add one, write its context and add its entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from readiness.reports.benefits_figures import benefits_figures
from readiness.reports.context import Paper, business_case, statement_of_need
from readiness.reports.context.benefits import benefits_review
from readiness.reports.context.brief import supplier_brief
from readiness.reports.context.not_now import not_now_note
from readiness.reports.context.roll_out import roll_out_on_a_page, roll_out_plan
from readiness.reports.figures_file import FiguresFile, case_figures


@dataclass(frozen=True)
class Kind:
    """A kind of document. `slug` names it to commands and in stored rows, `path` in addresses.

    `paper` works out all that it prints; `template` puts that into HTML, in the style of `sheets`.
    Where `stage` names one, a step of that stage must be answered first. Where it is for the `ended`,
    the verdict or the board must have said no, or not now. `figures` gives those of its files.
    `offered` are the formats that its page links to. `other` is the slug of the same in another
    length, and `length` what a link to this one says.
    """

    slug: str
    path: str
    name: str | Promise
    paper: Callable[..., Paper]
    template: str
    sheets: tuple[str, ...]
    stage: str = ""
    ended: bool = False
    figures: Callable[..., FiguresFile] = case_figures
    offered: tuple[str, ...] = ("pdf", "docx", "csv", "json")
    other: str = ""
    length: str | Promise = ""

    def has(self, form: str) -> bool:
        """Whether it is made in this format: dates for a calendar are in some alone."""
        return form != "ics" or form in self.offered


BUSINESS_CASE = Kind(
    slug="business-case",
    path="business-case",
    name=_("Business case"),
    paper=business_case,
    template="reports/parts/paper.html",
    sheets=("report.css",),
)
NEED = Kind(
    slug="need",  # in addresses “need” is the step of this name
    path="statement-of-need",
    name=_("Statement of need"),
    paper=statement_of_need,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-need.css"),
)
# Made of the answers as they are, and never of a version: whether it may go is settled on its page.
SUPPLIER_BRIEF = Kind(
    slug="supplier-brief",
    path="supplier-brief",
    name=_("Supplier brief"),
    paper=supplier_brief,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-brief.css"),
)
# The roll-out plan comes in two lengths; whoever does not want a rigid project reads the short one.
ROLL_OUT_SHORT = Kind(
    slug="roll-out-short",
    path="roll-out-on-one-page",
    name=_("Roll-out plan on one page"),
    paper=roll_out_on_a_page,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-plan.css"),
    stage="roll-out",
    offered=("pdf", "docx", "ics"),
    other="roll-out",
    length=_("Read it on one page"),
)
ROLL_OUT = Kind(
    slug="roll-out",
    path="roll-out-plan",
    name=_("Roll-out plan in full"),
    paper=roll_out_plan,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-plan.css"),
    stage="roll-out",
    offered=("pdf", "docx", "ics"),
    other="roll-out-short",
    length=_("Read the full plan, of two to four pages"),
)
# What is made of a case that ends there: a result to be proud of, on one page.
NOT_NOW = Kind(
    slug="not-now",
    path="not-now-note",
    name=_("Note on “not this, or not now”"),
    paper=not_now_note,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-not-now.css"),
    ended=True,
    offered=("pdf", "docx"),
)
# Made of a review and of what was promised, and never of a version alone.
BENEFITS = Kind(
    slug="benefits",
    path="benefits-review",
    name=_("Benefits review"),
    paper=benefits_review,
    template="reports/parts/statement.html",
    sheets=("report.css", "report-benefits.css"),
    figures=benefits_figures,
)
KINDS = {kind.slug: kind for kind in (NEED, BUSINESS_CASE, ROLL_OUT_SHORT, ROLL_OUT, NOT_NOW)}
