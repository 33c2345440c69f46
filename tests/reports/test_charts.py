"""The chart of cost and benefit is drawn where its figures say."""

from decimal import Decimal
from itertools import pairwise

import pytest

from readiness.reports.charts import APART, BOTTOM, RIGHT, TOP, cost_and_benefit
from tests.cases.builders import complete_answers
from tests.reports.states import facts_of

NOTHING = {
    "time": dict.fromkeys(("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high"), 0),
    "cost-assumptions": {"training_hours": "0"},
    "costs": {"rows": [{"label": "x", "one_off": "0.00", "confidence": "guess"}]},
    "savings": {"rows": []},
}
LOSS = {"time": {"minutes_saved_low": -60, "minutes_saved_likely": -30, "minutes_saved_high": 5}}
HUGE = {"time": {"shifts_per_week": 100_000, "hourly_pay": "1000.00"}}


def chart_of(changes):
    figures = facts_of(complete_answers(changes)).figures
    return cost_and_benefit(figures.years, "What it shows.")


@pytest.mark.parametrize("changes", [{}, NOTHING, LOSS, HUGE], ids=["usual", "0", "loss", "huge"])
def test_every_line_stays_within_the_field_and_every_label_apart(changes):
    chart = chart_of(changes)
    for line in chart.lines:
        for x, y in line.marks:
            assert chart.left <= x <= RIGHT
            assert TOP <= y <= BOTTOM
    places = sorted(line.label_at for line in chart.lines)
    assert all(lower - upper >= APART for upper, lower in pairwise(places))
    assert places[0] >= TOP - APART
    assert places[-1] <= BOTTOM
    assert abs(chart.lines[-1].label_at - chart.lines[-1].end[1]) <= 3 * APART


def test_each_line_is_named_at_its_end():
    labels = [line.label for line in chart_of({}).lines]
    assert labels == [
        "High benefit £250,008",
        "Likely benefit £175,276",
        "Low benefit £62,952",
        "Cost £74,584",
    ]


def test_more_money_stands_higher():
    chart = chart_of({})
    ends = {line.style: line.end[1] for line in chart.lines}
    assert ends["high"] < ends["likely"] < ends["cost"] < ends["low"]
    assert [tick.label for tick in chart.across] == ["£0", "£100,000", "£200,000", "£300,000"]
    assert chart.years[0].label == "Start"
    assert len(chart.years) == 6


def test_a_benefit_below_nought_has_a_line_for_nought_above_it():
    chart = chart_of(LOSS)
    assert chart.nought < Decimal(BOTTOM)
    assert chart.lines[1].end[1] > chart.nought
