"""The chart of cost and benefit is drawn where its figures say, and names the point of payback."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from readiness.business_case import work_out
from readiness.cases import amounts
from readiness.reports.charts import cost_and_benefit
from readiness.reports.charts.cost_and_benefit import BOTTOM, TOP
from tests.business_case.strategies import cases
from tests.cases.builders import complete_answers
from tests.reports.chart_room import labels_are_readable
from tests.reports.states import facts_of

many = settings(max_examples=100, deadline=None, database=None)

NOTHING = {
    "time": dict.fromkeys(("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high"), 0),
    "cost-assumptions": {"training_hours": "0"},
    "costs": {"rows": [{"label": "x", "one_off": "0.00", "confidence": "guess"}]},
    "savings": {"rows": []},
}
LOSS = {"time": {"minutes_saved_low": -60, "minutes_saved_likely": -30, "minutes_saved_high": 5}}
HUGE = {
    "time": {"shifts_per_week": 100_000, "hourly_pay": "1000.00"},
    "cost-assumptions": {"years": 10},
}
NEVER = {"time": {"minutes_saved_likely": 5}}


def figures_of(changes):
    return facts_of(complete_answers(changes)).figures


def chart_of(figures):
    return cost_and_benefit(figures.years, "What it shows.", figures.payback_months_all.likely)


def lines_stay_within_the_field(chart):
    for line in chart.lines:
        for x, y in line.marks:
            assert chart.left <= x <= chart.right
            assert TOP <= y <= BOTTOM


@pytest.mark.parametrize(
    "changes", [{}, NOTHING, LOSS, HUGE, NEVER], ids=["usual", "0", "loss", "huge", "never"]
)
def test_every_line_and_label_has_its_place(changes):
    chart = chart_of(figures_of(changes))
    lines_stay_within_the_field(chart)
    labels_are_readable(chart)


@many
@given(cases)
def test_every_line_and_label_has_its_place_whatever_the_figures(case):
    chart = chart_of(work_out(case))
    lines_stay_within_the_field(chart)
    labels_are_readable(chart)


@many
@given(cases)
def test_payback_is_marked_at_its_month_on_the_likely_line(case):
    figures = work_out(case)
    chart, months = chart_of(figures), figures.payback_months_all.likely
    if months is None:
        assert chart.payback is None
        return
    x, y = chart.payback.at
    years = Decimal(months) / 12
    length = chart.right - chart.left
    assert abs(x - (chart.left + length * years / case.assumptions.years)) <= Decimal("0.1")
    (likely,) = (line for line in chart.lines if line.style == "likely")
    before = min(int(years), case.assumptions.years - 1)
    (_x0, start), (_x1, end) = likely.marks[before : before + 2]
    assert abs(y - (start + (end - start) * (years - before))) <= Decimal("0.2")
    said = amounts.months(months) if months else "from the start"
    assert chart.payback.label.text.endswith(said)
    assert chart.payback.label in chart.labels


def test_the_label_stands_over_its_mark():
    payback = chart_of(figures_of({})).payback
    box = payback.label.box
    assert payback.label.text == "pays back after 17 months"
    assert box.x <= payback.at[0] <= box.right
    assert payback.leader == box.bottom < payback.at[1]


def test_a_case_that_never_pays_back_has_no_mark():
    assert chart_of(figures_of(NEVER)).payback is None


def test_each_line_is_named_at_its_end():
    chart = chart_of(figures_of({}))
    ends = [label.text for label in chart.labels if label.x > chart.right]
    assert ends == [
        "High benefit £250,008",
        "Likely benefit £175,276",
        "Low benefit £62,952",
        "Cost £74,584",
    ]
    for line, label in zip(
        chart.lines, (each for each in chart.labels if each.x > chart.right), strict=True
    ):
        assert abs(line.marks[-1][1] - label.y) <= 16


def test_more_money_stands_higher():
    chart = chart_of(figures_of({}))
    ends = {line.style: line.marks[-1][1] for line in chart.lines}
    assert ends["high"] < ends["likely"] < ends["cost"] < ends["low"]
    texts = [label.text for label in chart.labels]
    assert texts[:4] == ["£0", "£100,000", "£200,000", "£300,000"]
    assert texts[4:10] == ["Start", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5"]


def test_ten_years_beside_large_sums_name_each_second_year():
    texts = [label.text for label in chart_of(figures_of(HUGE)).labels]
    assert "Year 10" in texts
    assert "Year 9" not in texts


def test_a_benefit_below_nought_has_a_line_for_nought_above_it():
    chart = chart_of(figures_of(LOSS))
    assert chart.nought < Decimal(BOTTOM)
    assert chart.lines[1].marks[-1][1] > chart.nought
