"""After the first stage somebody takes away what exactly the need is, on a page or two."""

import pytest

from readiness.reports.kinds import NEED
from tests.cases.builders import complete_answers
from tests.people import said
from tests.reports.states import STATES, half, opened, pages, paper_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

LONG = "Notes are written three times on every shift. " * 30


def titles(paper) -> list[str]:
    return [section.title for section in paper.sections]


def section_of(paper, slug):
    return next(each for each in paper.sections if each.slug == slug)


@pytest.mark.parametrize("state", STATES)
def test_its_heads_are_in_order_and_are_its_bookmarks(state):
    (title, below) = opened(state, NEED).outline
    assert title.title == "What exactly is the need?"
    assert [each.title for each in below] == titles(paper_of(STATES[state](), kind=NEED))
    assert opened(state, NEED).trailer["/Root"]["/Lang"] == "en-GB"


@pytest.mark.parametrize("state", ["complete", "empty", "half-filled", "shortest"])
def test_where_answers_are_short_it_is_one_page(state):
    assert len(pages(state, NEED)) == 1


@pytest.mark.parametrize("state", STATES)
def test_every_page_says_which_paper_it_is_the_first_too(state):
    read = pages(state, NEED)
    for place, text in enumerate(read, start=1):
        assert "Statement of need · Draft · 6 September 2027" in text
        assert f"page {place} of {len(read)}" in text


def test_it_says_all_that_the_first_stage_asked():
    (text,) = pages("complete", NEED)
    for words in (
        "Hazel Court Care",
        "Jo Okafor, Manager",
        "Staff write the same notes three times on each shift",
        "Every shift",
        "Staff stay late without pay",
        "55 minutes of writing on each shift",
        "Measured",
        "More time with people in the evening",
        "Who decides afterwards",
        "Who might be left out",
        "A paper summary by the bed",
        "Told, not asked",
        "Then comes the business case",
    ):
        assert words in text


def test_a_short_need_is_said_once_and_a_long_one_is_cut_and_then_told_in_full():
    short = paper_of(complete_answers(), kind=NEED)
    long = paper_of(complete_answers({"need": {"problem": LONG.strip()}}), kind=NEED)
    assert "The problem in full" not in titles(short)
    (breath,) = section_of(long, "breath").blocks[0].paragraphs
    assert len(breath) < 340
    assert breath.endswith("on every shift.")
    assert section_of(long, "problem").blocks[0].paragraphs == (LONG.strip(),)


def test_what_is_not_begun_says_so_in_its_place_and_is_what_comes_next():
    paper = paper_of(half(), kind=NEED)
    assert section_of(paper, "outcomes").open.startswith("Not begun yet.")
    (text,) = section_of(paper, "next").blocks[0].paragraphs
    assert text.startswith("First the need itself: “What will be better” and “Who might be left")


def test_what_is_not_known_yet_is_what_the_checks_find_in_this_stage_the_worst_first():
    weak = {
        "need-evidence": {"confidence": "guess", "baseline": "", "sources": []},
        "involvement": {"people": "told", "frontline": "not-yet"},
        "cost-assumptions": {"training_hours": "0"},
    }
    points = section_of(paper_of(complete_answers(weak), kind=NEED), "unknown").blocks[0].points
    assert points[0].startswith("Nobody who draws on care has been asked. Ask at least three")
    assert any(point.startswith("There is no figure for how things are today") for point in points)
    assert not any("time to learn" in point.lower() for point in points)


def test_it_asks_for_nothing_and_names_no_way_forward():
    paper = paper_of(complete_answers({"avenues": {"title": "Buy the Wonder Box"}}), kind=NEED)
    assert "Wonder Box" not in repr(paper)
    assert "£" not in repr(paper)


def test_the_page_reads_as_the_paper_does(done):
    text = said(done.get(f"/cases/{done.case.pk}/statement-of-need/").text)
    for words in ("What exactly is the need?", "Who has been involved", "Evenings a week"):
        assert words in text
        assert words in pages("complete", NEED)[0]


def test_a_case_just_begun_has_one_too(alice):
    text = said(alice.get(f"/cases/{alice.case.pk}/statement-of-need/").text)
    assert "Organisation not named yet" in text
    assert "Not begun yet. It is filled in by “The need”" in text


def test_no_check_of_the_money_is_in_it():
    """On these figures the business case has one; the need is the need at any price."""
    answers = complete_answers({"time": {"minutes_saved_low": 0, "minutes_saved_likely": 4}})
    assert "The money alone" in str(paper_of(answers))
    assert "The money alone" not in str(paper_of(answers, kind=NEED))


def test_the_breath_is_a_sentence_or_two():
    answers = complete_answers({"need": {"problem": f"{'Notes are late. ' * 8}{'More. ' * 40}"}})
    paper = paper_of(answers, kind=NEED)
    (breath,) = section_of(paper, "breath").blocks[0].paragraphs
    assert len(breath) <= 240
    assert breath.endswith(".")
    assert "The problem in full" in titles(paper)
