"""An empty document in our style: A4, one common font, our colours, and a table style of our own."""

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.table import _Row

FONT, LANGUAGE = "Arial", "en-GB"
INK, GREEN, SOFT, WASH = "1D2B2A", "14524B", "45524F", "E6EFEC"
TABLE, CELL, LINK, QUIET = "Board Table", "Table Text", "Hyperlink", "Quiet"
FACES = ("ascii", "hAnsi", "cs", "eastAsia")

# Style: points, colour, bold, points before and after, kept with what follows.
LOOKS = {
    "Normal": (10, INK, False, 0, 4, False),
    "Title": (26, GREEN, True, 6, 8, True),
    "Subtitle": (13, INK, True, 0, 4, False),
    "Heading 1": (18, GREEN, True, 20, 6, True),
    "Heading 2": (13, INK, True, 12, 4, True),
    "Heading 3": (11, GREEN, True, 8, 3, True),
    "List Bullet": (10, INK, False, 0, 3, False),
    "Caption": (10, INK, True, 8, 4, True),
    QUIET: (9.5, SOFT, False, 0, 4, False),
    CELL: (9, INK, False, 1, 1, False),
    "Footer": (8, SOFT, False, 0, 0, False),
}


def blank() -> Document:
    """A document with nothing in it but its styles and the size of its pages."""
    document = docx.Document()
    _drop_other_tables(document)
    _set_page(document)
    _set_defaults(document)
    for name in (QUIET, CELL):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in LOOKS.items():
        _dress(document.styles[name], *look)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    _add_link_style(document)
    return document


def _drop_other_tables(document: Document) -> None:
    """A hundred styles of the template, which would stand beside ours in Word's gallery."""
    for style in list(document.styles.element.iterchildren(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            document.styles.element.remove(style)


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin, page.bottom_margin = Mm(18), Mm(20)
    page.footer_distance = Mm(10)


def _set_defaults(document: Document) -> None:
    """No font of a theme, and British English, wherever a style does not say otherwise."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for face in FACES:
            fonts.set(qn(f"w:{face}"), FONT)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), LANGUAGE)
        del theme.attrib[qn("w:eastAsia")]


def _dress(
    style: ParagraphStyle,
    size: float,
    colour: str,
    bold: bool,
    before: float,
    after: float,
    with_next: bool,
) -> None:
    if style.element.rPr is not None:  # what the template says of letters
        style.element.remove(style.element.rPr)
    font, spacing = style.font, style.paragraph_format
    font.name, font.size, font.bold = FONT, Pt(size), bold or None
    font.color.rgb = RGBColor.from_string(colour)
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing, spacing.keep_with_next = 1.15, with_next
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _add_link_style(document: Document) -> None:
    style = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)  # noqa: S101 - for mypy
    style.font.color.rgb = RGBColor.from_string(GREEN)
    style.font.underline = True


def repeat_head(row: _Row) -> None:
    """Let a table's head stand on every page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Let no page end within a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BoardTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="CFD6D3"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>
      <w:bottom w:w="30" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/></w:tcPr>
  </w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>
</w:style>
"""
