"""The documents that a case can have. To add one, write its context and add its entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from readiness.reports.context import Paper, business_case, statement_of_need
from readiness.reports.context.brief import supplier_brief


@dataclass(frozen=True)
class Kind:
    """A kind of document. `slug` names it to commands and in stored rows, `path` in addresses.

    `paper` works out all that it prints; `template` puts that into HTML, in the style of `sheets`.
    `offered` are the formats that its page links to.
    """

    slug: str
    path: str
    name: str | Promise
    paper: Callable[..., Paper]
    template: str
    sheets: tuple[str, ...]
    offered: tuple[str, ...] = ("pdf", "docx", "csv", "json")


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
KINDS = {kind.slug: kind for kind in (NEED, BUSINESS_CASE)}
