"""The board's decision stands on the paper, where its box was, and the paper stays one to keep."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document as WordDocument
from pypdf import PdfReader

from readiness.cases import decisions, versions
from readiness.cases.models import Edition
from readiness.catalogue.contents import contents
from readiness.reports import documents
from readiness.reports.kinds import BUSINESS_CASE
from tests.people import answers, case_with
from tests.reports.states import HOSTILE

pytestmark = pytest.mark.usefixtures("catalogue")

LONG = "Night staff are asked first, and the answer is told at the next meeting. " * 27


def decided(**said):
    """What the papers of a version say once this was decided about it."""
    case = case_with(answers())
    version = versions.send(case, by="Alice", at=timezone.now(), contents=contents())
    given = {"outcome": "agreed", "decided_on": "2028-03-14"} | said
    decisions.record(version, given, by="Alice", at=timezone.now())
    return version, documents.material_of(documents.newest_edition(version))


def pages(material):
    pdf = documents.made(BUSINESS_CASE, "pdf", material)
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_the_decision_stands_on_the_decision_page_and_every_page_says_that_there_is_one():
    _version, material = decided(review="2028-09")
    found = pages(material)
    assert "Decided: Agreed, on 14 March 2028" in found[1]
    assert "Review in: September 2028" in found[1]
    assert "Signed" not in found[1]  # the empty box is gone
    assert all("Version 1, decided" in page for page in found[1:])


def test_long_conditions_are_cut_there_and_printed_in_full_further_on():
    _version, material = decided(outcome="conditions", conditions=LONG[:2000])
    found = pages(material)
    assert "…" in found[1]
    assert "page 2 of" in found[1]
    assert "page 3 of" in found[2]
    assert "The need" in found[2]  # so the decision page is still one
    whole = " ".join(found)
    assert "The board’s decision in full" in whole
    assert whole.count("Night staff are asked first") > 20


def test_what_was_typed_is_hostile_here_too():
    _version, material = decided(outcome="conditions", conditions=HOSTILE)
    web = documents.made(BUSINESS_CASE, "html", material).decode()
    assert "<script>" not in web
    assert "&lt;script&gt;" in web


def test_word_says_it_too():
    _version, material = decided(outcome="declined")
    document = WordDocument(BytesIO(documents.made(BUSINESS_CASE, "docx", material)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Decided: Declined, on 14 March 2028" in cells


def test_the_paper_that_was_sent_stays_as_it_was():
    version, _material = decided()
    sent = version.editions.get(kind=Edition.Kind.SENT)
    assert documents.material_of(sent).edition.decided == ()


def test_the_file_is_called_decided():
    _version, material = decided()
    name = documents.filename(BUSINESS_CASE, "pdf", "Hazel Court Care", material.edition)
    assert name.endswith("-v1-decided.pdf")
