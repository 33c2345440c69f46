"""Cases as files: what was sent of one as a case file, and many in one ZIP.

A ZIP is made behind the page, one paper after the other, so that whoever waits for a paper
of their own has it in between.
"""

import csv
import json
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.tasks import TaskContext, task
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.accounts import audit
from readiness.accounts.models import User
from readiness.cases.models import Version
from readiness.reports import documents, figures_file, store
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document, Export
from readiness.spreadsheets import safe

log = logging.getLogger(__name__)

MOST = 500  # cases in one ZIP
AT_ONCE = 3  # ZIPs that one person waits for: everybody's papers are made one after the other
KEPT = timedelta(days=1)
LIST = ("reference", "organisation", "nation", "version", "sent", "status", "verdict", "folder")


class NotExported(Exception):
    """Nothing was begun. Its text is a sentence for the person who asked."""


def begin(versions: Iterable[Version], by: User) -> Export:
    """Start a ZIP of these versions; its page is at the address named “export”. Raises NotExported."""
    erase_old(timezone.now())
    if isinstance(versions, QuerySet):
        keys = list(versions.values_list("pk", flat=True)[: MOST + 1])
    else:
        keys = [version.pk for version in versions]
    if not keys:
        raise NotExported(_("Choose the cases to export."))
    if len(keys) > MOST:
        raise NotExported(
            ngettext(
                "Choose {n} case.", "Choose {n} cases or fewer. For all, there is a command.", MOST
            ).format(n=MOST)
        )
    begun = [Export.Status.WAITING, Export.Status.MAKING]
    if Export.objects.filter(asked_by=by, status__in=begun).count() >= AT_ONCE:
        raise NotExported(_("Wait until one of your other exports is ready, then choose again."))
    with transaction.atomic():
        export = Export.objects.create(asked_by=by, versions=keys)
        taken = Version.objects.filter(pk__in=keys).defer("snapshot").order_by("pk")
        audit.note_exports(by, taken, export.asked_at)
    go_on(export)
    return export


def go_on(export: Export) -> None:
    """Make an export, unless somebody does; the row then says how far it is."""
    with transaction.atomic():
        if export.take(at=timezone.now()):
            make.enqueue(export.pk)
    export.refresh_from_db()


def erase_old(at: datetime) -> None:
    """Erase what was asked for more than a day ago, with its file."""
    for export in Export.objects.filter(asked_at__lt=at - KEPT):
        if export.stored_as:
            default_storage.delete(export.stored_as)
        export.delete()


@task(takes_context=True)
def make(context: "TaskContext[..., None]", export_id: int) -> None:
    """Make the papers of the next version of an export; after the last one, the ZIP."""
    make_next(export_id, again=context.attempt > 1)


def make_next(export_id: int, *, again: bool = False) -> None:
    """One piece of the work. `again` is for whoever knows that the one who did it is dead."""
    export = Export.objects.filter(pk=export_id, status=Export.Status.MAKING).first()
    if export is None:
        return  # erased meanwhile, or made by somebody else
    if export.done < export.total:
        _make_papers(export.versions[export.done], again=again)
        with transaction.atomic():
            if export.one_more(at=timezone.now()):
                make.enqueue(export_id)
        return
    try:
        name = _stored(export)
        if not export.is_ready(name, at=timezone.now()):
            default_storage.delete(name)
    except Exception:
        log.exception("The ZIP of export %s was not made", export_id)
        export.has_failed(at=timezone.now())


def _make_papers(version_id: int, *, again: bool) -> None:
    """Have the paper of a version made. Where it fails, its row says so, and the list does too."""
    version = Version.objects.filter(pk=version_id).first()
    if version is None:
        return
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    left = again and document.status == Document.Status.MAKING
    if document.status != Document.Status.READY and (left or document.queue(at=timezone.now())):
        store.make_now(document.pk, again=left)


def case_file_of(version: Version) -> dict[str, Any]:
    """What was sent as a case file, which can be imported."""
    return {
        "schema": version.snapshot["schema"],
        "reference": version.case.reference,
        "status": version.status,
        "created": version.case.created_at.isoformat(),
        "submitted": version.sent_at.isoformat(),
        "content_version": version.snapshot["content_version"],
        "answers": version.snapshot["answers"],
    }


def as_text(case_file: dict[str, Any]) -> str:
    """A case file as it is printed."""
    return json.dumps(case_file, ensure_ascii=False, indent=2) + "\n"


def _stored(export: Export) -> str:
    """The name under which the ZIP is kept. It grows in a file, and holds one case in memory."""
    with TemporaryFile() as file:
        _write(file, export.versions)
        file.seek(0)
        name = f"exports/{get_random_string(32)}.zip"
        return default_storage.save(name, File(file))


def _write(file: IO[bytes], keys: Iterable[int]) -> None:
    listed = StringIO(newline="")
    rows = csv.writer(listed)
    rows.writerow([*LIST, "business_case", "figures"])
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for key in keys:
            version = Version.objects.select_related("case").filter(pk=key).first()
            rows.writerow([safe(each) for each in _added(archive, version)])
        archive.writestr("list.csv", listed.getvalue().encode("utf-8-sig"))


def _added(archive: ZipFile, version: Version | None) -> list[Any]:
    """Put a version into the ZIP; its row of the list, which says what could not be put in."""
    if version is None:
        return [_("A case was deleted meanwhile.")]
    folder = _folder(version)
    archive.writestr(f"{folder}/case.json", as_text(case_file_of(version)))
    row = [
        version.case.reference,
        version.organisation,
        version.nation,
        version.number,
        f"{timezone.localtime(version.sent_at):%Y-%m-%d %H:%M}",
        version.status,
        version.verdict,
        folder,
    ]
    return [*row, _paper(archive, version, folder), _figures(archive, version, folder)]


def _folder(version: Version) -> str:
    """“hazel-court-care-ABCD2345-v1”: safe on any machine."""
    name = slugify(version.organisation)[:60].strip("-")
    return "-".join(part for part in (name, version.case.reference, f"v{version.number}") if part)


def _paper(archive: ZipFile, version: Version, folder: str) -> str:
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    if document.status != Document.Status.READY:
        return document.sentence or _("The document could not be made.")
    with default_storage.open(document.stored_as) as paper:
        # Compressed already.
        archive.writestr(f"{folder}/business-case.pdf", paper.read(), ZIP_STORED)
    return "business-case.pdf"


def _figures(archive: ZipFile, version: Version, folder: str) -> str:
    given = documents.material_of(documents.newest_edition(version))
    try:
        made = documents.made(BUSINESS_CASE, "csv", given)
    except figures_file.NoFigures as nothing:
        return str(nothing)
    archive.writestr(f"{folder}/figures.csv", made)
    return "figures.csv"
