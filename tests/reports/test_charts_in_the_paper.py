"""Each chart of a business case says its finding in words, and has its figures beside it."""

import re

import pytest
from django.template.loader import render_to_string

from readiness.catalogue.contents import contents
from readiness.reports.context.options import side_by_side
from readiness.reports.context.said import Said
from tests.cases.builders import complete_answers
from tests.reports.states import STATES, facts_of, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

TITLES = {
    "options-beside": "Side by side",
    "cost-and-benefit": "Cost and benefit, year by year",
    "what-moves": "What moves the result most",
    "readiness-sides": "Where we are",
}


def charted(answers):
    """The blocks with a chart, by the slug of it."""
    sections = paper_of(answers).sections
    return {
        block.chart.slug: block for section in sections for block in section.blocks if block.chart
    }


def drawn(block):
    return render_to_string("reports/parts/block.html", {"block": block})


@pytest.mark.parametrize("state", ["complete", "shortest", "longest", "hostile"])
def test_every_chart_has_its_finding_first_and_its_table_beside_it(state):
    blocks = charted(STATES[state]())
    assert {slug: block.title for slug, block in blocks.items()} == TITLES
    for block in blocks.values():
        page = drawn(block)
        assert re.search(r"<svg [^>]*>\s*<title id=\"[a-z-]+-title\">[^<]+\.</title>", page)
        assert block.table.rows
        assert page.count('tabindex="0"') == 2  # the chart and the table can both be scrolled
        assert len(set(re.findall(r'font-size="(\d+)"', page))) == 1


def test_no_two_charts_of_a_page_share_an_id():
    pages = "".join(map(drawn, charted(complete_answers()).values()))
    ids = re.findall(r' id="([^"]+)"', pages)
    assert len(ids) == len(set(ids)) == len(TITLES)


def test_a_case_that_is_empty_has_no_chart():
    assert charted({}) == {}


@pytest.mark.parametrize("state", ["hostile", "every script"])
def test_nothing_that_a_person_typed_is_in_a_chart(state):
    """Its letters would be set one by one: Arabic comes out backwards, and unjoined."""
    for block in charted(STATES[state]()).values():
        (drawing,) = re.findall(r"<svg.*</svg>", drawn(block), re.S)
        assert not re.search(r"script|WWWW|[\u0370-\u1fff]|&lt;", drawing)


def test_the_finding_says_when_it_pays_back():
    finding = charted(complete_answers())["cost-and-benefit"].chart.finding
    assert finding.endswith("On likely figures, it pays back after 17 months.")


def test_the_finding_says_that_it_does_not_pay_back():
    answers = complete_answers({"time": {"minutes_saved_likely": 5}})
    finding = charted(answers)["cost-and-benefit"].chart.finding
    assert finding.endswith("On likely figures, it does not pay back within 5 years.")


def test_the_finding_says_that_it_pays_back_from_the_start():
    nothing = {"costs": {"rows": [{"label": "x", "one_off": "0.00", "confidence": "guess"}]}}
    answers = complete_answers({**nothing, "cost-assumptions": {"training_hours": "0"}})
    finding = charted(answers)["cost-and-benefit"].chart.finding
    assert finding.endswith("On likely figures, it pays back from the start.")


def test_one_line_leads_from_the_years_to_what_it_is_worth():
    (line,) = charted(complete_answers())["cost-and-benefit"].after
    assert "benefit less cost comes to £100,692" in line
    assert "Its worth after costs is £87,863, as each year ahead counts for 3.5% less." in line
    undiscounted = charted(complete_answers({"cost-assumptions": {"discount_rate": "0"}}))
    (line,) = undiscounted["cost-and-benefit"].after
    assert line == ("Benefit less cost comes to £100,692 on likely figures: its worth after costs.")


def test_the_options_are_told_from_the_most_to_the_least():
    finding = charted(complete_answers())["options-beside"].chart.finding
    told = re.findall(r"[.] ([\w ,]+): (−?£[\d,]+), and (−?£[\d,]+) in cash alone(?=[.])", finding)
    assert told == [
        ("Digital care records and care planning", "£87,863", "−£50,212"),
        ("Do it better, without new technology", "£43,333", "£3,883"),
        ("Carry on as now", "£0", "£0"),
        ("Two members of staff", "−£43,345", "−£281,739"),
    ]


def test_what_matters_most_is_named_and_whether_it_changes_who_is_ahead():
    block = charted(complete_answers())["what-moves"]
    assert block.paragraphs == (
        "What matters most: minutes saved on a shift and shifts a week. 20% lower: the technology"
        " is worth £57,180 after costs over 5 years. 20% higher: £118,547. As given: £87,863."
        " No such change alone would take the technology’s lead over the other options.",
    )
    assert {row.cells[-1].text for row in block.table.rows} == {"Yes, at both"}


def test_a_lead_that_one_number_could_take_is_told():
    answers = complete_answers({"time": {"minutes_saved_likely": 10, "minutes_saved_low": 5}})
    block = charted(answers)["what-moves"]
    assert (
        "Alone, any of these would take its lead: minutes saved on a shift 20% lower;"
        in (block.paragraphs[0])
    )
    ahead = {row.name: row.cells[-1].text for row in block.table.rows}
    assert ahead["Minutes saved on a shift"] == "Only when higher"
    assert ahead["Costs a year"] == "Only when lower"
    assert ahead["Doing it better: minutes saved"] == "Only when lower"


def test_a_number_that_could_put_it_ahead_is_told():
    answers = complete_answers({"time": {"minutes_saved_likely": 9, "minutes_saved_low": 5}})
    (finding,) = charted(answers)["what-moves"].paragraphs
    assert "would put the technology ahead: minutes saved on a shift 20% higher" in finding


def test_minutes_that_are_lost_are_called_so():
    lost = {"minutes_saved_low": -60, "minutes_saved_likely": -30}
    block = charted(complete_answers({"time": lost}))["what-moves"]
    rows = {row.name: [cell.text for cell in row.cells] for row in block.table.rows}
    assert rows["Minutes lost on a shift"] == ["−£328,553", "−£460,053", "No, at neither"]


def test_a_share_that_is_nearly_whole_goes_to_100():
    block = charted(complete_answers({"time": {"first_year_percent": "95"}}))["what-moves"]
    assert "Benefit in the first year (100% at most)" in [row.name for row in block.table.rows]


def test_a_case_in_which_nothing_moves_says_so_without_a_chart():
    answers = complete_answers(
        {
            "time": dict.fromkeys(
                ("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high"), 0
            ),
            "costs": {"rows": [{"label": "x", "one_off": "0.00", "confidence": "guess"}]},
            "cost-assumptions": {"training_hours": "0"},
            "savings": {"rows": []},
        }
    )
    assert "what-moves" not in charted(answers)
    options = paper_of(answers).sections[1]
    block = next(each for each in options.blocks if each.title == TITLES["what-moves"])
    assert block.paragraphs[0].startswith("A fifth more or less of any one number leaves")


def test_readiness_is_told_by_sides_without_a_score():
    answers = complete_answers({"readiness-purpose": {"good_enough": "no", "s1": 0}})
    block = charted(answers)["readiness-sides"]
    assert block.chart.finding.endswith("Not good enough yet: Purpose.")
    assert [label.text for label in block.chart.labels[5:7]] == ["Purpose", "Not yet"]
    assert not re.search(r"\d", block.chart.finding)


def test_an_option_that_is_missing_is_told_in_a_sentence_that_needs_no_letter():
    facts = facts_of(STATES["shortest"]())
    table = side_by_side(Said(facts, contents()), facts.figures, brief=True)
    pointed = {cell.text for row in table.rows for cell in row.cells if "note" in cell.text}
    assert pointed == {f"note {letter}" for letter, _text in table.notes if letter}
    assert table.note.endswith(
        "Doing it better without new technology is not compared, as it is not described."
        " Extra staff are not compared, as none are given."
    )


def test_the_line_of_nought_is_drawn_where_a_change_could_take_it_there():
    near = charted(complete_answers({"time": {"minutes_saved_likely": 7, "minutes_saved_low": 5}}))
    assert near["what-moves"].chart.nought is not None
    assert "No such change alone takes it to £0." not in near["what-moves"].after[0]
    far = charted(complete_answers())["what-moves"]
    assert far.chart.nought is None
    assert far.after[0].startswith("No such change alone takes it to £0.")


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ("0.2", "7.5 hours a week in all (0.2 of a full-time post), at £12.80"),
        ("1", "37.5 hours a week in all (one full-time post), at £12.80"),
        ("2", "75 hours a week in all (2 full-time posts), at £12.80"),
    ],
)
def test_extra_staff_are_told_by_the_hours_of_all_of_them(posts, said):
    options = paper_of(complete_answers({"alternatives": {"extra_fte": posts}})).sections[1]
    told = [text for line in options.blocks[0].lines for text in line.paragraphs]
    assert any(text.startswith(said) for text in told), told
