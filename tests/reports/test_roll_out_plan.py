"""Whoever rolls it out takes the plan on one page first, or in full, and its dates to a calendar."""

import pytest
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf
from readiness.reports.kinds import ROLL_OUT, ROLL_OUT_SHORT
from tests.cases.builders import complete_answers, later_answers
from tests.people import Person, answers, case_with, said
from tests.reports.states import PLANS, opened, pages, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

SHORT, FULL = "roll-out-on-one-page", "roll-out-plan"


def plan(changes=None, *, kind=ROLL_OUT, without=()):
    given = complete_answers() | later_answers()
    for step, fields in (changes or {}).items():
        given[step] = {**given.get(step, {}), **fields}
    return paper_of({step: each for step, each in given.items() if step not in without}, kind=kind)


def section_of(paper, slug):
    return next(each for each in paper.sections if each.slug == slug)


def line_of(paper, slug, label):
    blocks = section_of(paper, slug).blocks
    lines = {line.label: line.paragraphs for block in blocks for line in block.lines}
    return " ".join(lines[label])


@pytest.fixture
def planner(catalogue):
    """Alice, whose plan is complete."""
    person = Person()
    person.join(case_with(answers() | later_answers()))
    return person


def address(person, paper, form=None):
    return f"/cases/{person.case.pk}/{paper}" + (f".{form}" if form else "/")


@pytest.mark.parametrize("state", PLANS)
def test_the_short_form_is_one_page_whatever_was_written(state):
    assert len(pages(state, ROLL_OUT_SHORT)) == 1


def test_in_full_it_is_two_to_four_pages():
    assert 2 <= len(pages("planned", ROLL_OUT)) <= 4


@pytest.mark.parametrize("kind", [ROLL_OUT_SHORT, ROLL_OUT], ids=lambda kind: kind.slug)
@pytest.mark.parametrize("state", PLANS)
def test_its_heads_are_its_bookmarks_and_every_page_says_whose_it_is(state, kind):
    (_title, below) = opened(state, kind).outline
    sections = paper_of(PLANS[state](), kind=kind).sections
    titles = [each.title for each in below if not isinstance(each, list)]
    assert titles == [each.title for each in sections]
    read = pages(state, kind)
    for place, text in enumerate(read, start=1):
        assert "Roll-out plan · Draft · 6 September 2027" in text
        assert f"page {place} of {len(read)}" in text


@pytest.mark.parametrize("kind", [ROLL_OUT_SHORT, ROLL_OUT], ids=lambda kind: kind.slug)
def test_it_says_who_leads_what_changes_when_and_what_would_make_us_stop(kind):
    text = " ".join(pages("planned", kind))
    for words in (
        "Hazel Court Care",
        "Grace Bell, registered",
        "Joy on days and Sam on nights",
        "Carers write notes beside the person",
        "Volunteers note who came",
        "Residents can ask to read",
        "42 people will use it, and each has 6 hours to learn it, in paid time.",
        "The costs pay for 252 hours away from the work.",
        "Joy sits with each person for an hour.",
        "Try it small first",
        "Wi-Fi checked in both buildings",
        "First look: More time with people in the evening",
        "Staff talk about it each Friday",
        "Medicine errors rise",
    ):
        assert words in text


def test_both_principles_head_what_this_case_does_about_them():
    text = " ".join(pages("planned", ROLL_OUT))
    first, second = text.index("It is not an IT project"), text.index("A different approach, and")
    assert first < text.index("Grace Bell") < second < text.index("Carers write notes beside")


def test_it_says_who_covers_the_shift_as_far_as_the_costs_do():
    costs = {"category": "other", "one_off": "1.00", "confidence": "quoted", "in_year": 0}
    named = {"costs": {"rows": [{**costs, "label": "Paid training and shift cover"}]}}
    assert line_of(plan(named), "people", "Who covers the shift") == (
        "In the costs there is: “Paid training and shift cover”."
    )
    assert "252 hours away from the work" in line_of(plan(), "people", "Who covers the shift")
    unknown = plan(without=["cost-assumptions"])
    assert line_of(unknown, "people", "Who covers the shift").startswith("Not settled yet.")
    assert line_of(unknown, "people", "Learning it").startswith("How long it takes")


def test_the_dates_stand_in_order_under_the_names_that_the_chart_gives_them():
    block = section_of(plan(), "dates").blocks[0]
    named = [row.name for row in block.table.rows]
    assert named == ["Date 1", "Start", "Date 2", "Date 3", "First look 1"]
    assert [label.text for label in block.chart.labels if label.text in named] == named
    for row in block.table.rows:
        assert f"{row.name} in {row.cells[0].text}" in block.chart.finding


def test_dates_out_of_order_are_said_and_the_plan_is_made_all_the_same():
    early = {
        "plan": {"start": "2028-01"},
        "tracking": {"rows": [{"outcome": 1, "who": "Joy", "first_review": "2027-11"}]},
    }
    points = section_of(plan(early), "again").blocks[0].points
    assert points[0].startswith("A first look comes before the start: “More time with people")
    assert any(point.startswith("A date comes after the last of the first") for point in points)
    short = section_of(plan(early, kind=ROLL_OUT_SHORT), "dates").blocks[0].after[0]
    assert "things are worth another look: see the full plan." in short


def test_where_all_dates_fit_nothing_asks_for_another_look():
    later = {"milestones": {"rows": [{"what": "Ready", "who": "Sam", "when": "2027-10"}]}}
    assert [each.slug for each in plan(later).sections][-1] == "tracking"
    assert section_of(plan(later, kind=ROLL_OUT_SHORT), "dates").blocks[0].after == ()


def test_what_is_not_answered_yet_says_so_in_its_place():
    paper = plan(without=["milestones", "tracking"])
    assert section_of(paper, "dates").open == "Still to be answered: “Dates”."
    assert section_of(paper, "tracking").open.startswith("Not asked yet.")
    short = plan(without=["milestones", "tracking"], kind=ROLL_OUT_SHORT)
    assert "“Dates” and “Is it working?”" in section_of(short, "lead").open


def test_a_plan_without_a_date_has_no_chart():
    paper = plan(without=["plan", "milestones", "tracking"])
    assert section_of(paper, "dates").blocks == ()


def test_the_short_form_says_how_many_dates_it_has_no_room_for():
    rows = [{"what": f"Step {n}", "who": "Jo", "when": "2027-10"} for n in range(10)]
    dates = section_of(plan({"milestones": {"rows": rows}}, kind=ROLL_OUT_SHORT), "dates").blocks[0]
    assert len(dates.table.rows) == 11
    assert dates.after == ("1 more date is in the full plan.",)


def test_the_task_list_offers_one_page_first_and_that_page_the_full_plan(planner):
    assert f'href="{address(planner, SHORT)}"' in planner.see()
    short = planner.get(address(planner, SHORT)).text
    assert f'href="{address(planner, FULL)}">Read the full plan' in short
    assert (
        f'href="{address(planner, SHORT)}">Read it on one page'
        in planner.get(address(planner, FULL)).text
    )


@pytest.mark.parametrize("paper", [SHORT, FULL])
def test_its_page_offers_its_files_and_its_dates(planner, paper, monkeypatch):
    monkeypatch.setattr(pdf, "render", lambda html, link_labels: b"%PDF-1.7 stand-in")
    html = planner.get(address(planner, paper)).text
    for form in ("pdf", "docx", "ics"):
        link = address(planner, paper, form)
        assert f'href="{link}"' in html
        assert planner.get(link).status_code == 200
    assert "Carers write notes beside the person" in said(html)


@pytest.mark.parametrize("paper", [SHORT, FULL])
def test_before_the_last_stage_there_is_nothing_and_the_page_says_what_to_answer(done, paper):
    for form in (None, "pdf", "docx", "ics"):
        answer = done.get(address(done, paper, form))
        assert answer.status_code == 404
        assert "First answer one of “What changes for people”" in said(answer.text)


def test_of_a_version_without_a_plan_a_consultant_is_told_why_there_is_none(done, dawn):
    sent = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    answer = dawn.get(f"/review/{sent.pk}/{FULL}.docx", follow=True)
    assert "First answer one of “What changes for people”" in said(answer.text)


def test_a_stranger_learns_nothing_of_a_plan(planner, charlie):
    for paper in (SHORT, FULL):
        for form in (None, "pdf", "ics"):
            assert charlie.get(address(planner, paper, form)).status_code == 404
