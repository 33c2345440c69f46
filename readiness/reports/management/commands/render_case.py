"""Writes a document of one case to a file: manage.py render_case REF --output F."""

from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.cases import sums
from readiness.cases.facts import Facts
from readiness.cases.models import Case
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents, contents
from readiness.reports import documents, figures_file, pdf
from readiness.reports.context import Edition

DOCUMENTS = ("business-case", "need", "supplier-brief", "roll-out", "benefits")
FORMATS = ("pdf", "html", "docx", "csv", "json")


class Command(BaseCommand):
    """Each thing that is wrong is one clear line; no half-written file is left."""

    help = "Write a document of one case to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("reference")
        parser.add_argument("--output", required=True, type=Path)
        parser.add_argument("--document", default="business-case")
        parser.add_argument("--format", default="pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        case = _case(options["reference"])
        make = _maker(options["document"], options["format"])
        made = make(documents.newest(case), timezone.localdate())
        _write(options["output"], made)


def _case(reference: str) -> Case:
    case = Case.objects.filter(reference=reference.upper()).first()
    if case is None:
        raise CommandError(f"There is no case with the reference {reference}.")
    return case


def _maker(document: str, form: str) -> Callable[[documents.Source, date], bytes]:
    if document not in DOCUMENTS:
        raise CommandError(
            f"There is no document “{document}”. Choose from {', '.join(DOCUMENTS)}."
        )
    if form not in FORMATS:
        raise CommandError(f"There is no format “{form}”. Choose from {', '.join(FORMATS)}.")
    if document != "business-case":
        raise CommandError(f"The document “{document}” cannot be made yet.")
    if form not in MAKERS:
        raise CommandError(f"The format “{form}” cannot be made yet.")
    return MAKERS[form]


def _pdf(source: documents.Source, today: date) -> bytes:
    try:
        return documents.business_case_pdf(source, today)
    except pdf.RenderFailed as failure:
        raise CommandError(str(failure)) from failure


def _html(source: documents.Source, today: date) -> bytes:
    return documents.business_case_html(source, today).encode()


def _csv(source: documents.Source, today: date) -> bytes:
    return _figures(source, today, figures_file.figures_csv)


def _json(source: documents.Source, today: date) -> bytes:
    return _figures(source, today, figures_file.figures_json)


def _figures(
    source: documents.Source, today: date, write: Callable[[Facts, Edition, Contents], str]
) -> bytes:
    facts, edition = documents.facts_and_edition(source, today)
    missing = sums.missing_for_figures(facts.answers, facts.later)
    if missing:
        named = ", ".join(f"{step} (“{STEPS[step].page.name}”)" for step in missing)
        raise CommandError(f"There are no figures yet. Still to be answered: {named}.")
    return write(facts, edition, contents()).encode()


MAKERS = {"pdf": _pdf, "html": _html, "csv": _csv, "json": _json}


def _write(output: Path, made: bytes) -> None:
    """All or nothing: written beside its place, then moved into it."""
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_bytes(made)
        beside.replace(output)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
