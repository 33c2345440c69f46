"""The documents as bytes and as pages: the one door for views, commands and the admin."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from readiness.cases import decisions, reading, versions
from readiness.cases.answers import Answers
from readiness.cases.facts import Facts, month
from readiness.cases.models import Case, Version
from readiness.cases.models import Edition as SentEdition
from readiness.catalogue.contents import Contents, contents
from readiness.reports import calendar, figures_file, letters, pdf
from readiness.reports.begun import need_a_step, need_an_end
from readiness.reports.context import Edition, Paper
from readiness.reports.context.edition import Decided
from readiness.reports.context.parts import Line
from readiness.reports.context.said import paragraphs
from readiness.reports.figures_file import FiguresFile
from readiness.reports.kinds import BUSINESS_CASE, Kind


@dataclass(frozen=True)
class Material:
    """What a document is made of: read once, whatever is made of it."""

    facts: Facts
    contents: Contents
    edition: Edition


def newest(case: Case, today: date, kind: Kind = BUSINESS_CASE) -> Version | Material:
    """What a person means by “the business case”: the version last sent, or what the answers say
    now if they have changed since. A note on how a case ended is made of the version that ended it."""
    version = versions.newest_of(case)
    said_no = kind.ended and decisions.says_no(decisions.newest_of(version))
    if version and (said_no or not versions.is_overtaken(version)):
        return version
    answers = Answers.of(case)
    edition = Edition(case.reference, today, after=version.number if version else None)
    return Material(answers.facts(today), contents(), edition)


def material(case: Case, today: date, kind: Kind = BUSINESS_CASE) -> Material:
    """What the newest document of a case is made of."""
    found = newest(case, today, kind)
    return material_of(newest_edition(found)) if isinstance(found, Version) else found


def material_of(edition: SentEdition) -> Material:
    """What an edition of a version says, in the words of the day on which it was sent."""
    version = edition.version
    return Material(versions.facts_of(version), versions.contents_of(version), marked(edition))


def marked(edition: SentEdition) -> Edition:
    """An edition of a version, as its papers are marked."""
    return Edition(
        edition.version.case.reference,
        timezone.localdate(edition.made_at),
        number=edition.version.number,
        code=edition.check_code,
        approved=_approved(edition),
        decided=_decided(edition),
        decision=_decision(edition),
    )


def _decision(edition: SentEdition) -> Decided | None:
    if edition.kind != SentEdition.Kind.DECIDED:
        return None
    found = edition.decision
    return Decided(found.outcome, found.decided_on, month(found.until), month(found.review))


def _decided(edition: SentEdition) -> tuple[Line, ...]:
    """What the board decided, in full: it is printed in the box, and after the sections if there is no room."""
    if edition.kind != SentEdition.Kind.DECIDED:
        return ()
    found = edition.decision
    what = _("{decision}, on {day}").format(
        decision=found.get_outcome_display(), day=date_format(found.decided_on, "j F Y")
    )
    return tuple(
        Line(label, paragraphs(text))
        for label, text in (
            (_("Decided"), what),
            (_("Conditions"), found.conditions),
            (_("Put off until"), month_in_words(found.until)),
            (_("Review in"), month_in_words(found.review)),
        )
        if text
    )


def month_in_words(kept: str) -> str:
    """“May 2028”; "" where there is none."""
    day = month(kept)
    return date_format(day, "F Y") if day else ""


def _approved(edition: SentEdition) -> str:
    version = edition.version
    if edition.kind == SentEdition.Kind.SENT or version.approved_on is None:
        return ""
    return _("{name}, {role}, on {day}").format(
        name=version.approved_by,
        role=version.approved_role,
        day=date_format(version.approved_on, "j F Y"),
    )


def newest_edition(version: Version) -> SentEdition:
    """The edition that was made last."""
    return version.editions.order_by("-made_at")[0]


def paper(kind: Kind, given: Material) -> Paper:
    """All that the document prints. Raises NotBegun where there is nothing for it yet."""
    need_its_answers(kind, given)
    return kind.paper(given.facts, contents=given.contents, edition=given.edition)


def made(kind: Kind, form: str, given: Material) -> bytes:
    """The document in one of FORMATS; the same material gives the same bytes.

    Raises NotBegun, pdf.RenderFailed and figures_file.NoFigures; the text of each is for people.
    """
    need_its_answers(kind, given)
    return _MAKERS[form](kind, given)


def need_its_answers(kind: Kind, given: Material) -> None:
    """Raises NotBegun where what the document is about has no answer yet."""
    if kind.stage:
        need_a_step(given.facts, kind.stage)
    if kind.ended:
        need_an_end(given.facts, given.edition)


def _pdf(kind: Kind, given: Material) -> bytes:
    printable, undrawn = _drawable(given.facts)
    drawn = kind.paper(
        printable,
        contents=given.contents,
        edition=_drawable_edition(given.edition),
        undrawn=[_named(each) for each in undrawn],
    )
    return pdf.render(standalone(kind, drawn), link_labels=drawn.link_labels)


def _html(kind: Kind, given: Material) -> bytes:
    return standalone(kind, paper(kind, given)).encode()


def _docx(kind: Kind, given: Material) -> bytes:
    # python-docx is loaded when the first Word document is asked for: it is large.
    from readiness.reports import word

    return word.write(paper(kind, given))


def _csv(kind: Kind, given: Material) -> bytes:
    return figures_file.as_csv(_figures(kind, given)).encode()


def _json(kind: Kind, given: Material) -> bytes:
    return figures_file.as_json(_figures(kind, given)).encode()


def _figures(kind: Kind, given: Material) -> FiguresFile:
    return kind.figures(given.facts, given.edition, given.contents)


def _ics(_kind: Kind, given: Material) -> bytes:
    return calendar.calendar(given.facts, given.contents, given.edition)


_MAKERS: dict[str, Callable[[Kind, Material], bytes]] = {
    "pdf": _pdf,
    "html": _html,
    "docx": _docx,
    "csv": _csv,
    "json": _json,
    "ics": _ics,
}
FORMATS = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
}
FIGURES = ("csv", "json")
QUICK = ("html", "ics", *FIGURES)  # made in no time


def filename(kind: Kind, form: str, organisation: str, edition: Edition) -> str:
    """“hazel-court-care-business-case-ABCD2345-draft.pdf”: safe on any machine."""
    name = slugify(organisation)[:60].strip("-")
    what = "figures" if form in FIGURES else kind.path
    parts = [name, what, edition.reference, edition.filed_as]
    return f"{'-'.join(part for part in parts if part)}.{form}"


def standalone(kind: Kind, drawn: Paper) -> str:
    """A whole HTML page with its style in it, that needs no other file."""
    values = {"kind": kind, "paper": drawn, "style": style(kind)}
    return render_to_string("reports/document_pdf.html", values)


def style(kind: Kind = BUSINESS_CASE) -> SafeString:
    """The style sheets of a document."""
    return style_of(kind.sheets)


def style_of(names: Sequence[str]) -> SafeString:
    """Style sheets by name: our own files, safe to stand in a page as they are."""
    folder = Path(settings.STATICFILES_DIRS[0])
    sheets = [(folder / name).read_text(encoding="utf-8") for name in names]
    return mark_safe("\n".join(sheets))  # noqa: S308


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

    read = {
        step: reading.thawed(printable(reading.frozen(parts))) for step, parts in facts.read.items()
    }
    heard = printable(dict(facts.heard)) if facts.heard else None
    return replace(facts, answers=printable(dict(facts.answers)), read=read, heard=heard), list(
        lost
    )


def _drawable_edition(edition: Edition) -> Edition:
    """The edition with what the board decided in letters that our fonts have."""
    return replace(
        edition,
        decided=tuple(
            replace(line, paragraphs=tuple(letters.drawable(text)[0] for text in line.paragraphs))
            for line in edition.decided
        ),
    )


def _named(character: str) -> str:
    """“U+1F600 grinning face”."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".strip()
