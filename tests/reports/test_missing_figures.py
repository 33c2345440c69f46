"""A figure that cannot be worked out is a sentence that says why."""

import re

import pytest

from tests.cases.builders import complete_answers
from tests.reports.states import STATES, facts_of, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CASES = {
    "no time saved": STATES["shortest"](),
    "time lost": complete_answers(
        {"time": {"minutes_saved_low": -9, "minutes_saved_likely": -5, "minutes_saved_high": -1}}
    ),
    "nobody reached": complete_answers(
        {"cost-assumptions": {"years": 1}, "time": {"first_year_percent": "0"}}
    ),
    "no staff compared": complete_answers({"alternatives": {"extra_fte": "0"}}),
    "never pays back": complete_answers({"time": {"cashable_percent": "0"}}),
}


def tables(paper):
    found = [block.table for section in paper.sections for block in section.blocks]
    return [table for table in (paper.decision.options, *found) if table]


@pytest.mark.parametrize("case", CASES)
def test_each_hole_in_a_table_points_at_a_full_sentence(case):
    assert facts_of(CASES[case]).figures.nulls
    pointed = False
    for table in tables(paper_of(CASES[case])):
        notes = dict(table.notes)
        for row in table.rows:
            for cell in row.cells:
                assert cell.text.strip() or row.strong, (table.caption, row.name)
                mark = re.fullmatch(r"note (\w)", cell.text)
                if mark:
                    pointed = True
                    assert notes[mark[1]].endswith(".")
    assert pointed


def test_one_sentence_is_enough_for_three_figures_that_are_missing_alike():
    options = paper_of(CASES["never pays back"]).sections[1]
    table = next(block.table for block in options.blocks if "less well" in block.title)
    assert "in cash on low, likely and high figures" in table.note


def test_without_the_money_steps_it_says_which_are_missing():
    options = paper_of(STATES["half-filled"]()).sections[1]
    assert options.open == (
        "The figures come when these are answered:"
        " “Costs”, “Learning and what-ifs” and “The other choices”."
    )
    assert options.blocks == ()
