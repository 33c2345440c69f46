"""A Word document as bytes that hang on nothing but what is in it."""

import io
import zipfile

from docx.document import Document

WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP file can hold
ATTRIBUTES = 0o600 << 16
LEFTOVERS = {"thumbnail", "stylesWithEffects", "customXml"}


def packed(document: Document) -> bytes:
    """The parts of the document, without the times at which they were written."""
    _drop_leftovers(document)
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


def _drop_leftovers(document: Document) -> None:
    """What the template holds of another document: its picture, its styles for old Word, its data."""
    for links in (document.part.package.rels, document.part.rels):
        for number, link in list(links.items()):
            if link.reltype.rpartition("/")[2] in LEFTOVERS:
                del links[number]
