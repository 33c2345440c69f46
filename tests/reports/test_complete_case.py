"""A board member reads the business case of Hazel Court Care."""

import re

import pytest

from tests.cases.builders import complete_answers
from tests.reports.states import opened, pages, paper_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(catalogue):
    """The words of each page."""
    return pages("complete")


@pytest.fixture
def text(read):
    return " ".join(read)


def test_it_is_eight_to_twelve_pages_before_the_appendices(read):
    first = next(n for n, each in enumerate(read) if n and "Appendix A" in each)
    assert 8 <= first <= 12


def test_the_cover_says_who_asks_for_what(read):
    cover = read[0]
    for words in (
        "Care notes written once, where care is given",
        "Hazel Court Care",
        "Jo Okafor",
        "HAZEL234",
        "Draft",
        "6 September 2027",
        "Frontline staff, managers, people who draw on care",
    ):
        assert words in cover


def test_the_decision_page_is_enough_to_decide(read):
    decision = read[1]
    for words in (
        "Go ahead",
        "£30,030 in the first year and £74,584 over 5 years, in today’s prices",
        "Staff write the same notes three times",
        "Shorter paper forms",
        "Two members of staff",
        "£18.91",
        "Below 6 minutes",
        "If we wait",
        "Minutes saved, likely estimated",
        "Agreed with conditions",
    ):
        assert words in decision


def test_the_first_four_reasons_are_there_and_the_rest_are_a_page_away(read):
    decision = read[1]
    told = re.search(r"\d more reasons, on page (\d+)", decision)
    page = int(told[1])
    assert "The verdict, with every reason" in read[page - 1]
    full = read[page - 1] + read[page]  # the list may go on overleaf
    assert "People who draw on care have been asked." in full


def test_every_page_but_the_cover_says_which_paper_it_is(read):
    for place, foot in enumerate(read[1:], start=2):
        assert "Hazel Court Care · Care notes written once" in foot
        assert "Draft · 6 September 2027" in foot
        assert f"page {place} of {len(read)}" in foot


def test_cash_stands_apart_from_time(text):
    assert "The case rests on time given back to care, not on cash." in text
    assert "Cash so far, after costs" in text
    assert "Worth of time given back" in text


def test_a_worry_is_answered_three_ways(text):
    worry = text[text.index("“Will it cost much?” Heard") :]
    for answer in ("There is something in it", "It need not be so", "Our own figures"):
        assert answer in worry
    assert "We hold back a third, buy in two steps" in worry


def test_the_address_that_mail_goes_to_is_not_printed(text):
    assert "jo@example.org" not in text


def test_a_link_within_says_where_it_goes(catalogue):
    reader = opened("complete")
    notes = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert "Go to The need" in [note["/Contents"] for note in notes]


def test_the_chart_says_what_it_shows_and_its_figures_are_in_a_table(text):
    assert "By the end of Cost so far" in text
    assert "year 5 £74,584" in text
    figures = [part for part in alternatives(opened("complete")) if "By the end of year 5" in part]
    assert len(figures) == 1


def alternatives(reader):
    """The words that stand for each picture."""
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [each["/Alt"] for each in objects if isinstance(each, dict) and "/Alt" in each]


def test_what_was_not_asked_is_not_printed(text):
    assert "Voices" not in text


@pytest.mark.usefixtures("catalogue")
def test_a_worry_that_nobody_voiced_is_named_in_one_line():
    paper = paper_of(complete_answers({"anxieties": {"replace-people": 0}}))
    worries = next(each for each in paper.sections if each.slug == "worries")
    assert worries.blocks[-1].title == "Not heard"
    assert worries.blocks[-1].paragraphs == ("“Will it replace people?”",)


def test_the_hours_that_are_no_longer_paid_for_stand_among_the_savings(read):
    """10% of 2,378 hours at £16.00 is £3,805, which the year-by-year table counts as cash."""
    whole = " ".join(read)
    assert "Paying for fewer hours (10% of the time saved) £1,359 £3,805 £5,436" in whole


@pytest.mark.usefixtures("catalogue")
def test_a_mild_worry_is_one_row_with_a_finding_on_each_side_and_our_own_figures():
    paper = paper_of(complete_answers({"anxieties": {"improve-productivity": 1}}))
    worries = next(each for each in paper.sections if each.slug == "worries")
    mild = next(block for block in worries.blocks if block.title == "Said once or twice")
    row = next(row for row in mild.table.rows if "productivity" in row.name)
    backs, eases, ours = (cell.text for cell in row.cells)
    assert "found no saving after 23 months" in backs
    assert "20 minutes" in eases
    assert "hours a year" in ours
    assert "no answer to them was asked for" in mild.after[0]
    assert "“Will it really improve productivity?”" not in [each.title for each in worries.blocks]
