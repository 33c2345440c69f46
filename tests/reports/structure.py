"""Reads what a screen reader reads: the tree of a PDF's parts, and the words in each.

A PDF paints its pages in marked pieces; the tree says what each piece is and in which order they
are read. What is painted outside the tree, or marked as an artifact, is not read out.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pypdf
from pypdf.generic import ContentStream

BLANK = re.compile(r"\s|\u200b|\u2060|\u00ad")


@dataclass(frozen=True)
class Piece:
    """A marked piece of a page: how it is marked, by which number, and the words painted in it."""

    page: int
    number: int | None
    mark: str
    text: str


@dataclass
class Part:
    """A part of the document, such as a heading "/H1" or a cell "/TD", with what is in it."""

    kind: str
    entries: Any
    kids: list["Part | Piece"] = field(default_factory=list)

    def parts(self) -> Iterator["Part"]:
        """This part and all within it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Part):
                yield from kid.parts()

    def pieces(self) -> Iterator[Piece]:
        """All painted pieces in the order in which they are read."""
        for kid in self.kids:
            if isinstance(kid, Part):
                yield from kid.pieces()
            else:
                yield kid

    def text(self) -> str:
        """The words that are heard, without any space; of a picture its alternative text."""
        if self.kind == "/Figure":
            return bare(self.entries.get("/Alt", ""))
        return bare("".join(kid.text() if isinstance(kid, Part) else kid.text for kid in self.kids))

    def all(self, *kinds: str) -> list["Part"]:
        """The parts of these kinds within it."""
        return [part for part in self.parts() if part.kind in kinds]

    def attribute(self, name: str, otherwise: Any = None) -> Any:
        """One of its attributes, such as "/Scope"."""
        found = self.entries.get("/A", {})
        groups = found if isinstance(found, list) else [found]
        return next((each.get_object()[name] for each in groups if name in each), otherwise)


def bare(text: str) -> str:
    """The text without spaces and without the places where a line may end."""
    return BLANK.sub("", text)


class Structure:
    """A PDF as a tree of parts."""

    def __init__(self, made: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(made))
        self.painted = [list(_painted(at, page)) for at, page in enumerate(self.reader.pages)]
        self._pages = {
            page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages)
        }
        self.catalogue = self.reader.trailer["/Root"]
        self.root = self._part(self.catalogue["/StructTreeRoot"], at=None)

    def _part(self, entries: Any, at: int | None) -> Part:
        if "/Pg" in entries:
            at = self._pages[entries.raw_get("/Pg").idnum]
        part = Part(entries.get("/S", "/Root"), entries)
        kids = entries.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            part.kids += self._kid(kid.get_object(), at)
        return part

    def _kid(self, kid: Any, at: int | None) -> list[Part | Piece]:
        if isinstance(kid, int):
            return [self._piece(at, kid)]
        if kid.get("/Type") == "/MCR":
            page = self._pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else at
            return [self._piece(page, kid["/MCID"])]
        return [] if kid.get("/Type") == "/OBJR" else [self._part(kid, at)]

    def _piece(self, page: int | None, number: int) -> Piece:
        (piece,) = (each for each in self.painted[page or 0] if each.number == number)
        return piece

    def owners(self, page: int) -> list[Any]:
        """The part that owns each marked piece of a page, by number; None for what none owns."""
        key = self.reader.pages[page]["/StructParents"]
        numbers = self.catalogue["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        at = [int(each) for each in numbers[::2]].index(key)
        owners = (each.get_object() for each in numbers[2 * at + 1].get_object())
        return [owner if isinstance(owner, dict) else None for owner in owners]


def _painted(at: int, page: pypdf.PageObject) -> Iterator[Piece]:
    """The marked pieces of a page in the order of painting, and what text is unmarked."""
    mark, number, said = "", None, ""
    depth = 0
    for operator, operands, text in _operations(page):
        if operator in (b"BDC", b"BMC"):
            depth += 1
            entries = operands[1] if len(operands) > 1 else {}
            if depth == 1 or "/MCID" in entries:
                mark, number = operands[0], entries.get("/MCID")
        said += text
        if operator == b"EMC":
            depth -= 1
        if not depth and (operator == b"EMC" or said.strip()):
            yield Piece(at, number, mark, said)
            mark, number, said = "", None, ""


def _operations(page: pypdf.PageObject) -> Iterator[tuple[bytes, Any, str]]:
    """What a page does, one by one, and the text where it paints some."""
    fonts, font = page["/Resources"].get("/Font", {}), None
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"Tf":
            font = fonts[operands[0]].get_object()
        paints = operator in (b"TJ", b"Tj")
        text = "".join(_letters(font, each) for each in _strings(operands)) if paints else ""
        yield operator, operands, text


def _strings(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        for each in operand if isinstance(operand, list) else [operand]:
            if hasattr(each, "original_bytes"):
                yield each.original_bytes


def _letters(font: Any, raw: bytes) -> str:
    meaning = _meanings(font["/ToUnicode"].get_data())
    return "".join(meaning.get(raw[i : i + 2].hex(), "?") for i in range(0, len(raw), 2))


@cache
def _meanings(table: bytes) -> dict[str, str]:
    """What each glyph stands for, by its number as four digits."""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>", table)
    return {
        glyph.decode().lower(): bytes.fromhex(letters.decode()).decode("utf-16-be")
        for glyph, letters in pairs
    }
