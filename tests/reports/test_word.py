"""A board takes the business case into Word, and pastes from it into papers of its own."""

import io
import zipfile
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.catalogue.contents import contents
from readiness.reports import documents, word
from readiness.reports.context import Edition
from readiness.reports.documents import Material
from readiness.reports.kinds import BUSINESS_CASE, KINDS
from readiness.reports.word.front import CONTENTS
from tests.cases.builders import TODAY, complete_answers
from tests.reports.states import EVERY, PLANS, STATES, facts_of, material_of, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

OF_ANY_CASE = {slug: kind for slug, kind in KINDS.items() if not kind.ended}
KIND = pytest.mark.parametrize("kind", OF_ANY_CASE.values(), ids=OF_ANY_CASE)
STATE = pytest.mark.parametrize("state", ["empty", "complete", "longest", "hostile"])
# Every kind with as little and as much as can be in it: a plan needs a step of its own stage.
EXTREMES = ("empty", "longest", "hostile", "planned, begun", "planned, longest", "planned, hostile")
EACH = pytest.mark.parametrize(
    ("state", "kind"),
    [
        (state, kind)
        for kind in OF_ANY_CASE.values()
        for state in (PLANS if kind.stage else STATES)
        if state in EXTREMES
    ],
    ids=lambda each: each if isinstance(each, str) else each.slug,
)


@cache
def made(state="complete", kind=BUSINESS_CASE) -> bytes:
    return documents.made(kind, "docx", material_of(EVERY[state]()))


def opened(state="complete", kind=BUSINESS_CASE):
    return docx.Document(io.BytesIO(made(state, kind)))


def parts(bytes_: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bytes_)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def titles(document, *styles) -> list[str]:
    return [each.text for each in document.paragraphs if each.style.name in styles]


def table_under(document, caption):
    """The table that follows the paragraph with these words."""
    content = list(document.iter_inner_content())
    place = next(n for n, each in enumerate(content) if getattr(each, "text", "") == caption)
    return next(each for each in content[place:] if hasattr(each, "rows"))


@EACH
def test_it_opens_and_every_part_of_it_is_sound(state, kind):
    content = parts(made(state, kind))
    for name, part in content.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)  # noqa: S314 - what we made ourselves
    assert opened(state, kind).paragraphs


@STATE
def test_its_headings_are_those_of_the_paper_and_none_is_passed_over(state):
    document = opened(state)
    paper = paper_of(STATES[state]())
    assert titles(document, "Title") == [word.writing.sayable(paper.cover.title)]
    parts = [title for slug, title in paper.listed if slug != "decision"]
    assert titles(document, "Heading 1") == ["The decision", *parts]
    styles = [each.style.name for each in document.paragraphs]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_its_contents_are_a_field_that_word_can_bring_up_to_date():
    document = ElementTree.fromstring(parts(made())["word/document.xml"])  # noqa: S314
    marks = [each.get(qn("w:fldCharType")) for each in document.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    body = [element for each in document.iter(qn("w:p")) for element in each.iter()]
    places = [n for n, each in enumerate(body) if each.tag == qn("w:fldChar")]
    links = [n for n, each in enumerate(body) if each.get(qn("w:anchor")) in ("decision", "words")]
    assert places[1] < links[0] < links[-1] < places[2]


def test_the_decision_stands_on_pages_of_its_own():
    broken = [e.text for e in opened().paragraphs if e.paragraph_format.page_break_before]
    assert broken == ["The decision", "The need"]


def test_no_heading_after_the_decision_stands_twice():
    """They are what a board sees in Word’s list of headings."""
    heads = titles(opened(), "Heading 1", "Heading 2")
    heads = heads[heads.index("The problem") - 1 :]
    assert len(heads) == len(set(heads))


def test_the_decision_is_all_there():
    document = opened()
    decision = paper_of(complete_answers()).decision
    texts = [each.text for each in document.paragraphs]
    for each in (*decision.lead, *decision.reasons):
        assert each in texts
    for panel in (*decision.above, *decision.below):
        assert panel.title in titles(document, "Heading 2")
        assert set(panel.paragraphs) <= set(texts)
    box = table_under(document, "The board’s decision")
    assert [row.cells[0].text.split("_")[0].strip() for row in box.rows][:4] == [
        "☐ Agreed: ask suppliers",
        "☐ Agreed with conditions",
        "☐ Put off until",
        "☐ Declined",
    ]


def test_every_figure_of_a_table_is_in_its_cell():
    decision = paper_of(complete_answers()).decision
    made = table_under(opened(), decision.options.caption)
    rows = [[cell.text for cell in row.cells] for row in made.rows]
    assert rows[0] == [decision.options.first.title, *(c.title for c in decision.options.columns)]
    assert rows[1:] == [[r.name, *(c.text for c in r.cells)] for r in decision.options.rows]


def test_a_chart_is_its_finding_and_its_table():
    charted = [
        block
        for section in paper_of(complete_answers()).sections
        for block in section.blocks
        if block.chart
    ]
    texts = [each.text for each in opened().paragraphs]
    assert charted
    assert all(texts.count(block.chart.finding) == 1 for block in charted)


@EACH
def test_the_head_of_every_table_repeats_and_no_row_is_split(state, kind):
    for table in opened(state, kind).tables:
        assert table.style.name == "Board Table"
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert not any(heads[1:])
        assert heads[0] == (len(table.columns) > 1)  # the board's box has no head


@KIND
def test_it_is_british_a4_in_one_font_and_says_what_it_is(kind):
    document = opened("planned", kind)
    about, page = document.core_properties, document.sections[0]
    assert [round(each.mm) for each in (page.page_width, page.page_height)] == [210, 297]
    assert about.title == paper_of(PLANS["planned"](), kind=kind).title
    assert (about.author, about.language) == ("Hazel Court Care", "en-GB")
    assert about.created.date() == about.modified.date() == TODAY
    content = parts(made("planned", kind))
    styles = content["word/styles.xml"].decode()
    assert not [name for name, part in content.items() if b"en-US" in part]
    assert "Theme=" not in styles
    assert document.styles["Normal"].font.name == "Arial"


@KIND
def test_the_foot_says_which_paper_and_which_page(kind):
    edition = Edition("HAZEL234", TODAY, 2, code="ABCDEFGHIJ")
    sent = Material(facts_of(PLANS["planned"]()), material_of({}).contents, edition)
    document = docx.Document(io.BytesIO(documents.made(kind, "docx", sent)))
    foot = document.sections[0].footer._element
    text = "".join(each.text or "" for each in foot.iter(qn("w:t")))
    assert "Hazel Court Care" in text
    assert "Version 2 · 6 September 2027 · HAZEL234, code ABCDEFGHIJ" in text
    fields = [each.get(qn("w:instr")) for each in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_links_lead_to_marks_in_it_or_to_our_sources():
    content = parts(made())
    document = ElementTree.fromstring(content["word/document.xml"])  # noqa: S314
    anchors = {link.get(qn("w:anchor")) for link in document.iter(qn("w:hyperlink"))} - {None}
    marks = {mark.get(qn("w:name")) for mark in document.iter(qn("w:bookmarkStart"))}
    assert {"decision", "reasons", "evidence"} <= anchors
    assert anchors <= marks


def test_nothing_typed_becomes_a_link_a_field_or_a_picture():
    content = parts(made("hostile"))
    outside = [
        link.get("Target")
        for name, part in content.items()
        if name.endswith(".rels")
        for link in ElementTree.fromstring(part)  # noqa: S314
        if link.get("TargetMode") == "External"
    ]
    assert outside
    assert set(outside) <= {finding.url for finding in contents().evidence.values()}
    assert b"fldSimple" not in content["word/document.xml"]
    document = ElementTree.fromstring(content["word/document.xml"])  # noqa: S314
    assert [each.text for each in document.iter(qn("w:instrText"))] == [CONTENTS]
    assert not [name for name in content if "media" in name or "thumbnail" in name]
    assert "<script>alert(1)</script>" in "".join(e.text for e in opened("hostile").paragraphs)


def test_letters_that_only_word_can_draw_stay_as_they_were_typed():
    text = "".join(each.text for each in opened("hostile").paragraphs)
    assert "漢字" in text
    assert "□" not in text


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(min_size=1, max_size=60))
def test_whatever_is_typed_the_document_opens(text):
    answers = complete_answers({"need": {"problem": text}, "organisation": {"name": text}})
    document = docx.Document(io.BytesIO(word.write(paper_of(answers, kind=KINDS["need"]))))
    assert titles(document, "Title") == ["What exactly is the need?"]


def test_what_xml_cannot_hold_is_left_out():
    answers = complete_answers({"organisation": {"name": "Hazel\x00\x0b\ufffe\ud800Court"}})
    document = docx.Document(io.BytesIO(word.write(paper_of(answers))))
    assert document.core_properties.author == "Hazel Court"


def test_the_same_paper_gives_the_same_bytes_whenever_it_is_made(monkeypatch):
    first = made()
    made.cache_clear()
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_when: (2096, 10, 2, 8, 6, 40, 1, 276, 0))
    assert made() == first
