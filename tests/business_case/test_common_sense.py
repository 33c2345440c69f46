"""What anybody would expect of the sums, whatever is answered."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from readiness.business_case import Spread, work_out

from .by_hand import flat
from .strategies import cases, modestly
from .worked_example import WORKED_EXAMPLE, cost

WAITING = replace(
    WORKED_EXAMPLE,
    alternatives=replace(WORKED_EXAMPLE.alternatives, cost_of_waiting=Decimal("52.13")),
)


def is_in_order(spread):
    return spread.low <= spread.likely <= spread.high


@modestly
@given(cases)
def test_low_likely_and_high_stay_in_order(case):
    figures = work_out(case)
    spreads = [figures.hours_per_year, figures.npv_cash, figures.npv_all]
    for year in figures.years:
        spreads += [year.value_of_time, year.savings, year.cash_benefit, year.whole_benefit]
        spreads += [year.cash_net_so_far, year.whole_net_so_far]
    assert all(is_in_order(spread) for spread in spreads)


@modestly
@given(cases)
def test_a_better_outcome_never_pays_back_later(case):
    figures = work_out(case)
    for months in (figures.payback_months_cash, figures.payback_months_all):
        as_numbers = months.each(lambda month: 999 if month is None else month)
        assert as_numbers.high <= as_numbers.likely <= as_numbers.low


@modestly
@given(cases, st.integers(0, 60))
def test_more_minutes_never_lower_the_benefit(case, more):
    minutes = case.time.minutes_saved.each(lambda saved: saved + more)
    before = work_out(case)
    after = work_out(replace(case, time=replace(case.time, minutes_saved=minutes)))
    for level in ("low", "likely", "high"):
        for name in ("hours_per_year", "npv_cash", "npv_all"):
            assert getattr(getattr(after, name), level) >= getattr(getattr(before, name), level)


@modestly
@given(cases)
def test_with_no_discounting_today_is_worth_as_much_as_later(case):
    assumptions = replace(case.assumptions, discount_rate=Decimal(0))
    figures = work_out(replace(case, assumptions=assumptions))
    assert figures.present_value_cost == figures.whole_life_cost
    for option in figures.options.values():
        assert option.present_value_cost == option.whole_life_cost
    net = figures.years[-1].whole_net_so_far
    assert abs(figures.npv_all.likely - net.likely) < Decimal("1E-30")


@modestly
@given(cases)
def test_extra_staff_are_never_worth_more_than_leaving_things_as_they_are(case):
    options = work_out(case).options
    assert options["extra_staff"].npv_all <= options["as_now"].npv_all


@modestly
@given(cases)
@example(WAITING)
def test_staff_who_never_take_a_day_off_are_worth_exactly_what_they_cost(case):
    never_off = replace(case.alternatives, extra_weeks_worked=Decimal(52))
    options = work_out(replace(case, alternatives=never_off)).options
    assert options["extra_staff"].npv_all == options["as_now"].npv_all


@modestly
@given(cases)
def test_the_technology_among_the_options_is_the_technology_of_the_figures(case):
    figures = work_out(case)
    option = figures.options["technology"]
    assert option.whole_life_cost == figures.whole_life_cost
    assert option.present_value_cost == figures.present_value_cost
    assert option.hours_per_year == figures.hours_per_year.likely
    assert option.cost_per_hour == figures.cost_per_hour_released
    assert (option.npv_all, option.npv_cash) == (figures.npv_all.likely, figures.npv_cash.likely)


@modestly
@given(cases, st.integers(1, 10_000))
def test_the_cost_of_waiting_leaves_the_technology_and_the_price_of_an_hour_alone(case, dearer):
    def waiting(amount):
        alternatives = replace(case.alternatives, cost_of_waiting=Decimal(amount))
        return work_out(replace(case, alternatives=alternatives)).options

    cheap, dear = waiting(0), waiting(dearer)
    assert cheap["technology"] == dear["technology"]
    for name in ("as_now", "better", "extra_staff"):
        assert cheap[name].cost_per_hour == dear[name].cost_per_hour
        assert cheap[name].npv_all > dear[name].npv_all
        extra = dear[name].whole_life_cost - cheap[name].whole_life_cost
        assert extra == dearer * case.assumptions.years


def test_two_ways_that_are_the_same_are_worth_the_same_to_the_last_digit():
    time = replace(
        WORKED_EXAMPLE.time, minutes_saved=Spread(low=7, likely=7, high=7), shifts_per_week=11
    )
    case = replace(
        WORKED_EXAMPLE,
        time=time,
        costs=(cost("500", "33.33"),),
        assumptions=replace(
            WORKED_EXAMPLE.assumptions, contingency_percent=Decimal(0), training_hours=Decimal(0)
        ),
        savings=(),
        alternatives=replace(
            WORKED_EXAMPLE.alternatives,
            change_per_year=Decimal("33.33"),
            change_minutes_saved=7,
        ),
    )
    options = work_out(case).options
    assert options["technology"] == options["better"]


def test_the_budget_and_the_minutes_of_today_change_no_figure():
    other = replace(
        WORKED_EXAMPLE,
        time=replace(WORKED_EXAMPLE.time, minutes_now=720),
        assumptions=replace(WORKED_EXAMPLE.assumptions, budget=Decimal(0)),
    )
    assert flat(work_out(other)) == flat(work_out(WORKED_EXAMPLE))
