"""Money is exact until it is shown, and is shown as a person would round it."""

from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.business_case import Spread, as_json, plain, round_half_up, work_out

from .by_hand import flat
from .strategies import cases, modestly
from .worked_example import TIME, WORKED_EXAMPLE


@pytest.mark.parametrize(
    ("amount", "places", "shown"),
    [
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("0.1249", 2, "0.12"),
        ("-0.05", 1, "-0.1"),
        ("-0.004", 2, "0.00"),
        ("-0.04", 1, "0.0"),
        ("-0", 2, "0.00"),
        ("1E+9", 2, "1000000000.00"),
        ("-1234567.895", 2, "-1234567.90"),
        ("7", 1, "7.0"),
    ],
)
def test_an_amount_is_rounded_half_up_by_size_and_shown_plainly(amount, places, shown):
    assert plain(Decimal(amount), places) == shown


@given(st.decimals(-1, 1, places=6))
@modestly
def test_nought_never_has_a_minus(amount):
    assert plain(amount, 2) != "-0.00"
    assert plain(amount, 1) != "-0.0"


@modestly
@given(cases)
def test_no_printed_figure_is_a_minus_nought_or_anything_but_digits(case):
    printed = [text for text in flat(as_json(work_out(case))).values() if isinstance(text, str)]
    for text in printed:
        whole, decimals = text.removeprefix("-").split(".")
        assert (whole + decimals).isascii()
        assert (whole + decimals).isdigit()
        assert len(decimals) in (1, 2)
        assert not (text.startswith("-") and Decimal(text) == 0)


def test_a_half_penny_that_went_through_thirds_of_an_hour_still_rounds_up():
    a_hair_less = Decimal("0.00" + "4" + "9" * 90)
    assert plain(a_hair_less, 2) == "0.01"
    assert plain(Decimal("0.0049"), 2) == "0.00"


def test_a_yearly_worth_that_ends_in_half_a_penny_is_rounded_up():
    # 52 minutes a year at £12.21 an hour are £10.582, an eighth of it £1.32275.
    time = replace(
        TIME,
        hourly_pay=Decimal("12.21"),
        on_costs_percent=Decimal(0),
        shifts_per_week=1,
        minutes_saved=Spread(low=1, likely=1, high=1),
        cashable_percent=Decimal("12.50"),
        first_year_percent=Decimal(100),
    )
    year = work_out(replace(WORKED_EXAMPLE, time=time, savings=())).years[1]
    assert plain(year.cash_benefit.likely, 5) == "1.32275"
    assert plain(year.cash_benefit.likely, 4) == "1.3228"


@modestly
@given(cases)
def test_whatever_decimal_settings_the_caller_has_the_figures_are_the_same(case):
    usual = work_out(case)
    work_out.cache_clear()
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert work_out(case) == usual
        printed = as_json(usual)
    assert printed == as_json(usual)


def test_rounding_does_not_depend_on_the_caller_either():
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert round_half_up(Decimal("123456.785"), 2) == Decimal("123456.79")


def test_the_sums_leave_the_callers_decimal_settings_alone():
    with localcontext(prec=7) as context:
        as_json(work_out(WORKED_EXAMPLE))
        assert context.prec == 7
        assert Decimal(1) / 3 == Decimal("0.3333333")
