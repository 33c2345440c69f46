"""The decision page says the right thing first, and finds room for it."""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from django.template.loader import render_to_string

from readiness.catalogue.contents import contents
from readiness.catalogue.models import Sentence
from readiness.reports import documents, pdf
from readiness.reports.context import fitting
from readiness.reports.context.asked import in_one_line
from readiness.reports.context.decision import height
from readiness.reports.context.fitting import TIGHT
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut, room
from tests.cases.builders import DIMENSIONS, complete_answers, heard_from
from tests.cases.organisations import LUNCH_CLUB
from tests.reports.states import STATES, facts_of, paper_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

DEAR = {"costs": {"rows": [{"label": "All", "per_year": "90000.00", "confidence": "quoted"}]}}
UNREADY = {f"readiness-{slug}": {"good_enough": "no"} for slug in DIMENSIONS}
EXTREMES = {
    "dear": DEAR,
    "not ready": UNREADY,
    "dear and not ready": DEAR | UNREADY,
    "longer than today": {
        "time": {"minutes_saved_low": -120, "minutes_saved_likely": -60, "minutes_saved_high": 0}
    },
    "no staff to compare": {"alternatives": {"extra_fte": "0"}},
    "huge": {"time": {"shifts_per_week": 100_000, "hourly_pay": "1000.00"}},
    "one year": {"cost-assumptions": {"years": 1}, "time": {"first_year_percent": "0"}},
}


def test_a_reason_without_figures_is_never_cut_within_a_sentence():
    reasons = Sentence.objects.filter(kind="reason").exclude(text__contains="{")
    assert len(reasons) > 20
    cut_short = [each.slug for each in reasons if cut(each.text, TIGHT.reason).endswith("…")]
    assert not cut_short


def test_where_an_hour_of_staff_is_cheaper_that_comes_first():
    lead = paper_of(complete_answers(DEAR)).decision.lead[0]
    facts = facts_of(complete_answers(DEAR))
    assert facts.figures.extra_staff_cost_per_hour < facts.figures.cost_per_hour_released
    assert "would cost less" in lead or "cheaper" in lead


def test_a_case_half_done_says_that_it_cannot_be_judged_yet():
    decision = paper_of(STATES["half-filled"]()).decision
    assert decision.verdict == "Not enough is known yet"
    assert decision.options is None
    assert "cannot be judged yet" in decision.lead[0]


def test_a_case_not_begun_still_has_a_page():
    decision = paper_of({}).decision
    assert [panel.title for panel in decision.above] == ["The need", "What it would cost"]
    assert decision.above[0].paragraphs == ("The need is not described yet.",)


def test_four_reasons_are_told_and_the_others_counted():
    decision = paper_of(complete_answers(UNREADY)).decision
    assert len(decision.reasons) == 4
    assert decision.more.endswith("more reasons")


def on_page(decision, title):
    """The panel of this title, as one text."""
    panels = (*decision.above, *decision.below)
    return next(" ".join(panel.paragraphs) for panel in panels if panel.title == title)


def test_a_board_reads_why_apart_from_what_could_overturn_it():
    decision = paper_of(complete_answers()).decision
    assert decision.why.title == "Why"
    assert decision.why.paragraphs[0].startswith("On likely figures, it comes out £87,863 ahead")
    assert decision.doubts.paragraphs == (
        "Saving 14 minutes is an estimate. It takes 10 minutes to stay ahead of doing it better.",
    )


def test_a_board_reads_what_the_low_figures_come_to():
    assert on_page(paper_of(complete_answers()).decision, "If it goes badly").startswith(
        "On the low figures it would be £12,778 behind spending nothing and £56,111 behind doing it "
        "better, so the verdict would be “not this, or not now”."
    )


def test_a_blocking_worry_stands_there_with_whose_it_is_and_the_answer():
    given = {"who": ["board", "frontline"], "response": "No post goes because of this."}
    blocked = {"anxieties": {"replace-people": 3}, "anxiety-replace-people": given}
    decision = paper_of(complete_answers(blocked)).decision
    assert on_page(decision, "Blocking worry") == (
        "“Will it replace people?” Held by board or trustees and frontline staff. "
        "Answer: No post goes because of this. The case does not say yet that they accept it."
    )


def test_a_blocking_worry_without_an_answer_is_said_to_have_none():
    decision = paper_of(complete_answers({"anxieties": {"replace-people": 3}})).decision
    assert on_page(decision, "Blocking worry").endswith("There is no answer yet.")


SERIOUS = {"risk": "The signal fails", "likelihood": 4, "impact": 5, "owner": "The deputy manager"}


def test_a_risk_both_likely_and_serious_stands_there_and_a_lesser_one_does_not():
    serious = paper_of(complete_answers({"risks": {"rows": [SERIOUS]}})).decision
    assert "The signal fails (likely; very serious)" in on_page(serious, "If it goes badly")
    lesser = paper_of(complete_answers()).decision
    assert "risk" not in on_page(lesser, "If it goes badly")


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, "Agreed: ask suppliers"),
        (UNREADY, "Agreed: do the list first, and come back on"),
        ({"alternatives": {"change_minutes_saved": 14}}, "Agreed: do not buy"),
    ],
)
def test_the_box_says_what_would_be_agreed(changes, first):
    assert paper_of(complete_answers(changes)).decision.box.choices[0].label == first


def test_nothing_is_agreed_to_while_the_case_cannot_be_judged():
    labels = [each.label for each in paper_of(STATES["half-filled"]()).decision.box.choices]
    assert labels == ["Put off: come back on", "Declined"]


def test_a_list_of_open_parts_ends_after_a_whole_name():
    (text,) = paper_of(STATES["half-filled"]()).decision.reasons
    assert re.search(r" parts are still open: .*” and \d+ more\.$", text)


def test_people_who_draw_on_care_are_there_before_the_figures_are():
    told = on_page(paper_of(STATES["half-filled"]()).decision, "What people said")
    assert told.startswith("People who draw on care have been asked. Asked too: ")


@pytest.mark.parametrize("how", ["told", "not-yet", "not-applicable"])
def test_others_are_not_asked_too_where_people_who_draw_on_care_were_not(how):
    answers = complete_answers({"involvement": {"people": how}})
    told = on_page(paper_of(answers).decision, "What people said")
    assert "Asked too" not in told
    assert "Asked: frontline staff" in told


ALL_WORRY = {"cost_much": (3, 75, "3")}
LESS_CONTROL = {"control": ("much-less", 75, "-2")}


@pytest.mark.parametrize("letters", [fitting.TIGHT.people, 110])
@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, r"No group that was asked worries more than assumed\."),
        (ALL_WORRY, r"1 worry weighs more on people than assumed\."),
        (LESS_CONTROL, r"People expect less choice and control than assumed\."),
        (ALL_WORRY | LESS_CONTROL, r".*expect less .*control.*\."),
        (ALL_WORRY | LESS_CONTROL, r".*worr.* more.*\."),
    ],
)
def test_what_people_said_otherwise_is_whole_where_there_is_least_room_too(letters, told, words):
    facts = replace(facts_of(complete_answers()), heard=heard_from("people", **told))
    line = in_one_line(Said(facts, contents()), letters)
    assert re.fullmatch(words, line)
    assert room(line) <= letters


def test_what_is_over_budget_is_said_once():
    over = {"cost-assumptions": {"budget": "25000.00"}}
    decision = paper_of(complete_answers(over)).decision
    texts = (*decision.lead, *decision.reasons, on_page(decision, "What it would cost"))
    assert [text for text in texts if "£5,030" in text] == [
        "The first year costs £30,030. That is £5,030 more than the budget of £25,000."
    ]


def test_carrying_on_is_not_called_free_where_nobody_said_what_it_costs():
    unknown = {"alternatives": {"cost_of_waiting": None}}
    assert "Nobody has said" in on_page(paper_of(complete_answers(unknown)).decision, "If we wait")
    assert "£0 was entered" in on_page(paper_of(complete_answers()).decision, "If we wait")


def test_the_page_speaks_to_the_board_and_not_to_the_author():
    for made in (complete_answers(), complete_answers(UNREADY), complete_answers(DEAR)):
        decision = paper_of(made).decision
        texts = [*decision.lead, *decision.reasons, decision.next]
        texts += [text for each in (*decision.above, *decision.below) for text in each.paragraphs]
        assert [text for text in texts if re.search(r"\byou(rs?|rself)?\b", text, re.I)] == []


def test_an_option_of_which_nothing_was_said_is_no_row():
    better = dict.fromkeys(("change_description", "change_one_off", "change_minutes_saved"))
    answers = complete_answers({"alternatives": {**better, "change_per_year": None}})
    table = paper_of(answers).decision.options
    assert len(table.rows) == 3
    assert "better without new technology" in table.note


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("extreme", EXTREMES)
def test_the_tightest_page_has_room(state, extreme):
    answers = STATES[state]()
    for step, changes in EXTREMES[extreme].items():
        if step in answers:
            answers[step] = answers[step] | changes
    assert height(paper_of(answers).decision) <= fitting.PAGE


@pytest.mark.parametrize("extreme", ["dear", "longer than today", "no staff to compare"])
def test_a_page_that_is_nearly_full_is_drawn_as_one(extreme):
    """What the sums of room say is held against the real thing."""
    paper = paper_of(complete_answers(EXTREMES[extreme]))
    assert height(paper.decision) > 0.95 * fitting.PAGE
    values = {"style": documents.style(), "paper": paper, "decision": paper.decision}
    page = render_to_string("reports/parts/decision.html", values)
    html = f"<html lang=en><title>t</title><style>{values['style']}</style><p>x</p><body class=report>{page}"
    drawn = pypdf.PdfReader(io.BytesIO(pdf.render(html + '<p id="reasons">x</p>')))
    assert len(drawn.pages) == 3
    assert "Review on" in words(drawn.pages[1])


def test_where_there_is_room_a_board_reads_how_to_read_the_table():
    note = paper_of(LUNCH_CLUB).decision.options.note
    assert "Of the hours given back, 50% are counted in year 1." in note
    assert "An hour of extra staff is valued at its pay" in note
