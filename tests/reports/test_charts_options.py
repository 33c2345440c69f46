"""The options stand side by side about nought, and what moves the result is sorted by how far."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.business_case import Move, Worth, what_moves, work_out, worth
from readiness.reports import charts
from readiness.reports.charts.what_moves import MOST
from tests.business_case.strategies import cases
from tests.business_case.worked_example import WORKED_EXAMPLE
from tests.reports.chart_room import labels_are_readable

many = settings(max_examples=100, deadline=None, database=None)

NAMES = {"as_now": "Carry on as now", "technology": "W" * 44, "better": "Shorter forms"}
pounds = st.sampled_from([Decimal(0), Decimal("0.01"), Decimal(-1), Decimal("-39600000000")]) | (
    st.decimals(Decimal(-(10**9)), Decimal(10**9), places=2)
)


def option(npv_all, npv_cash):
    nothing = work_out(WORKED_EXAMPLE).options["as_now"]
    return replace(nothing, npv_all=Decimal(npv_all), npv_cash=Decimal(npv_cash))


def beside(*worth):
    named = [(name, option(*each)) for name, each in zip(NAMES.values(), worth, strict=False)]
    return charts.options_beside(named, "What it shows.")


def test_each_option_has_both_bars_and_both_amounts():
    texts = [label.text for label in beside((0, 0), (87863, -50212)).labels]
    assert texts[:5] == ["Carry on as now", "Time and cash", "£0", "Cash alone", "£0"]
    assert texts[6:10] == ["Time and cash", "£87,863", "Cash alone", "−£50,212"]


def test_a_loss_runs_to_the_left_of_nought_and_a_gain_to_the_right():
    chart = beside((87863, -50212))
    gain, loss = (bar.box for bar in chart.bars)
    assert gain.x == chart.nought == loss.right
    assert gain.width > loss.width > 0
    assert [bar.hollow for bar in chart.bars] == [False, True]


def test_options_that_are_worth_nothing_have_no_bar():
    chart = beside((0, 0), (0, 0))
    assert {bar.box.width for bar in chart.bars} == {0}
    labels_are_readable(chart)


def test_options_that_are_worth_the_same_have_bars_of_one_length():
    chart = beside((500, 500), (500, 500))
    assert len({(bar.box.x, bar.box.width) for bar in chart.bars}) == 1


@many
@given(st.lists(st.tuples(pounds, pounds), min_size=1, max_size=3))
def test_options_fit_whatever_they_are_worth(worths):
    chart = beside(*worths)
    labels_are_readable(chart)
    for bar in chart.bars:
        assert max(label.box.right for label in chart.labels[1:3]) <= bar.box.x
        assert bar.box.right <= chart.width
        assert bar.box.width >= 0


def moves_chart(case):
    named = [(move.name.replace("_", " ")[:26], move) for move in what_moves(case)]
    return charts.what_moves(named, worth(case).technology, "What it shows.")


def test_the_first_eight_are_shown_with_both_ends():
    chart = moves_chart(WORKED_EXAMPLE)
    texts = [label.text for label in chart.labels]
    assert texts[:4] == ["as given: £87,863", "minutes saved", "−20%: £57,180", "+20%: £118,547"]
    assert len(chart.swings) == MOST


def test_a_cost_that_rises_takes_from_the_result():
    chart = moves_chart(WORKED_EXAMPLE)
    texts = [label.text for label in chart.labels]
    place = texts.index("costs a year")
    assert texts[place + 1 : place + 3] == ["+20%: £78,989", "−20%: £96,738"]
    swing = chart.swings[place // 3]
    assert swing.higher.right == chart.given == swing.lower.x


def test_what_moves_only_the_others_has_no_bar():
    same = Worth(technology=Decimal(5), best_other=Decimal(9))
    moving = Worth(technology=Decimal(6), best_other=Decimal(0))
    moves = [
        ("a", Move(name="a", lower=same, higher=moving)),
        ("b", Move(name="b", lower=same, higher=same)),
    ]
    assert len(charts.what_moves(moves, Decimal(5), "What it shows.").swings) == 1


@settings(many, max_examples=60)
@given(cases)
def test_what_moves_fits_whatever_the_figures(case):
    chart = moves_chart(case)
    labels_are_readable(chart)
    for swing in chart.swings:
        for box in (swing.lower, swing.higher):
            assert 0 <= box.x <= box.right <= chart.width


SIDES = st.lists(
    st.builds(
        charts.Side,
        name=st.text("Wabc éж", min_size=1, max_size=60),
        levels=st.lists(st.integers(0, 3), max_size=3).map(tuple),
        enough=st.sampled_from(["Good enough", "Not yet", "Not said yet"]),
        is_enough=st.booleans(),
    ),
    min_size=1,
    max_size=9,
)
WORDS = ["Not yet", "Some of it", "Mostly", "All of it"]


@many
@given(SIDES)
def test_readiness_fits_whatever_the_sides_are_called(sides):
    chart = charts.readiness(sides, WORDS, "What it shows.")
    labels_are_readable(chart)
    assert len(chart.marks) == sum(len(side.levels) for side in sides)
    places = [mark.at for mark in chart.marks]
    assert len(set(places)) == len(places)
    assert all(chart.left < x < chart.right for x, _y in places)


@pytest.mark.parametrize("level", range(4))
def test_a_statement_stands_under_its_level(level):
    side = charts.Side("Purpose", (level,), "Good enough", is_enough=True)
    chart = charts.readiness([side], WORDS, "What it shows.")
    (mark,) = chart.marks
    label = next(label for label in chart.labels if label.text == WORDS[level])
    assert mark.at[0] == label.x
    assert mark.full
