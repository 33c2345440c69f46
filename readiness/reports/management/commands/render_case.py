"""Writes a document of one case to a file: manage.py render_case REF --output F."""

from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.cases.models import Case
from readiness.cases.stages import STEPS
from readiness.reports import benefits_papers, briefs, documents, figures_file, pdf
from readiness.reports.begun import NotBegun
from readiness.reports.kinds import BENEFITS, KINDS, SUPPLIER_BRIEF, Kind

KNOWN = KINDS | {kind.slug: kind for kind in (SUPPLIER_BRIEF, BENEFITS)}
FORMATS = tuple(documents.FORMATS)


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
        kind = _kind(options["document"])
        form = options["format"]
        if form not in FORMATS or not kind.has(form):
            raise CommandError(f"There is no format “{form}”. Choose from {', '.join(FORMATS)}.")
        _write(options["output"], _made(case, kind, form))


def _case(reference: str) -> Case:
    case = Case.objects.filter(reference=reference.upper()).first()
    if case is None:
        raise CommandError(f"There is no case with the reference {reference}.")
    return case


def _kind(name: str) -> Kind:
    if name not in KNOWN:
        raise CommandError(f"There is no document “{name}”. Choose from {', '.join(KNOWN)}.")
    return KNOWN[name]


def _made(case: Case, kind: Kind, form: str) -> bytes:
    try:
        return documents.made(kind, form, _material(case, kind, form))
    except NotBegun as nothing:
        raise CommandError(str(nothing)) from nothing
    except pdf.RenderFailed as failure:
        raise CommandError(str(failure)) from failure
    except figures_file.NoFigures as nothing:
        named = ", ".join(f"{step} (“{STEPS[step].page.name}”)" for step in nothing.steps)
        line = f"There are no figures yet. Still to be answered: {named}."
        raise CommandError(line) from nothing


def _material(case: Case, kind: Kind, form: str) -> documents.Material:
    if kind is BENEFITS:
        return benefits_papers.newest(case)
    if kind is not SUPPLIER_BRIEF:
        return documents.material(case, timezone.localdate(), kind)
    if form in documents.FIGURES:
        raise CommandError("The supplier brief holds no figures. Choose from pdf, html, docx.")
    return briefs.material(case, timezone.localdate())


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
