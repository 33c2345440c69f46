"""Whatever a person types is printed as they typed it, and does nothing."""

import pytest

from readiness.reports import documents, pdf
from readiness.reports.kinds import BUSINESS_CASE
from tests.reports.states import STATES, made, material_of, opened, pages, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def test_marks_and_template_tags_are_printed_as_words():
    text = " ".join(pages("hostile"))
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
    text = " ".join(pages("hostile"))
    assert "Ŵyn Żółć Nguyễn" in text
    assert "□" in text
    assert "U+1F600 grinning face" in text
    assert "U+6F22" in text


def test_a_word_of_two_hundred_letters_can_break(monkeypatch):
    monkeypatch.setattr(pdf, "render", lambda html, link_labels: html)
    html = documents.made(BUSINESS_CASE, "pdf", material_of(STATES["hostile"]()))
    assert "W" * 30 in html
    assert "W" * 31 not in html


def test_nothing_in_it_leads_out_but_our_own_sources():
    reader = opened("hostile")
    notes = [each.get_object() for sheet in reader.pages for each in sheet.get("/Annots", ())]
    links = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert links
    assert not [link for link in links if "127.0.0.1" in link]
    assert b"/JavaScript" not in made("hostile")
    assert reader.attachments == {}


def test_the_html_of_it_holds_no_mark_that_was_typed():
    html = documents.standalone(BUSINESS_CASE, paper_of(STATES["hostile"]()))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert html.count("<style>") == html.count("</style>") == 1


def test_the_foot_of_each_page_is_one_line():
    for text in pages("hostile")[1:]:
        assert text.count("Draft · 6 September 2027") == 1
