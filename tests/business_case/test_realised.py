"""What was promised for the first months of a case, and what was found of its minutes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.business_case import as_found, as_json, plain, promised_by, work_out

from .strategies import cases, modestly
from .worked_example import COSTS, WORKED_EXAMPLE, cost


@pytest.mark.parametrize(
    ("months", "one_off", "running", "hours"),
    [
        # 11,138.40 a year; 2,378.1 hours a year, half of them in the first.
        (0, "18891.60", "0.00", ("0.0", "0.0", "0.0")),
        (3, "18891.60", "2784.60", ("106.2", "297.3", "424.7")),
        (6, "18891.60", "5569.20", ("212.3", "594.5", "849.3")),
        (12, "18891.60", "11138.40", ("424.7", "1189.1", "1698.7")),
        (18, "18891.60", "16707.60", ("849.3", "2378.1", "3397.3")),
        (60, "18891.60", "55692.00", ("3822.0", "10701.6", "15288.0")),
        (90, "18891.60", "55692.00", ("3822.0", "10701.6", "15288.0")),
    ],
)
def test_what_the_worked_example_promised_by_a_month(months, one_off, running, hours):
    promised = promised_by(months, WORKED_EXAMPLE)
    assert (plain(promised.one_off, 2), plain(promised.running, 2)) == (one_off, running)
    found = promised.hours.each(lambda each: plain(each, 1))
    assert (found.low, found.likely, found.high) == hours


@pytest.mark.parametrize(("months", "running"), [(3, "3109.60"), (12, "12438.40")])
def test_a_one_off_of_the_first_year_runs_with_it(months, running):
    costs = (*COSTS, cost("1000", in_year=1))  # £1,300 with the margin of 30%
    promised = promised_by(months, replace(WORKED_EXAMPLE, costs=costs))
    assert plain(promised.running, 2) == running


@pytest.mark.parametrize(
    ("minutes", "hours", "npv"),
    [(14, "2378.1", "87863.34"), (5, "849.3", None), (0, "0.0", None), (-10, "-1698.7", None)],
)
def test_what_the_minutes_that_were_found_make_of_it(minutes, hours, npv):
    printed = as_json(as_found(minutes, WORKED_EXAMPLE))
    assert set(printed["hours_per_year"].values()) == {hours}
    assert npv in (None, printed["npv_all"]["likely"])


def test_at_the_break_even_it_is_worth_as_much_as_spending_nothing():
    even = work_out(WORKED_EXAMPLE).break_even_minutes
    assert plain(as_found(even, WORKED_EXAMPLE).npv_all.likely, 2) == "0.00"


@modestly
@given(cases)
def test_by_the_end_of_the_first_year_it_is_what_the_case_prints_for_it(inputs):
    figures, promised = work_out(inputs), promised_by(12, inputs)
    assert plain(promised.cost, 2) == plain(figures.first_year_cost, 2)
    assert plain(promised.one_off, 2) == plain(figures.one_off_cost, 2)


@modestly
@given(cases)
def test_by_the_end_of_the_last_year_it_is_the_whole_life(inputs):
    promised = promised_by(12 * inputs.assumptions.years, inputs)
    assert plain(promised.cost, 2) == plain(work_out(inputs).whole_life_cost, 2)


@modestly
@given(cases, st.integers(0, 119))
def test_it_never_falls_from_one_month_to_the_next_and_in_a_year_grows_evenly(inputs, month):
    before, now, after = (promised_by(m, inputs).cost for m in (month, month + 1, month + 2))
    assert before <= now <= after
    if month % 12 < 11:
        assert plain(after - now, 2) == plain(now - before, 2)


@modestly
@given(cases, st.integers(-120, 720))
def test_the_minutes_found_change_hours_and_worth_and_no_cost(inputs, minutes):
    expected, found = work_out(inputs), as_found(minutes, inputs)
    assert found.whole_life_cost == expected.whole_life_cost
    assert found.options["better"] == expected.options["better"]
    more = minutes >= inputs.time.minutes_saved.likely
    assert (found.npv_all.likely >= expected.npv_all.likely) is more or (
        found.npv_all.likely == expected.npv_all.likely
    )
