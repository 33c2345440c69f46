"""The documents as bytes and as pages: the one door for views, commands and the admin."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from readiness.cases import versions
from readiness.cases.answers import Answers
from readiness.cases.facts import Facts
from readiness.cases.models import Case, Version
from readiness.cases.models import Edition as SentEdition
from readiness.catalogue.contents import contents
from readiness.reports import letters, pdf
from readiness.reports.context import BusinessCase, Edition, business_case

Source = Case | Version
BUSINESS_CASE = "business-case"


def business_case_pdf(source: Source, today: date) -> bytes:
    """The business case as PDF: of a version as it was sent, of a case as it stands.

    Raises pdf.RenderFailed, whose text is for the person who waits.
    """
    return draw(*facts_and_edition(source, today))


def business_case_pdf_of(edition: SentEdition) -> bytes:
    """The business case of one edition as PDF, the same whenever it is made. Raises pdf.RenderFailed."""
    return draw(versions.facts_of(edition.version), _edition(edition))


def draw(facts: Facts, edition: Edition) -> bytes:
    """The business case of these facts as PDF. Raises pdf.RenderFailed."""
    printable, undrawn = _drawable(facts)
    paper = business_case(
        printable, contents=contents(), edition=edition, undrawn=[_named(each) for each in undrawn]
    )
    return pdf.render(standalone(paper), link_labels=paper.link_labels)


def business_case_html(source: Source, today: date) -> str:
    """The same document as one HTML page that needs no other file."""
    return standalone(paper_of(source, today))


def paper_of(source: Source, today: date) -> BusinessCase:
    """What the business case prints, for a page of the web."""
    facts, edition = facts_and_edition(source, today)
    return business_case(facts, contents=contents(), edition=edition)


def newest(case: Case) -> Source:
    """What a person means by “the business case”: the version last sent, or the draft if answers
    have changed since."""
    version = versions.newest_of(case)
    if version and version.snapshot["answers"] == Answers.of(case).applying:
        return version
    return case


def facts_and_edition(source: Source, today: date) -> tuple[Facts, Edition]:
    """What a case says now, or what it said when a version of it was sent."""
    if isinstance(source, Version):
        return versions.facts_of(source), _edition(newest_edition(source))
    version = versions.newest_of(source)
    after = version.number if version else None
    return Answers.of(source).facts(today), Edition(source.reference, today, after=after)


def newest_edition(version: Version) -> SentEdition:
    """The edition that was made last."""
    return version.editions.order_by("-made_at")[0]


def _edition(edition: SentEdition) -> Edition:
    version = edition.version
    return Edition(
        version.case.reference,
        timezone.localdate(edition.made_at),
        number=version.number,
        code=edition.check_code,
    )


def filename(source: Source, today: date) -> str:
    """“hazel-court-care-business-case-ABCD2345-draft.pdf”: safe on any machine."""
    facts, edition = facts_and_edition(source, today)
    organisation = slugify(facts.text("organisation", "name"))[:60].strip("-")
    mark = f"v{edition.number}" if edition.number else "draft"
    parts = [organisation, "business-case", edition.reference, mark]
    return f"{'-'.join(part for part in parts if part)}.pdf"


def standalone(paper: BusinessCase) -> str:
    """A whole HTML page with its style in it."""
    return render_to_string("reports/business_case_pdf.html", {"paper": paper, "style": style()})


def style() -> SafeString:
    """The style sheet of the documents: our own file, safe to stand in a page as it is."""
    path = Path(settings.STATICFILES_DIRS[0]) / "report.css"
    return mark_safe(path.read_text(encoding="utf-8"))  # noqa: S308


def _drawable(facts: Facts) -> tuple[Facts, list[str]]:
    """The facts in letters that our fonts have and words that can be broken; and what was lost."""
    lost: dict[str, None] = {}

    def printable(value: Any) -> Any:
        if isinstance(value, str):
            text, undrawn = letters.drawable(value)
            lost.update(dict.fromkeys(undrawn))
            return text
        if isinstance(value, dict):
            return {name: printable(each) for name, each in value.items()}
        return [printable(each) for each in value] if isinstance(value, list) else value

    return replace(facts, answers=printable(dict(facts.answers))), list(lost)


def _named(character: str) -> str:
    """“U+1F600 grinning face”."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".strip()
