"""Somebody at a terminal writes a document of a case to a file."""

import csv
import json

import pypdf
import pytest
from django.core.management import CommandError, call_command

from readiness.reports import pdf
from tests.cases.builders import later_answers
from tests.people import answers, case_with, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(catalogue):
    return case_with(answers())


@pytest.fixture
def planned(catalogue):
    return case_with(answers() | later_answers())


@pytest.fixture
def output(tmp_path):
    return tmp_path / "out.file"


def render(case, output, **options):
    call_command("render_case", case.reference, output=output, **options)
    return output.read_bytes()


def test_the_pdf_is_the_business_case(case, output):
    assert render(case, output).startswith(b"%PDF-")
    assert "Hazel Court Care" in pypdf.PdfReader(output).pages[0].extract_text()


def test_the_html_needs_no_other_file(case, output):
    html = render(case, output, format="html").decode()
    assert "Hazel Court Care" in said(html)
    assert "<link" not in html
    assert "src=" not in html


@pytest.mark.parametrize("name", ["business-case", "need", "roll-out", "roll-out-short"])
@pytest.mark.parametrize("form", ["html", "docx", "csv", "json"])
def test_every_document_is_made_in_every_format(planned, output, name, form):
    made = render(planned, output, document=name, format=form)
    assert made.startswith(b"PK" if form == "docx" else (b"<!doctype", b'"figure",', b"{"))
    assert [path.name for path in output.parent.iterdir()] == ["out.file"]


def test_the_dates_of_the_roll_out_are_made_for_a_calendar(planned, output):
    made = render(planned, output, document="roll-out", format="ics")
    assert made.startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_plan_without_a_date_has_none_for_a_calendar(catalogue, output):
    case = case_with({"people-change": later_answers()["people-change"]})
    with pytest.raises(
        CommandError, match=r"There are no dates yet\. First answer “How you will go"
    ):
        render(case, output, document="roll-out", format="ics")
    assert not output.exists()


def test_the_statement_of_need_is_made_of_a_case_just_begun(catalogue, output):
    html = render(case_with({}), output, document="need", format="html").decode()
    assert "Not begun yet. It is filled in by “The need”" in said(html)


def test_the_json_holds_the_figures_by_their_names(case, output):
    figures = json.loads(render(case, output, format="json"))
    assert figures["reference"] == case.reference
    assert figures["whole_life_cost"] == "74583.60"
    assert figures["hours_per_year"]["likely"] == "2378.1"
    assert figures["options"]["as_now"]["cost_per_hour"] is None
    assert figures["why"]["options.as_now.cost_per_hour"].endswith("has no price.")
    assert figures["verdict"] == "go-ahead"


def test_the_csv_says_why_where_there_is_no_figure(case, output):
    rows = list(csv.DictReader(render(case, output, format="csv").decode().splitlines()))
    by_name = {row["figure"]: row for row in rows}
    assert by_name["npv_cash.likely"]["value"] == "-50211.63"
    never = by_name["payback_months_cash.likely"]
    assert never["value"] == ""
    assert never["why_not"].startswith("There is no payback time in cash")
    assert by_name["break_even_minutes"] == {
        "figure": "break_even_minutes",
        "value": "6.0",
        "why_not": "",
    }


@pytest.mark.parametrize("name", ["=1+1", "+44", "-cmd|1", "@SUM(A1)"])
def test_no_cell_is_taken_for_a_formula(catalogue, output, name):
    case = case_with(answers({"organisation": {"name": name}}))
    text = render(case, output, format="csv").decode()
    assert f'"organisation","\'{name}",' in text


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"document": "poem"}, "There is no document “poem”"),
        ({"format": "odt"}, "There is no format “odt”"),
        ({"document": "supplier-brief"}, "First answer one of “What you need from it”"),
        ({"document": "roll-out"}, "First answer one of “What changes for people”"),
        ({"document": "roll-out-short"}, "Nothing to print yet"),
        ({"document": "roll-out", "format": "ics"}, "Nothing to print yet"),
        ({"document": "roll-out", "format": "json"}, "Nothing to print yet"),
        ({"format": "ics"}, "There is no format “ics”"),
        ({"document": "benefits"}, "First record a benefits review."),
        ({"document": "benefits", "format": "csv"}, "First record a benefits review."),
        ({"document": "benefits", "format": "ics"}, "There is no format “ics”"),
        ({"document": "not-now"}, "There is no such note of this case."),
    ],
)
def test_what_cannot_be_made_is_one_clear_line_and_no_file(case, output, options, line):
    with pytest.raises(CommandError, match=line) as failure:
        call_command("render_case", case.reference, output=output, **options)
    assert "\n" not in str(failure.value)
    assert list(output.parent.iterdir()) == []


def test_an_unknown_reference_is_one_clear_line(catalogue, output):
    with pytest.raises(CommandError, match="There is no case with the reference NOTHERE2"):
        call_command("render_case", "NOTHERE2", output=output)


def test_figures_need_the_money_steps_and_say_which(catalogue, output):
    given = answers()
    for step in ("costs", "alternatives"):
        del given[step]
    case = case_with(given)
    for form in ("csv", "json"):
        with pytest.raises(CommandError, match=r"costs .*, alternatives") as failure:
            call_command("render_case", case.reference, output=output, format=form)
        assert "time" not in str(failure.value)
    assert not output.exists()


def test_a_place_that_cannot_be_written_to_is_named(case, output):
    for place in (output / "nowhere" / "x.html", output.parent):
        with pytest.raises(CommandError, match="cannot be written"):
            call_command("render_case", case.reference, output=place, format="html")
    assert list(output.parent.iterdir()) == []


def test_a_pdf_that_fails_leaves_what_was_there(case, output, monkeypatch):
    def fail(*_args, **_more):
        raise pdf.RenderFailed("This document is too big to make.")

    monkeypatch.setattr(pdf, "render", fail)
    output.write_text("the last one")
    with pytest.raises(CommandError, match="too big"):
        call_command("render_case", case.reference, output=output)
    assert output.read_text() == "the last one"
