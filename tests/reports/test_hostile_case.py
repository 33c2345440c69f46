"""Whatever a person types is printed as they typed it, and does nothing."""

import pypdf
import pytest

from readiness.reports.context import Edition
from readiness.reports.documents import standalone
from tests.cases.builders import TODAY
from tests.reports.states import HOSTILE, STATES, made, opened, paper_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def test_marks_and_template_tags_are_printed_as_words():
    text = text_of(opened("hostile"))
    for words in (
        "<script>alert(1)</script>",
        "{{ settings.SECRET_KEY }}",
        "{% load x %}",
        "</style><style>*{display:none}</style>",
        "url(http://127.0.0.1/x)",
        "=cmd|1 &amp;",
    ):
        assert words in text


def test_letters_from_elsewhere_are_drawn_or_shown_as_a_box_and_named():
    text = text_of(opened("hostile"))
    assert "Ŵyn Żółć Nguyễn" in text
    assert "□" in text
    assert "U+1F600 grinning face" in text
    assert "U+6F22" in text


def test_a_word_of_two_hundred_letters_stays_on_the_page():
    page = opened("hostile").pages[2]
    edge = float(page.mediabox.right) - 40
    beyond = []

    def look(text, _matrix, place, _font, size):
        if text.strip() and place[4] + 0.3 * float(size) * len(text.strip()) > edge + 80:
            beyond.append(text)

    page.extract_text(visitor_text=look)
    assert beyond == []


def test_nothing_in_it_leads_out_but_our_own_sources():
    reader = opened("hostile")
    notes = [each.get_object() for sheet in reader.pages for each in sheet.get("/Annots", ())]
    links = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert links
    assert not [link for link in links if "127.0.0.1" in link]
    assert b"/JavaScript" not in made("hostile")
    assert reader.attachments == {}


def test_the_html_of_it_holds_no_mark_that_was_typed():
    html = standalone(paper_of(STATES["hostile"]()))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert html.count("<style>") == html.count("</style>") == 1


def test_the_foot_of_each_page_is_one_line():
    page: pypdf.PageObject = opened("hostile").pages[3]
    foot = text_of(opened("hostile"), 3)[-160:]
    assert "Draft · 6 September 2027" in foot
    assert page.extract_text().count("Draft · 6 September 2027") == 1


def test_a_reference_can_be_read_back():
    assert Edition("HAZEL234", TODAY).reference in text_of(opened("hostile"), 0)
    assert HOSTILE.startswith("<script>")
