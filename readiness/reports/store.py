"""Documents of versions: made once behind the page, stored by content hash, served as they are."""

import hashlib
import logging
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Subquery
from django.tasks import TaskContext, task
from django.utils import timezone

from readiness.cases.models import Edition, Version
from readiness.reports import documents, pdf
from readiness.reports.begun import NotBegun
from readiness.reports.kinds import KINDS, Kind
from readiness.reports.models import Document

log = logging.getLogger(__name__)


def document_of(version: Version, kind: Kind, form: str) -> Document:
    """The row of a version's document in one format, of its newest edition."""
    newest = Edition.objects.filter(version=version).order_by("-made_at").values("pk")[:1]
    found = Document.objects.select_related("edition").filter(
        edition=Subquery(newest), name=kind.slug, format=form
    )
    row = found.first() or _new(version, kind, form)
    row.edition.version = version
    return row


def _new(version: Version, kind: Kind, form: str) -> Document:
    edition = documents.newest_edition(version)
    row, _made_here = Document.objects.get_or_create(edition=edition, name=kind.slug, format=form)
    return row


def begin(document: Document) -> None:
    """Have a document made, unless somebody does; the row then says how far it is.

    What takes no time is made at once; all else is made behind the page.
    """
    quick = document.format in documents.QUICK
    with transaction.atomic():  # never the row without the job, nor the job without the row
        begun = document.queue(at=timezone.now())
        if begun and not quick:
            make.enqueue(document.pk)
    if begun and quick:
        make_now(document.pk)
    document.refresh_from_db()


@task(takes_context=True)
def make(context: "TaskContext[..., None]", document_id: int) -> None:
    """Make a document behind the page."""
    make_now(document_id, again=context.attempt > 1)


def make_now(document_id: int, *, again: bool = False) -> None:
    """Make a document and store its bytes; on failure the row says why. Done once, however often asked.

    `again` is for whoever knows that the one who was making it is dead.
    """
    found = Document.objects.select_related("edition__version__case").filter(pk=document_id)
    document = found.first()
    if document is None or not document.take(at=timezone.now(), again=again):
        return
    try:
        given = documents.material_of(document.edition)
        made = documents.made(KINDS[document.name], document.format, given)
        content_hash = _stored(made, document.format)
    except NotBegun as nothing:
        document.has_failed(str(nothing), at=timezone.now())
    except pdf.RenderFailed as failure:
        log.error("%s was not made: %s", document, failure.detail or failure)
        document.has_failed(str(failure), at=timezone.now())
    except Exception:  # whatever it was, nobody waits for ever
        log.exception("%s was not made", document)
        document.has_failed(pdf.NOT_MADE, at=timezone.now())
    else:
        document.is_ready(content_hash, at=timezone.now())


def _stored(made: bytes, form: str) -> str:
    """Store bytes under their hash, once. What stands there already is looked at: it may be a half
    that somebody wrote who was stopped."""
    content_hash = hashlib.sha256(made).hexdigest()
    name = f"documents/{content_hash}.{form}"
    if default_storage.exists(name) and not _holds(name, made):
        default_storage.delete(name)
    if not default_storage.exists(name):
        kept = default_storage.save(name, ContentFile(made))
        if kept != name:  # somebody else was quicker
            default_storage.delete(kept)
    if not _holds(name, made):
        raise OSError(f"{name} was not stored whole")
    return content_hash


def _holds(name: str, made: bytes) -> bool:
    with default_storage.open(name) as file:
        return bool(file.read() == made)


# A paper is stored before its row says so: what is younger may be one that is being made.
STRAY_AFTER = timedelta(hours=1)


def erase_strays(*, at: datetime) -> int:
    """Erase stored papers that no row names, such as one that was made while its case was erased.
    How many they were."""
    try:
        _folders, files = default_storage.listdir("documents")
    except FileNotFoundError:
        return 0
    named = set(Document.objects.exclude(content_hash="").values_list("content_hash", flat=True))
    strays = [f"documents/{name}" for name in files if name.partition(".")[0] not in named]
    old = [x for x in strays if default_storage.get_modified_time(x) < at - STRAY_AFTER]
    for name in old:
        default_storage.delete(name)
    return len(old)
