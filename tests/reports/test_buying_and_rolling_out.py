"""The board reads what is asked for, how it is bought and how it is rolled out; or that it is open."""

import pytest

from readiness.reports.context import business_case
from tests.cases.builders import complete_answers, later_answers
from tests.reports.states import material_of

pytestmark = pytest.mark.usefixtures("catalogue")


def section(slug, answers):
    material = material_of(answers)
    paper = business_case(material.facts, contents=material.contents, edition=material.edition)
    return next(each for each in paper.sections if each.slug == slug)


def words(found):
    """Every word of a section, in order."""
    texts = [found.open]
    for block in found.blocks:
        texts += [block.title, *block.paragraphs, *block.points, *block.after]
        texts += [text for line in block.lines for text in (line.label, *line.paragraphs)]
        if block.table:
            texts += [t for r in block.table.rows for t in (r.name, *(c.text for c in r.cells))]
    return " | ".join(texts)


def test_what_is_not_asked_yet_is_said_in_one_line():
    assert "Not asked yet. It is filled in by “What you need from it”" in words(
        section("buying", complete_answers())
    )
    assert "Not asked yet. It is filled in by “What changes for people”" in words(
        section("making", complete_answers())
    )


def test_musts_come_first_and_say_which_outcome_they_serve():
    later = later_answers()
    later["requirements"]["rows"].reverse()
    found = section("buying", complete_answers() | later)
    names = [row.name for row in found.blocks[0].table.rows]
    assert names[-1] == "Families can read a daily note."
    assert found.blocks[0].table.rows[1].cells[1].text == "More time with people in the evening"


def test_a_requirement_that_points_at_no_outcome_says_so():
    later = later_answers()
    later["requirements"]["rows"][0]["outcome"] = 5
    assert "not said" in words(section("buying", complete_answers() | later))


def test_the_most_that_would_be_paid_is_not_told_under_buying():
    assert "24,000" not in words(section("buying", complete_answers() | later_answers()))


def test_it_is_said_where_all_advice_comes_from_those_who_sell():
    later = later_answers()
    for advice, said in (
        (["suppliers"], "All advice so far came from people with something to sell."),
        (["peers"], "No advice came from anybody with something to sell."),
        (["suppliers", "peers"], "Some advice came from people with something to sell"),
    ):
        later["buying"]["advice_from"] = advice
        assert said in words(section("buying", complete_answers() | later))


def test_the_dates_stand_in_their_order():
    later = later_answers()
    later["milestones"]["rows"].reverse()
    blocks = section("making", complete_answers() | later).blocks
    dates = next(block.table for block in blocks if block.title == "What happens when")
    assert [row.cells[1].text for row in dates.rows] == [
        "July 2027",
        "September 2027",
        "December 2027",
    ]


def test_what_would_make_us_stop_has_a_heading_of_its_own():
    titles = [b.title for b in section("making", complete_answers() | later_answers()).blocks]
    assert "What would make us stop" in titles
