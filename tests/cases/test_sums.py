"""From what a manager typed to the figures, and what is missing on the way."""

from decimal import Decimal

import pytest

from readiness.business_case import as_json, plain
from readiness.cases.sums import (
    figures,
    figures_so_far,
    hour_of_staff,
    hours_released,
    missing_for_figures,
    savings_per_year,
)
from tests.cases.builders import complete_answers, money_answers

NEEDED = ["time", "costs", "cost-assumptions", "alternatives"]


def test_the_worked_example_comes_out_to_the_penny():
    printed = as_json(figures(money_answers()))
    assert printed["first_year_cost"] == "30030.00"
    assert printed["whole_life_cost"] == "74583.60"
    assert printed["npv_all"] == {"low": "-12777.62", "likely": "87863.34", "high": "154822.92"}
    assert printed["options"]["better"]["npv_all"] == "43333.33"
    assert printed["technology_in_full_time_staff"] == "0.48"


def test_the_rest_of_a_case_does_not_change_its_figures():
    assert figures(complete_answers()) == figures(money_answers())


@pytest.mark.parametrize("step", NEEDED)
def test_without_one_of_four_steps_there_are_no_figures(step):
    answers = money_answers()
    del answers[step]
    assert figures(answers) is None
    assert missing_for_figures(answers) == [step]


@pytest.mark.parametrize("step", NEEDED)
def test_a_step_put_off_counts_as_missing(step):
    assert figures(money_answers(), later={step}) is None
    assert missing_for_figures(money_answers(), {step}) == [step]


def test_half_a_step_is_no_step():
    answers = money_answers()
    del answers["time"]["hourly_pay"]
    assert missing_for_figures(answers) == ["time"]
    assert figures(answers) is None


def test_no_savings_counts_as_none():
    answers = money_answers()
    del answers["savings"]
    assert savings_per_year(answers).likely == 0
    assert figures(answers).npv_all.likely < figures(money_answers()).npv_all.likely


def test_what_was_left_empty_among_the_alternatives_counts_as_nought():
    answers = money_answers()
    for name in ("cost_of_waiting", "change_one_off", "change_per_year", "change_minutes_saved"):
        del answers["alternatives"][name]
    better = figures(answers).options["better"]
    assert (better.npv_all, better.hours_per_year, better.whole_life_cost) == (0, 0, 0)


def test_a_cost_that_falls_later_is_counted_in_its_year():
    answers = money_answers()
    before = figures(answers)
    answers["costs"]["rows"].append(
        {"label": "New handsets", "category": "devices", "one_off": "1000.00", "in_year": 3}
    )
    after = figures(answers)
    assert after.whole_life_cost - before.whole_life_cost == Decimal("1300.00")
    assert after.first_year_cost == before.first_year_cost


def test_hours_are_known_from_the_step_about_time_alone():
    answers = {"time": money_answers()["time"]}
    hours, whole = hours_released(answers), figures(money_answers()).hours_per_year
    for alone, among in ((hours.low, whole.low), (hours.likely, whole.likely)):
        assert plain(alone, 1) == plain(among, 1)
    assert hour_of_staff(answers) == 16
    assert hours_released({}) is None
    assert hour_of_staff({}) is None


def test_costs_are_known_before_anything_is_compared():
    answers = money_answers()
    whole = figures(answers)
    del answers["alternatives"]
    assert figures_so_far(answers).whole_life_cost == whole.whole_life_cost
    assert figures_so_far({"time": answers["time"]}) is None
