"""A board reads the benefits review: promised and found side by side, on two pages at most."""

import csv
import io
import json
import logging
import re

import page
import pypdf
import pytest
from django.core.management import call_command
from docx import Document

from readiness.reports import documents
from readiness.reports.kinds import BENEFITS, NOT_NOW
from tests.benefits.held import in_use, record
from tests.people import said
from tests.reports.benefits_states import NOTES, REVIEWS, review_pdf
from tests.reports.states import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def paper(state):
    return documents.paper(BENEFITS, REVIEWS[state]())


def section_of(found, slug):
    return next(each for each in found.sections if each.slug == slug)


@pytest.mark.parametrize("state", REVIEWS)
def test_it_is_two_pages_at_most_and_a_screen_reader_can_read_it(state):
    made = review_pdf(state)
    read = [words(each) for each in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert len(read) <= 2
    assert page.validate_pdf_bytes(made).failures == []
    for place, text in enumerate(read, start=1):
        assert "Benefits review · After" in text
        assert f"page {place} of {len(read)}" in text
    assert re.findall(r"\bnan\b|\bNone\b|£[-−]|-0\.00", " ".join(read)) == []


@pytest.mark.parametrize(
    ("kind", "given"), [(BENEFITS, REVIEWS["longest"]), (NOT_NOW, NOTES["longest"])]
)
def test_weasyprint_warns_of_nothing(kind, given, caplog):
    with caplog.at_level(logging.WARNING):
        documents.made(kind, "pdf", given())
    assert caplog.text == ""


@pytest.mark.parametrize("state", REVIEWS)
def test_its_word_file_opens_whatever_was_typed(state):
    document = Document(io.BytesIO(documents.made(BENEFITS, "docx", REVIEWS[state]())))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert heads == [each.title for each in paper(state).sections]


def test_its_heads_are_its_bookmarks():
    reader = pypdf.PdfReader(io.BytesIO(review_pdf("longest")))
    (_title, below) = reader.outline
    titles = [each.title for each in below if not isinstance(each, list)]
    assert titles == [each.title for each in paper("longest").sections]
    assert reader.metadata.title.startswith("Benefits review after 12 months – ")


def test_promised_and_found_stand_side_by_side():
    found = paper("short")
    first, _second = section_of(found, "outcomes").blocks[0].table.rows
    assert [cell.text for cell in first.cells][1:] == ["2", "5", "4", "Partly"]
    rows = section_of(found, "figures").blocks[0].table.rows
    assert {row.name: [cell.text for cell in row.cells] for row in rows} == {
        "Minutes saved in a shift": ["14 (5 to 20)", "10", "4 fewer"],
        "Hours given back in the first 6 months": ["595 (212 to 849)", "425", "170 fewer"],
        "Hours a year, once all use it": ["2,378 (849 to 3,397)", "1,699", "679 fewer"],
        "Paid once": ["£18,892", "£19,400", "£508 more"],
        "Running costs of the first 6 months": ["£5,569", "£5,100", "£469 less"],
        "Both together": ["£24,461", "£24,500", "£39 more"],
        "Worth over 5 years, after costs": [
            "£87,863 (−£12,778 to £154,823)",
            "£44,030",
            "£43,833 less",
        ],
    }
    (note,) = section_of(found, "figures").blocks[0].after
    assert "The worth found is with the minutes found and the costs promised." in note


def test_the_chart_says_its_finding():
    chart = section_of(paper("short"), "figures").blocks[0].chart
    assert chart.finding == (
        "Minutes saved in a shift. Promised: 14 (5 to 20). After 6 months: 10."
    )
    promise, actual = chart.bars
    assert promise.hollow
    assert promise.low < actual.box.right < promise.box.right < promise.high


def test_where_minutes_were_lost_its_bar_runs_the_other_way():
    chart = section_of(paper("minutes lost"), "figures").blocks[0].chart
    promise, actual = chart.bars
    assert actual.box.right == chart.nought == promise.box.x
    assert (
        "It takes 30 minutes longer in a shift."
        in section_of(paper("minutes lost"), "short").blocks[0].points[1]
    )


def test_where_nobody_counted_minutes_the_chart_shows_the_costs():
    chart = section_of(paper("no minutes"), "figures").blocks[0].chart
    assert chart.finding == "Costs so far. Promised: £24,461. Paid: £24,500."
    assert section_of(paper("nothing counted"), "figures").blocks[0].chart is None


def test_what_cannot_be_held_side_by_side_says_why():
    assert section_of(paper("nothing counted"), "gaps").blocks[0].points == (
        "Nobody has counted the minutes yet, so hours and worth cannot be said.",
        "What was paid is not said, so costs cannot be held side by side.",
    )
    points = section_of(paper("nothing promised"), "gaps").blocks[0].points
    assert points[0] == "The case named no outcomes, so there is nothing to have reached."
    assert points[1].endswith(
        "Not answered then: “Time”, “Costs”, “Learning and what-ifs” and “The other choices”."
    )


def test_word_has_the_same_tables():
    made = documents.made(BENEFITS, "docx", REVIEWS["longest"]())
    tables = Document(io.BytesIO(made)).tables
    assert len(tables) == 3
    given = section_of(paper("longest"), "figures").blocks[0].table
    cells = [[cell.text for cell in row.cells] for row in tables[1].rows][1:]
    assert cells == [[row.name, *(each.text for each in row.cells)] for row in given.rows]


def test_the_same_review_gives_the_same_bytes():
    for form in ("pdf", "docx", "html"):
        one, other = (documents.made(BENEFITS, form, REVIEWS["short"]()) for _time in range(2))
        assert one == other


def test_nothing_that_was_typed_runs_or_fetches():
    html = documents.made(BENEFITS, "html", REVIEWS["hostile"]()).decode()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_a_formula_that_was_typed_stays_a_text():
    given = REVIEWS["short"]()
    given.facts.answers["benefits"]["review"]["found"][0]["actual"] = "=cmd|' /C calc'!A0"
    rows = {
        row[0]: row[1]
        for row in csv.reader(io.StringIO(documents.made(BENEFITS, "csv", given).decode()))
    }
    assert rows["outcomes.1.found"] == "'=cmd|' /C calc'!A0"
    assert rows["minutes_saved.found"] == "10.0"


def test_its_figures_say_why_one_is_not_there():
    given = json.loads(documents.made(BENEFITS, "json", REVIEWS["nothing counted"]()))
    assert given["npv_all"] == {
        "promised": "87863.34",
        "low": "-12777.62",
        "high": "154822.92",
        "found": None,
    }
    assert given["why"]["npv_all.found"].startswith("Nobody has counted the minutes yet")
    assert given["why"]["paid.found"].startswith("What was paid is not said")
    assert given["version"] == 2


@pytest.mark.parametrize("form", ["html", "docx", "csv", "json"])
def test_somebody_at_a_terminal_has_the_newest_review(form, tmp_path):
    alice, output = in_use(12), tmp_path / "out.file"
    record(alice, 3, why="Too early to say.")
    record(alice, 12, why="It saves time.")
    call_command(
        "render_case", alice.case.reference, output=output, document="benefits", format=form
    )
    assert output.stat().st_size
    if form == "html":
        text = said(output.read_text())
        assert "Benefits review after 12 months" in text
        assert "It saves time." in text
    if form == "json":
        assert json.loads(output.read_text())["months"] == 12


def test_its_page_leads_to_its_files_and_later_reviews_are_not_in_it():
    alice = in_use(12)
    record(alice, 3)
    record(alice, 6, minutes="19", decision="stop")
    html = alice.see("benefits/3/review")
    for form in ("pdf", "docx", "csv", "json"):
        assert f'href="{alice.url()}benefits/3/review.{form}"' in html
    assert "After 6 months" not in html
    assert "Each time we looked" in alice.see("benefits/6/review")
    answer = alice.get(f"{alice.url()}benefits/6/review.csv")
    assert 'filename="hazel-court-care-figures-' in answer.headers["Content-Disposition"]
    assert 'after-6-months.csv"' in answer.headers["Content-Disposition"]


def test_a_review_that_is_not_recorded_has_no_paper(charlie):
    alice = in_use(12)
    record(alice, 3)
    for address in ("benefits/6/review/", "benefits/6/review.pdf"):
        answer = alice.get(alice.url() + address)
        assert answer.status_code == 404
        assert "First record the review after 6 months." in said(answer.text)
    assert alice.get(f"{alice.url()}benefits/3/review.exe").status_code == 404
    assert charlie.get(f"{alice.url()}benefits/3/review.csv").status_code == 404
