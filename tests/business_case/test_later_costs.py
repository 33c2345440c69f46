"""A replacement or the cost of leaving is paid in its own year, with the same margin."""

from dataclasses import replace
from decimal import Decimal

import pytest

from readiness.business_case import as_json, plain, work_out

from .worked_example import COSTS, WORKED_EXAMPLE, cost


def with_one_off_in(year):
    """The worked example and £1,000 (£1,300 with the margin of 30%) in that year."""
    return work_out(replace(WORKED_EXAMPLE, costs=(*COSTS, cost("1000", in_year=year))))


@pytest.mark.parametrize(
    ("year", "figures", "not_counted"),
    [
        (0, ("20191.60", "75883.60", "31330.00", "70482.06"), "0.00"),
        (1, ("18891.60", "75883.60", "31330.00", "70438.10"), "0.00"),
        (3, ("18891.60", "75883.60", "30030.00", "70354.58"), "0.00"),
        (5, ("18891.60", "75883.60", "30030.00", "70276.62"), "0.00"),
        (6, ("18891.60", "74583.60", "30030.00", "69182.06"), "1000.00"),
        (10, ("18891.60", "74583.60", "30030.00", "69182.06"), "1000.00"),
    ],
)
def test_a_one_off_counts_in_its_year_and_not_after_the_contract(year, figures, not_counted):
    printed = as_json(with_one_off_in(year))
    names = ("one_off_cost", "whole_life_cost", "first_year_cost", "present_value_cost")
    assert tuple(printed[name] for name in names) == figures
    assert plain(with_one_off_in(year).unaccounted_one_offs, 2) == not_counted
    assert printed["yearly_cost"] == "11138.40"


def test_the_year_by_year_table_has_it_in_its_own_year():
    costs = [plain(year.cost, 2) for year in with_one_off_in(3).years]
    assert costs == ["18891.60", "11138.40", "11138.40", "12438.40", "11138.40", "11138.40"]


def test_an_organisation_with_nothing_to_pay_has_noughts_without_signs():
    free = replace(
        WORKED_EXAMPLE,
        costs=(cost(),),
        assumptions=replace(WORKED_EXAMPLE.assumptions, training_hours=Decimal(0)),
    )
    printed = as_json(work_out(free))
    assert printed["whole_life_cost"] == printed["present_value_cost"] == "0.00"
    assert printed["technology_in_full_time_staff"] == "0.00"
    assert printed["payback_months_all"] == {"low": 0, "likely": 0, "high": 0}
    assert printed["benefit_fall_before_loss_percent"] == "100.0"
