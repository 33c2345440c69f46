"""A supplier's prices are added up year by year, exactly, and nothing is added to them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.business_case import (
    Cost,
    first_year_price,
    price_over,
    prices_after,
    prices_by_year,
)

amounts = st.decimals(0, 100_000_000, places=2)
costs = st.builds(Cost, one_off=amounts, in_year=st.integers(0, 10), per_year=amounts)


def cost(once="0", in_year=0, a_year="0"):
    return Cost(one_off=Decimal(once), in_year=in_year, per_year=Decimal(a_year))


QUOTE = [cost(a_year="4800.10"), cost("2500.50"), cost("900", 2, "100"), cost("10", 4)]


@pytest.mark.parametrize(
    ("years", "by_year", "whole", "after"),
    [
        (1, ["2500.50", "4900.10"], "7400.60", "910"),
        (3, ["2500.50", "4900.10", "5800.10", "4900.10"], "18100.80", "10"),
        (5, ["2500.50", "4900.10", "5800.10", "4900.10", "4910.10", "4900.10"], "27911.00", "0"),
    ],
)
def test_a_quote_by_year(years, by_year, whole, after):
    assert list(prices_by_year(QUOTE, years)) == [Decimal(each) for each in by_year]
    assert price_over(QUOTE, years) == Decimal(whole)
    assert prices_after(QUOTE, years) == Decimal(after)
    assert first_year_price(QUOTE) == Decimal("7400.60")


def test_nothing_comes_to_nothing():
    assert prices_by_year([], 2) == (0, 0, 0)


@given(st.lists(costs, max_size=12), st.integers(1, 10))
def test_the_years_and_what_falls_after_them_are_all_that_was_given(given_costs, years):
    whole = sum((c.one_off + c.per_year * years for c in given_costs), Decimal(0))
    assert price_over(given_costs, years) + prices_after(given_costs, years) == whole
    assert len(prices_by_year(given_costs, years)) == years + 1
