"""Reads what a PDF draws: not the text that it claims to hold, but the glyphs, by file and name."""

import io
from functools import cache

import pypdf
import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream

from readiness.reports import fonts

FACES = settings.FONTS / fonts.FACES
# The fonts of the PDF, by the end of their names there, and the files that they must come from.
FILES = {
    "Readiness-Sans": "ReadinessSans-Regular",
    "Readiness-Sans-Italic": "ReadinessSans-Italic",
    "Readiness-Sans-Semi-Bold": "ReadinessSans-SemiBold",
    "Readiness-Sans-Bold": "ReadinessSans-Bold",
    "Readiness-Arabic": "ReadinessArabic-Regular",
    "Readiness-Arabic-Bold": "ReadinessArabic-Bold",
    "Readiness-Bengali": "ReadinessBengali-Regular",
    "Readiness-Bengali-Bold": "ReadinessBengali-Bold",
}
NEEDS_BENGALI = pytest.mark.skipif(
    not (fonts.DEBIAN / "NotoSansBengali-Regular.ttf").exists(),
    reason="Bengali letters come with the Debian package fonts-noto-core",
)


def drawn(made):
    """What is drawn, by file: {"ReadinessSans-Bold": ["R", "o", …]}, in order.

    The outline of each glyph in the PDF must be the one in the file, as a PDF can hold the right
    text and draw it with the glyphs of another font.
    """
    found, alike, inside = {}, set(), {}
    for sheet in pypdf.PdfReader(io.BytesIO(made)).pages:
        for font, number in _codes(sheet):
            name = font["/BaseFont"]
            file = FILES[name.split("+")[1]]
            glyph = ours(file).getGlyphName(number)
            if (name, number) not in alike:
                if name not in inside:
                    inside[name] = _embedded(font)
                assert _outline(inside[name], number) == _outline(ours(file), number), glyph
                alike.add((name, number))
            found.setdefault(file, []).append(glyph)
    return found


def expected(file, text):
    """The names of the glyphs for a text whose letters do not join."""
    cmap = ours(file).getBestCmap()
    return [cmap[ord(character)] for character in text]


@cache
def ours(file):
    """One of the font files that set-up made."""
    return TTFont(FACES / f"{file}.ttf")


def _codes(sheet):
    """Each font and glyph number of a page, in the order in which they are painted."""
    for operands, operator in ContentStream(sheet.get_contents(), sheet.pdf).operations:
        if operator == b"Tf":
            font = sheet["/Resources"]["/Font"][operands[0]].get_object()
        elif operator == b"TJ":
            for text in operands[0]:
                raw = getattr(text, "original_bytes", b"")
                yield from ((font, raw[i] << 8 | raw[i + 1]) for i in range(0, len(raw), 2))


def _embedded(font):
    description = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    return TTFont(io.BytesIO(description["/FontFile2"].get_data()))


def _outline(font, number):
    glyf = font["glyf"]
    points, ends, _ = glyf[font.getGlyphName(number)].getCoordinates(glyf)
    return list(points), list(ends)
