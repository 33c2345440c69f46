"""Dawn, a consultant, looks at what many cases say together."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from readiness.cases.models import Case
from readiness.desk.insights import filters
from tests.desk.counted import TODAY, sent_by
from tests.people import Person, said

PAGES = ("needs", "worries", "verdicts", "readiness", "benefits")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(filters.timezone, "localdate", lambda: TODAY)


def page(person, subject="needs", **query):
    answer = person.get(f"/admin/insights/{subject}/", query)
    assert answer.status_code == 200
    return answer.text


def rows_of(person, subject, **query):
    """The rows of the CSV, each as “what: number, number”."""
    answer = person.get(f"/admin/insights/{subject}.csv", query)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    return [f"{row[1]}: {', '.join(row[2:])}" for row in rows if row]


def test_she_reads_which_way_forward_is_chosen_most(dawn):
    sent_by(12)
    sent_by(8, {"avenues": {"chosen": ["crm", "mobile-working"]}})

    words = said(page(dawn))

    assert (
        "“Digital care records and care planning” is chosen most often: by 12 of 20 organisations (60%)."
        in words
    )
    assert "Mobile working 8 (40%)" in words
    assert "Ways forward chosen" in words
    assert "Who feels the need" in words


def test_she_sees_strong_worries_and_not_mild_ones(dawn):
    sent_by(6, {"anxieties": {"replace-people": 3}})
    sent_by(6, {"anxieties": {"replace-people": 2}})
    sent_by(8, {"anxieties": {"replace-people": 1, "cost-much": 0}})

    rows = rows_of(dawn, "worries", split="nation")

    assert "Will it replace people?: 12, 12" in rows
    assert "Will it cost much?: 12, 12" in rows
    assert "Organisations: 20, 20" in rows


def test_she_sees_where_organisations_are_not_ready(dawn):
    sent_by(7, {"readiness-foundations": {"good_enough": "no"}})
    sent_by(13)

    words = said(page(dawn, "readiness"))

    assert "“Foundations” is the most common gap: for 7 of 20 organisations (35%)." in words


def test_she_sees_the_verdicts_over_time(dawn):
    sent_by(6, verdict="not-now", on=date(2026, 2, 3))
    sent_by(14, verdict="go-ahead", on=date(2026, 3, 31))
    sent_by(10, verdict="go-ahead", on=date(2026, 4, 1))
    sent_by(10, verdict="not-now", on=date(2026, 5, 30))

    assert rows_of(dawn, "verdicts")[:3] == [
        "Verdict: All, Jan–Mar 2026, Apr–Jun 2026, Jul–Sep 2026, Oct–Dec 2026",
        "Organisations: 40, 20, 20, 0, 0",
        "Go ahead: 24, 14, 10, 0, 0",
    ]
    assert "“Go ahead” fell from 70% in Jan–Mar 2026 to 50% in Apr–Jun 2026." in said(
        page(dawn, "verdicts")
    )
    assert rows_of(dawn, "verdicts", split="month", first="March 2026", last="4 2026")[:2] == [
        "Verdict: All, Mar 2026, Apr 2026",
        "Organisations: 24, 14, 10",
    ]
    assert rows_of(dawn, "verdicts", split="year")[0] == "Verdict: All, 2026"


def test_she_sees_what_became_of_the_benefits(dawn):
    sent_by(9, realised={"outcomes": "reached", "minutes": "likely", "next": "carry-on"})
    sent_by(6, realised={"outcomes": "partly", "minutes": "below", "next": "change"})
    sent_by(15)

    rows = rows_of(dawn, "benefits", split="nation")

    assert "All were reached: 9, 9" in rows
    assert "Some were reached, or partly: 6, 6" in rows
    assert "Fewer than the lowest expected: 6, 6" in rows
    assert "Carry on: 9, 9" in rows
    assert "Stop: 0, 0" in rows
    words = said(page(dawn, "benefits"))
    assert "“All were reached” was found most often: in 9 of 30 organisations (30%)." in words
    assert "Benefits realised" in words


def test_what_few_found_of_their_benefits_is_withheld(dawn):
    sent_by(9, realised={"outcomes": "reached", "minutes": "likely", "next": "carry-on"})
    sent_by(3, realised={"outcomes": "not", "minutes": "below", "next": "stop"})
    sent_by(20)

    rows = rows_of(dawn, "benefits", split="year")

    assert "None was reached: withheld, withheld" in rows
    assert "Stop: withheld, withheld" in rows
    # Those that have not looked are the rest, so a row beside the few is withheld as well.
    assert "All were reached: withheld, withheld" in rows


def test_what_was_sent_long_ago_is_one_column_and_is_not_lost(dawn):
    sent_by(8, on=date(2019, 5, 1), verdict="not-now")
    sent_by(7, on=date(2023, 12, 31))
    sent_by(20, on=date(2024, 1, 1))

    rows = rows_of(dawn, "verdicts")

    assert rows[0].startswith("Verdict: All, Until Dec 2023, Jan–Mar 2024, Apr–Jun 2024")
    assert rows[1].startswith("Organisations: 35, 15, 20, 0")
    assert rows_of(dawn, "verdicts", first="1 2020")[1].startswith("Organisations: 27, 7, 20, 0")


def test_a_few_that_were_sent_long_ago_are_withheld_and_the_rest_is_shown(dawn):
    sent_by(3, on=date(2019, 5, 1))
    sent_by(20, on=date(2026, 1, 1))
    sent_by(9, on=date(2026, 10, 1))

    base = rows_of(dawn, "verdicts")[1]

    # What stands with the few is withheld too, up to the next end of months that can be shown.
    assert base.startswith("Organisations: 32, withheld, 0")
    assert base.endswith("0, withheld, 0, 0, 9")


def test_she_compares_nations_and_kinds_of_service(dawn):
    sent_by(10, nation="wales", verdict="go-ahead")
    sent_by(10, nation="england", verdict="not-now")
    sent_by(5, {"organisation": {"services": ["charity", "housing"]}}, verdict="not-now")

    assert rows_of(dawn, "verdicts", split="nation")[:3] == [
        "Verdict: All, England, Wales",
        "Organisations: 25, 15, 10",
        "Go ahead: 10, 0, 10",
    ]
    assert rows_of(dawn, "verdicts", split="service")[:2] == [
        "Verdict: All, Care home, Nursing home, Charity or community group, Housing",
        "Organisations: 25, 20, 20, 5, 5",
    ]
    assert rows_of(dawn, "verdicts", split="nation", service="charity")[:2] == [
        "Verdict: All, England",
        "Organisations: 5, 5",
    ]
    assert rows_of(dawn, "verdicts", nation="wales", split="service")[1].startswith(
        "Organisations: 10"
    )


def test_a_few_organisations_are_withheld_and_cannot_be_found_by_subtracting(dawn):
    sent_by(20)
    sent_by(9, nation="scotland")
    sent_by(3, nation="wales")

    rows = rows_of(dawn, "needs", split="nation")

    assert rows[1] == "Organisations: 32, 20, withheld, withheld"
    assert "People who draw on care and support: 32, 20, withheld, withheld" in rows
    assert "withheld" in said(page(dawn, split="nation"))


def test_a_service_that_nearly_all_offer_does_not_tell_who_does_not(dawn):
    sent_by(20)  # as care homes and nursing homes
    sent_by(3, {"organisation": {"services": ["nursing-home"]}})

    rows = rows_of(dawn, "needs", split="service")

    assert rows[0] == "Group: All, Care home, Nursing home"
    assert rows[1] == "Organisations: 23, withheld, 23"


def test_two_windows_that_differ_by_a_few_are_not_both_shown(dawn):
    sent_by(9, on=date(2026, 8, 1))
    sent_by(3, on=date(2026, 9, 1))
    sent_by(9, on=date(2026, 10, 1))

    until_september = rows_of(dawn, "verdicts", last="9 2026", split="year")
    until_august = rows_of(dawn, "verdicts", last="8 2026", split="year")

    assert until_september[1] == "Organisations: 12, 12"
    assert until_august == []
    assert "or other months" in said(page(dawn, "verdicts", last="8 2026"))


def test_the_page_of_one_nation_does_not_tell_what_the_page_of_all_withholds(dawn):
    sent_by(20)
    sent_by(9, nation="scotland")
    sent_by(3, nation="wales")

    assert rows_of(dawn, "needs", nation="scotland") == []
    assert rows_of(dawn, "needs", nation="england", split="year")[1] == "Organisations: 20, 20"


def test_of_one_nation_a_row_is_withheld_where_it_is_beside_the_others(dawn):
    crm = {"avenues": {"chosen": ["crm"]}}
    for nation, number in (("england", 6), ("wales", 2), ("scotland", 7)):
        sent_by(number, crm, nation=nation)
        sent_by(20, nation=nation)

    among = rows_of(dawn, "needs", split="nation")
    england, scotland = (
        rows_of(dawn, "needs", nation=nation, split="year") for nation in ("england", "scotland")
    )

    assert "CRM: 15, withheld, withheld, 7" in among
    assert "CRM: withheld, withheld" in england
    assert "CRM: 7, 7" in scotland


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"nation": "wales"}, "too few in it"),
        ({"nation": "england"}, "too few left out of it"),
        ({"first": "1 2020", "last": "2 2020"}, "nothing in it"),
        ({"first": "1 2090"}, "nothing in it"),
        ({"last": "1 1900", "split": "month"}, "nothing in it"),
    ],
)
def test_where_filters_leave_too_few_nothing_is_shown(dawn, query, reason):
    sent_by(20)
    sent_by(3, nation="wales")

    html = page(dawn, "verdicts", **query)

    assert "<svg" not in html.partition('class="insights"')[2].partition("</main>")[0]
    assert "Choose fewer" in said(html)
    assert rows_of(dawn, "verdicts", **query) == []


def test_five_cases_of_one_organisation_are_one_organisation(dawn):
    sent_by(5, name="Hazel Court Care", nation="wales")
    sent_by(20)

    assert "Choose fewer filters" in said(page(dawn, nation="wales"))
    assert rows_of(dawn, "verdicts", split="year")[1] == "Organisations: 21, 21"


def test_before_anything_is_sent_the_page_says_so(dawn):
    for subject in PAGES:
        assert "No case was sent yet." in said(page(dawn, subject))


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ({"first": "soon"}, "Give a month and a year, like March 2028."),
        ({"first": "5 2026", "last": "4 2026"}, "This is before the first month."),
        ({"nation": "atlantis"}, "atlantis is not one of the available choices."),
        ({"split": "<script>"}, "<script> is not one of the available choices."),
    ],
)
def test_a_filter_that_is_wrong_is_said_beside_it(dawn, query, fault):
    sent_by(9)
    words = said(page(dawn, "verdicts", **query))
    assert fault in words
    assert "Nothing is shown until the filters are right." in words
    assert dawn.get("/admin/insights/verdicts.csv", query).status_code == 404


def test_each_chart_says_its_finding_and_stands_beside_its_table(dawn):
    sent_by(12)
    sent_by(8, nation="wales")
    for subject in PAGES:
        html = page(dawn, subject, split="nation")
        charts = html.count('<svg class="bars"') + html.count('<svg class="posts"')
        assert charts == 2 * html.count("<tfoot>")
        assert html.count('role="img"') == html.count("<title id=") == charts


def test_the_sheet_for_a_spreadsheet_holds_numbers_and_no_formula(dawn):
    sent_by(12)
    sent_by(3, nation="wales")
    answer = dawn.get("/admin/insights/needs.xlsx", {"split": "year"})
    book = load_workbook(BytesIO(answer.content))

    assert book.sheetnames == ["About", "Who feels the need", "Ways forward chosen"]
    rows = list(book["Ways forward chosen"].iter_rows(values_only=True))
    assert rows[0] == ("Way forward", "All", "2026")
    assert rows[1] == ("Organisations", 15, 15)
    assert ("Digital care records and care planning", 15, 15) in rows
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "Numbers under five are withheld" in " ".join(
        str(cell.value) for cell in book["About"]["A"]
    )


def test_the_pages_ask_the_database_the_same_however_many_cases_there_are(dawn):
    def queries(**query):
        cache.clear()
        with CaptureQueriesContext(connection) as found:
            page(dawn, **query)
        return len(found)

    sent_by(6)
    page(dawn)
    before = {split: queries(split=split) for split in filters.SPLITS}
    sent_by(30, nation="wales")
    assert {split: queries(split=split) for split in filters.SPLITS} == before
    assert max(before.values()) <= 10


def test_what_was_counted_is_kept_until_a_case_is_sent_or_deleted(dawn):
    def sent():
        return rows_of(dawn, "verdicts", split="nation")[1]

    sent_by(9)
    assert sent() == "Organisations: 9, 9"
    with CaptureQueriesContext(connection) as found:
        assert sent() == "Organisations: 9, 9"
    assert not any("COUNT(DISTINCT" in each["sql"] for each in found.captured_queries)
    sent_by(6)
    assert sent() == "Organisations: 15, 15"
    Case.objects.latest("pk").delete()
    assert sent() == "Organisations: 14, 14"


@pytest.mark.parametrize("staff", [None, False, True])
def test_whoever_may_not_look_does_not(db, staff):
    sent_by(9)
    person = Person()
    if staff is not None:
        person.sign_in(get_user_model().objects.create_user("eve", is_staff=staff))
    for address in ("", "needs/", "needs.csv", "needs.xlsx"):
        answer = person.get(f"/admin/insights/{address}")
        assert answer.status_code in {302, 403}
        assert "/admin/login/" in answer.headers.get("Location", "/admin/login/")


def test_what_there_is_not_is_not_found_and_the_first_page_is_the_needs(dawn):
    for address in ("money/", "needs.pdf", "money.csv"):
        assert dawn.get(f"/admin/insights/{address}").status_code == 404
    assert "<h1>Needs and ways forward</h1>" in dawn.get("/admin/insights/").text
    assert dawn.post("/admin/insights/needs/").status_code == 405
