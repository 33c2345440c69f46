"""A Word document as bytes that hang on nothing but what is in it."""

import io
import zipfile

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP file can hold
ATTRIBUTES = 0o600 << 16


def packed(document: Document) -> bytes:
    """The parts of the document, without the times at which they were written."""
    _drop_thumbnail(document)
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w") as fixed:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, ATTRIBUTES
            entry.create_system = 3
            fixed.writestr(entry, parts.read(name))
    return out.getvalue()


def _drop_thumbnail(document: Document) -> None:
    """The template's picture shows another document."""
    links = document.part.package.rels
    for number, link in list(links.items()):
        if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del links[number]
