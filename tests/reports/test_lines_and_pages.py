"""Where a line or a page may end."""

import io
import re

import pypdf
import pytest

from readiness.reports import documents
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.templatetags.papers import unbroken
from tests.cases.builders import complete_answers
from tests.reports.states import material_of

COSTLY = {"label": "All", "per_year": "90000.00", "confidence": "quoted"}


def made(answers):
    """The PDF of the business case, to be read."""
    drawn = documents.made(BUSINESS_CASE, "pdf", material_of(answers, 1))
    return pypdf.PdfReader(io.BytesIO(drawn))


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_no_line_ends_between_the_minus_and_the_pounds():
    lines = [
        page.extract_text() for page in made(complete_answers({"costs": {"rows": [COSTLY]}})).pages
    ]
    assert any("−£382,374" in text for text in lines)
    assert [text for text in lines if re.search(r"−\s*\n\s*£", text)] == []


def test_what_a_person_typed_stays_escaped():
    assert unbroken("<b>−£5,658.") == '&lt;b&gt;<span class="amount">−£5,658</span>.'
