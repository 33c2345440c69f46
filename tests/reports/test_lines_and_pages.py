"""Where a line or a page may end."""

import io
import json
import re

import pypdf
import pytest
from django.conf import settings

from readiness.reports import documents
from readiness.reports.kinds import BUSINESS_CASE, NEED
from readiness.reports.templatetags.papers import unbroken
from tests.reports.states import material_of, opened, pages, words


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_no_line_ends_between_the_minus_and_the_pounds():
    texts = [page.extract_text() for page in opened("shortest").pages]
    assert any("−£69,182" in text for text in texts)
    assert [text for text in texts if re.search(r"−\s*\n\s*£", text)] == []


def test_what_a_person_typed_stays_escaped():
    assert unbroken("<b>−£5,658.") == '&lt;b&gt;<span class="amount">−£5,658</span>.'


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_the_demo_case_has_eight_to_twelve_pages_before_the_appendices():
    demo = json.loads((settings.FIXTURES / "demo.json").read_text())["answers"]
    drawn = documents.made(BUSINESS_CASE, "pdf", material_of(demo, 1))
    read = [words(page) for page in pypdf.PdfReader(io.BytesIO(drawn)).pages]
    assert 8 <= next(n for n, text in enumerate(read) if n and "Appendix A" in text) <= 12


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_the_longest_word_of_a_title_ends_before_the_edge_of_the_cover():
    """Letters of the title are 26 points high; 23 of the broadest fill a line."""
    lines = []

    def look(text, _cm, _tm, _font, size):
        if size > 30:
            lines.append(text.count("W"))

    opened("hostile").pages[0].extract_text(visitor_text=look)
    assert 15 < max(lines) <= 23


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_no_heading_stands_alone_on_a_page():
    assert min(len(text) for text in pages("hostile")) > 200


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_an_answer_of_two_thousand_letters_begins_on_the_page_of_its_heading_and_goes_on():
    first, second = pages("longest", NEED)[:2]
    assert "How we know Where you start from Staff at both houses" in first
    assert "Where you start from" not in second
    assert "How sure" in second
