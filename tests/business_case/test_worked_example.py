"""The worked example comes out to the penny, every figure of it."""

import pytest

from readiness.business_case import as_json, plain, work_out

from .worked_example import WORKED_EXAMPLE

OPTION = (
    "whole_life_cost",
    "present_value_cost",
    "hours_per_year",
    "cost_per_hour",
    "npv_all",
    "npv_cash",
)
FIGURES = {
    "hourly_cost": "16.00",
    "one_off_cost": "18891.60",
    "yearly_cost": "11138.40",
    "whole_life_cost": "74583.60",
    "first_year_cost": "30030.00",
    "present_value_cost": "69182.06",
    "hours_per_year": {"low": "849.3", "likely": "2378.1", "high": "3397.3"},
    "npv_cash": {"low": "-62090.11", "likely": "-50211.63", "high": "-42427.04"},
    "npv_all": {"low": "-12777.62", "likely": "87863.34", "high": "154822.92"},
    "payback_months_cash": {"low": None, "likely": None, "high": None},
    "payback_months_all": {"low": None, "likely": 17, "high": 13},
    "break_even_minutes": "6.0",
    "benefit_fall_before_loss_percent": "55.9",
    "cost_per_hour_released": "6.97",
    "extra_staff_cost_per_year": "62400.00",
    "extra_staff_hours_per_year": "3300.0",
    "extra_staff_cost_per_hour": "18.91",
    "technology_in_full_time_staff": "0.48",
}
OPTIONS = {
    "as_now": ("0.00", "0.00", "0.0", None, "0.00", "0.00"),
    "better": ("500.00", "500.00", "679.5", "0.16", "43333.33", "3883.33"),
    "extra_staff": ("312000.00", "281739.27", "3300.0", "18.91", "-43344.50", "-281739.27"),
    "technology": ("74583.60", "69182.06", "2378.1", "6.97", "87863.34", "-50211.63"),
}


@pytest.mark.parametrize(("name", "figure"), FIGURES.items())
def test_a_manager_is_told_the_figure_of_the_worked_example(name, figure):
    assert as_json(work_out(WORKED_EXAMPLE))[name] == figure


@pytest.mark.parametrize(("name", "figures"), OPTIONS.items())
def test_a_board_compares_the_options_of_the_worked_example(name, figures):
    assert as_json(work_out(WORKED_EXAMPLE))["options"][name] == dict(
        zip(OPTION, figures, strict=True)
    )


def test_what_is_printed_has_these_names_in_this_order_and_no_others():
    printed = as_json(work_out(WORKED_EXAMPLE))
    assert list(printed) == [*FIGURES, "options"]
    assert list(printed["options"]) == list(OPTIONS)


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("learning", "4032.00"),  # 42 staff × 6 hours × £16
        ("relearning", "1008.00"),  # a quarter of them again each year
        ("unaccounted_one_offs", "0.00"),
        ("minutes_to_match_better", "9.9"),
    ],
)
def test_the_report_can_say_what_is_behind_the_figures(name, amount):
    places = len(amount.partition(".")[2])
    assert plain(getattr(work_out(WORKED_EXAMPLE), name), places) == amount


def test_every_gap_in_the_worked_example_says_why():
    assert work_out(WORKED_EXAMPLE).nulls == {
        "payback_months_cash.low": "not-within-the-years",
        "payback_months_cash.likely": "not-within-the-years",
        "payback_months_cash.high": "not-within-the-years",
        "payback_months_all.low": "not-within-the-years",
        "options.as_now.cost_per_hour": "no-hours",
    }


def test_the_time_that_becomes_cash_is_its_part_of_the_value_of_time_and_no_saving():
    share = WORKED_EXAMPLE.time.cashable_percent / 100
    for year in work_out(WORKED_EXAMPLE).years:
        for level in ("low", "likely", "high"):
            time = getattr(year.value_of_time, level)
            assert getattr(year.time_in_cash, level) == time * share
