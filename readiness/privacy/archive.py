"""Everything of a case in one ZIP: made when it is fetched, and kept nowhere."""

import json
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from readiness.cases.models import Case
from readiness.privacy.everything import everything
from readiness.reports import store
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document

AT_ONCE = 2  # papers that are asked for at a time: everybody's are made one after the other
BEING_MADE = {Document.Status.WAITING, Document.Status.MAKING}


def papers(case: Case) -> list[Document]:
    """The papers that belong into it: the business case of each version, and all that were made."""
    for version in case.versions.defer("snapshot"):
        store.document_of(version, BUSINESS_CASE, "pdf")
    found = Document.objects.filter(edition__version__case=case).select_related("edition__version")
    wanted = {BUSINESS_CASE.slug}
    return [
        each
        for each in found.order_by("edition__version__number", "edition__made_at", "pk")
        if each.status == Document.Status.READY or (each.name in wanted and each.format == "pdf")
    ]


def still_to_make(documents: Iterable[Document]) -> list[Document]:
    """Those that are not made yet; the first of them are begun."""
    waited_for = [each for each in documents if each.status in BEING_MADE]
    for document in waited_for[:AT_ONCE]:
        store.begin(document)
    return [each for each in waited_for if each.status in BEING_MADE]


def made(case: Case, documents: Iterable[Document]) -> IO[bytes]:
    """The ZIP in a file without a name, which is gone when it is closed."""
    file = TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    missing = []
    all_of_it = everything(case)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("everything.json", _json(all_of_it))
        archive.writestr("case.json", _json(all_of_it["case_file"]))
        for document in documents:
            if not _added(archive, document):
                missing.append(_name(document))
        values = {"case": case, "missing": missing}
        archive.writestr("read-me.txt", render_to_string("privacy/read_me.txt", values))
    file.seek(0)
    return file


def _json(values: object) -> str:
    return json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def _name(document: Document) -> str:
    version = document.edition.version.number
    day = f"{document.edition.made_at:%Y-%m-%d}"
    return f"papers/{document.name}-v{version}-{document.edition.kind}-{day}-{document.pk}.{document.format}"


def _added(archive: ZipFile, document: Document) -> bool:
    """Put a paper into the ZIP; False where there is none."""
    if document.status != Document.Status.READY:
        return False
    try:
        with default_storage.open(document.stored_as) as paper:
            archive.writestr(_name(document), paper.read(), ZIP_STORED)  # compressed already
    except FileNotFoundError:
        document.is_lost()
        return False
    return True
