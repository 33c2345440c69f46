"""Documents of versions: made once behind the page, stored by content hash, served as they are."""

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Subquery
from django.tasks import task
from django.utils import timezone

from readiness.cases.models import Edition, Version
from readiness.reports import documents, pdf
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
    """Start making a document, unless somebody does; the row then says how far it is.

    What takes no time is made at once; a PDF is made behind the page.
    """
    if document.take(at=timezone.now()):
        (make.enqueue if document.format == "pdf" else make.call)(document.pk)
    document.refresh_from_db()


@task
def make(document_id: int) -> None:
    """Make a document and store its bytes; on failure the row says why."""
    document = Document.objects.select_related("edition__version__case").get(pk=document_id)
    given = documents.material_of(document.edition)
    try:
        made = documents.made(KINDS[document.name], document.format, given)
    except pdf.RenderFailed as failure:
        log.error("%s was not made: %s", document, failure.detail or failure)
        document.has_failed(str(failure), at=timezone.now())
        return
    document.is_ready(_stored(made, document.format), at=timezone.now())


def _stored(made: bytes, form: str) -> str:
    """Store bytes under their hash, once."""
    content_hash = hashlib.sha256(made).hexdigest()
    name = f"documents/{content_hash}.{form}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(made))
    return content_hash
