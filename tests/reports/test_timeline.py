"""The timeline of a plan can be read in black and white, whatever its dates and however many."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.reports.charts import Moment, timeline
from tests.reports.chart_room import labels_are_readable

KINDS = ["start", "date", "look"]
months = st.dates(date(1900, 1, 1), date(2200, 12, 1)).map(lambda day: day.replace(day=1))
moments = st.builds(Moment, st.just("First look 5"), months, st.sampled_from(KINDS))


def drawn(chart):
    return render_to_string(chart.template, {"chart": chart})


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(moments, min_size=1, max_size=16))
def test_no_label_lies_on_another_whatever_the_dates(found):
    chart = timeline(sorted(found, key=lambda each: each.on), "What it shows.")
    labels_are_readable(chart)
    for mark in chart.marks:
        assert chart.left <= mark.at[0] <= chart.width


def test_later_stands_further_right_and_the_same_month_in_one_line():
    found = [Moment("Date 1", date(2027, 7, 1), "date"), Moment("Start", date(2027, 9, 1), "start")]
    found += [
        Moment("Date 2", date(2027, 9, 1), "date"),
        Moment("Date 3", date(2028, 1, 1), "date"),
    ]
    places = [mark.at[0] for mark in timeline(found, "").marks]
    assert places == sorted(places)
    assert places[1] == places[2]


@pytest.mark.parametrize(
    ("kind", "shape", "fill"),
    [
        ("start", "<circle", 'fill="#14524b"'),
        ("date", "<rect", 'fill="#14524b"'),
        ("look", "<circle", 'fill="#ffffff"'),
    ],
)
def test_the_kind_of_a_date_is_told_by_its_shape(kind, shape, fill):
    svg = drawn(timeline([Moment("One", date(2027, 7, 1), kind)], ""))
    assert svg.count("<circle") + svg.count("<rect") == 1
    assert fill in svg[svg.index(shape) :]


def test_of_a_great_many_years_only_some_are_named():
    found = [Moment("Date 1", date(1990, 6, 1), "date"), Moment("Date 2", date(2090, 6, 1), "date")]
    years = [label.text for label in timeline(found, "").labels if label.anchor == "middle"]
    assert years[:2] == ["1991", "2004"]
    assert len(years) == 8


def test_no_dates_no_chart():
    assert timeline([], "") is None
