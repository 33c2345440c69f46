"""What the charts of the insights say and draw."""

import pytest

from readiness.desk.insights import charts, periods
from readiness.desk.insights.subjects import VERDICT
from readiness.desk.insights.tables import Cell, Line, Table


def table(*lines, columns=("Jan–Mar 2026", "Apr–Jun 2026"), alike=None):
    """A table in which 100 organisations stand in each column; None is withheld."""
    rows = tuple(
        Line(name, Cell(total, 100), tuple(Cell(number, 100) for number in numbers))
        for name, total, *numbers in lines
    )
    base = Line("Organisations", Cell(100, None), tuple(Cell(100, None) for _each in columns))
    return Table(VERDICT, columns, alike or (True,) * len(columns), base, rows)


def test_the_bars_stand_with_the_longest_first_and_what_is_withheld_last():
    drawn = charts.bars(table(("A", None, 5, 5), ("B", 20, 5, 15), ("C", 80, 40, 40)))

    assert [(bar.name, bar.label) for bar in drawn.bars] == [
        ("C", "80 of 100 (80%)"),
        ("B", "20 of 100 (20%)"),
        ("A", "withheld"),
    ]
    assert [bar.length for bar in drawn.bars] == [184, 46, 0]
    assert drawn.finding == "“C” is the most common verdict: for 80 of 100 organisations (80%)."


@pytest.mark.parametrize(
    ("numbers", "finding"),
    [
        ((20, 60), "“A” rose from 20% in Jan–Mar 2026 to 60% in Apr–Jun 2026."),
        ((60, 20), "“A” fell from 60% in Jan–Mar 2026 to 20% in Apr–Jun 2026."),
        ((20, 20), "“A” has the same share in Jan–Mar 2026 and in Apr–Jun 2026: 20%."),
    ],
)
def test_over_time_it_says_what_became_of_the_first_row(numbers, finding):
    assert charts.side_by_side(table(("A", 80, *numbers)), "quarter").finding == finding


def test_between_nations_it_says_where_the_share_is_highest_and_lowest():
    drawn = charts.side_by_side(
        table(("A", 80, 20, 60, 30), columns=("England", "Wales", "Northern Ireland")), "nation"
    )
    assert (
        drawn.finding == "“A” has its highest share in Wales (60%) and its lowest in England (20%)."
    )
    assert [line for _x, _y, line in drawn.heads] == ["England", "Wales", "Ireland", "Northern"]


def test_what_came_before_all_periods_is_not_compared_with_one():
    columns = ("Until Dec 2025", "Jan–Mar 2026", "Apr–Jun 2026")
    given = table(("A", 80, 90, 20, 60), columns=columns, alike=(False, True, True))
    assert "from 20% in Jan–Mar 2026" in charts.side_by_side(given, "quarter").finding


def test_where_one_number_can_be_shown_there_is_nothing_to_compare():
    assert charts.side_by_side(table(("A", 80, None, 60)), "quarter") is None


def test_where_the_first_row_is_withheld_the_chart_says_so():
    given = table(("A", None, None, None), ("B", None, 10, 20))
    assert charts.bars(given).finding == (
        "Too few organisations say the same to show what stands first."
    )
    assert charts.side_by_side(given, "quarter").finding == (
        "Too few numbers can be shown to compare them."
    )


def test_a_withheld_place_and_an_empty_one_say_so():
    given = table(("A", 80, None, 60, 30), columns=("E", "W", "S"))
    empty = Line("B", Cell(9, 100), (Cell(0, 0), Cell(5, 100), Cell(None, 100)))
    labels = [
        [post.label for post in band.posts]
        for band in charts.side_by_side(
            Table(VERDICT, given.columns, given.alike, given.base, (*given.lines, empty)), "nation"
        ).bands
    ]
    assert labels == [["withheld", "60%", "30%"], ["–", "5%", "withheld"]]


@pytest.mark.parametrize(
    ("count", "total", "said"),
    [(5, 2000, "under 1%"), (1999, 2000, "over 99%"), (0, 10, "0%"), (10, 10, "100%"), (5, 0, "")],
)
def test_a_share_is_never_rounded_to_none_or_to_all(count, total, said):
    assert Cell(count, total).percent == said


@pytest.mark.parametrize(
    ("period", "length", "name"),
    [(24311, 1, "Dec 2025"), (8103, 3, "Oct–Dec 2025"), (2025, 12, "2025")],
)
def test_a_period_is_named_as_people_say_it(period, length, name):
    assert periods.period_name(period, length) == name
    assert periods.month_of("2025-12") // length == period
