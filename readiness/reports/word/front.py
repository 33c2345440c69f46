"""What comes before the sections of a Word document: what it is, its first page, the decision."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from readiness.reports.context import Paper
from readiness.reports.context.board import Blank, Box
from readiness.reports.context.decision import Decision
from readiness.reports.context.panels import Panel
from readiness.reports.word import styles
from readiness.reports.word.writing import WIDTH, Writer, sayable

LONGEST = 255  # letters of a property
CONTENTS = r'TOC \o "1-1" \h \z \u'
SQUARE = "☐"
LINES = {"": "", "short": "_" * 12, "middle": "_" * 26, "long": "_" * 60}


def write_properties(document: Document, paper: Paper) -> None:
    """What a list of files says of the document; its date is its edition's."""
    about, made = document.core_properties, datetime.combine(paper.edition.on, time(), UTC)
    about.title = sayable(paper.title)[:LONGEST]
    about.author = about.last_modified_by = sayable(paper.cover.organisation)[:LONGEST]
    about.subject, about.language = sayable(paper.cover.kind), styles.LANGUAGE
    about.identifier, about.version = paper.edition.reference, paper.edition.mark
    about.comments, about.keywords, about.category = "", "", ""
    about.created = about.modified = made.replace(tzinfo=None)
    about.revision = 1


def write_foot(document: Document, paper: Paper) -> None:
    """What runs at the foot of every page; a long paper's first page has none, as it says it all."""
    page = document.sections[0]
    page.different_first_page_header_footer = paper.decision is not None
    foot = page.footer.paragraphs[0]
    for stop in list(foot.style.paragraph_format.tab_stops):
        foot.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    foot.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(sayable(paper.cover.foot))
    before, between, after = _("page {n} of {all}").replace("{all}", "{n}").split("{n}")
    foot.add_run(f"\t{before}")
    _add_field(foot, "PAGE")
    foot.add_run(between)
    _add_field(foot, "NUMPAGES")
    foot.add_run(after)


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that Word works out. No field has a word of the case in it."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def write_front(writer: Writer, paper: Paper) -> None:
    """What the paper is and whose; of a long one, what is in it."""
    cover = paper.cover
    writer.paragraph(cover.kind, "Subtitle")
    writer.paragraph(cover.title, "Title")
    writer.paragraph(cover.organisation, "Subtitle")
    writer.paragraphs([cover.described] if cover.described else [])
    for line in cover.lines:
        writer.line(line)
    writer.paragraph(cover.standing, styles.QUIET)
    if paper.listed:
        writer.paragraph(paper.listed_title, "Subtitle")
        entries = [writer.link_to(*entry) for entry in _listed(paper)]
        _make_contents(entries[0], entries[-1])


def _listed(paper: Paper) -> Iterator[tuple[str, str]]:
    """The parts of the paper. In Word the decision may run on to a second page."""
    for slug, title in paper.listed:
        yield slug, _decision_title() if slug == "decision" else title


def _decision_title() -> str:
    return _("The decision")


def _make_contents(first: Paragraph, last: Paragraph) -> None:
    """Let Word know the entries as its table of contents, which it can bring up to date with page
    numbers. The instruction is ours: no word of the case is in it."""
    start = [_field_mark("begin"), OxmlElement("w:instrText"), _field_mark("separate")]
    start[1].text = CONTENTS
    for element in start:
        run = OxmlElement("w:r")
        run.append(element)
        first._p.insert_element_before(run, "w:hyperlink")
    last.add_run()._r.append(_field_mark("end"))


def _field_mark(kind: str) -> BaseOxmlElement:
    mark: BaseOxmlElement = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def write_decision(writer: Writer, paper: Paper, decision: Decision) -> None:
    """The decision page, from its top."""
    heading = writer.heading(_decision_title(), 1)
    heading.paragraph_format.page_break_before = True
    writer.mark(heading, "decision")
    writer.paragraph(decision.title, "Subtitle")
    writer.paragraphs((decision.bought,) if decision.bought else ())
    writer.heading(decision.verdict, 2)
    writer.paragraphs(decision.lead)
    for panel in (decision.why, decision.doubts):
        if panel.paragraphs:
            writer.heading(panel.title, 3)
            writer.points(panel.paragraphs)
    if decision.more:
        writer.link_to("reasons", decision.more)
    if decision.next:
        writer.paragraph("").add_run(sayable(decision.next)).bold = True
    _write_panels(writer, decision.above)
    if decision.options:
        writer.table(decision.options)
    _write_panels(writer, decision.below)
    if paper.box:
        _write_box(writer, paper.box)


def _write_panels(writer: Writer, panels: tuple[Panel, ...]) -> None:
    for panel in panels:
        writer.heading(panel.title, 2)
        writer.paragraphs(panel.paragraphs)
        writer.points(f"{each.name}: {each.sure}" for each in panel.weak)


def _write_box(writer: Writer, box: Box) -> None:
    """A small table, so that it stays together wherever it is pasted."""
    writer.heading(box.title, 2)
    texts = [f"{SQUARE} {_blank(choice)}" for choice in box.choices]
    texts += ["   ".join(map(_blank, row)) for row in box.rows]
    texts += [f"{line.lead} {line.paragraphs[0]}" for line in box.said]
    table = writer.empty_table(len(texts), [1], heads=False)
    for cell, text in zip(table.columns[0].cells, texts, strict=True):
        cell.paragraphs[0].add_run(text)
        cell.paragraphs[0].paragraph_format.keep_with_next = text != texts[-1]


def _blank(blank: Blank) -> str:
    return f"{blank.label} {LINES[blank.length]}".strip()
