"""The documents that a case can have. To add one, write its context and add its entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from readiness.reports.context import Paper, business_case, statement_of_need


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
KINDS = {kind.slug: kind for kind in (NEED, BUSINESS_CASE)}
