"""A board is told the month from which the technology has paid for itself for good."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.business_case import Spread, work_out

from .by_hand import month_by_month
from .strategies import modestly, pounds
from .worked_example import ALTERNATIVES, ASSUMPTIONS, TIME, WORKED_EXAMPLE, cost, saving

# No time, no learning, no margin: only what is spent and what is saved.
NO_TIME = replace(TIME, minutes_saved=Spread(low=0, likely=0, high=0))
PLAIN = replace(ASSUMPTIONS, contingency_percent=Decimal(0), training_hours=Decimal(0), years=3)


def payback(costs, savings, *, first_year_percent=100, time=NO_TIME, assumptions=PLAIN):
    """(months in cash, months with time), likely."""
    time = replace(time, first_year_percent=Decimal(first_year_percent))
    case = replace(WORKED_EXAMPLE, time=time, costs=costs, savings=savings, assumptions=assumptions)
    figures = work_out(case)
    return figures.payback_months_cash.likely, figures.payback_months_all.likely


def a_year(amount):
    return (saving("0", amount, amount),)


@pytest.mark.parametrize(
    ("costs", "saved", "reach", "months"),
    [
        pytest.param((cost("1200"),), "1200", 100, 12, id="just paid back as the first year ends"),
        pytest.param((cost("1200"),), "1201", 100, 12, id="a few hours before the year ends"),
        pytest.param((cost("1201"),), "1200", 100, 13, id="a few hours into the second year"),
        pytest.param((cost("100"),), "1200", 100, 1, id="touching nought at a month's end"),
        pytest.param((cost("101"),), "1200", 100, 2, id="rounded up to a whole month"),
        pytest.param((cost("0.01"),), "20000", 100, 1, id="minutes are still a month"),
        pytest.param((cost(),), "0", 100, 0, id="nothing spent, nothing saved"),
        pytest.param((cost(),), "500", 100, 0, id="nothing spent, something saved"),
        pytest.param((cost(per_year="500"),), "500", 100, 0, id="each year carries itself"),
        pytest.param((cost("3600"),), "1200", 100, 36, id="in the last month of the contract"),
        pytest.param((cost("3600.01"),), "1200", 100, None, id="a penny short at the end"),
        pytest.param((cost("100"),), "0", 100, None, id="spent and never saved"),
        pytest.param((cost(per_year="600"),), "1000", 50, 15, id="a slow first year"),
        pytest.param((cost("600"),), "1200", 0, 18, id="no benefit in the first year"),
        pytest.param(
            (cost("100"), cost("2400", in_year=2)), "1200", 100, 25, id="a replacement in year 2"
        ),
        pytest.param(
            (cost("100"), cost("2400", in_year=3)),
            "1200",
            100,
            1,
            id="a replacement out of savings",
        ),
        pytest.param(
            (cost("100"), cost("3600", in_year=3)), "1200", 100, None, id="leaving costs too much"
        ),
        pytest.param(
            (cost("100"), cost("9999", in_year=4)), "1200", 100, 1, id="after the contract"
        ),
    ],
)
def test_the_month_is_the_last_time_the_total_comes_up_to_nought(costs, saved, reach, months):
    expected = (months, months)
    assert payback(costs, a_year(saved), first_year_percent=reach) == expected


# 2 minutes × 10 shifts × 52 weeks are 17⅓ hours a year, which no decimal can write down.
THIRDS = replace(
    TIME,
    on_costs_percent=Decimal(0),
    shifts_per_week=10,
    minutes_saved=Spread(low=2, likely=2, high=2),
    cashable_percent=Decimal(0),
)


@pytest.mark.parametrize("pay", ["0.01", "0.02", "0.07", "5.00", "12.83", "999.99"])
@pytest.mark.parametrize(
    ("hours", "months"), [(26, 18), (39, 27), (52, 36), ("52.01", None)], ids=str
)
def test_thirds_of_an_hour_do_not_make_it_a_month_later(pay, hours, months):
    time = replace(THIRDS, hourly_pay=Decimal(pay))
    spent = cost(Decimal(pay) * Decimal(hours))
    assert payback((spent,), (), time=time) == (None, months)


amounts = pounds(10_000)


@modestly
@given(
    one_offs=st.lists(amounts, min_size=1, max_size=11),
    per_year=amounts,
    saved=amounts,
    reach=st.integers(0, 100),
    years=st.integers(1, 10),
)
@example(one_offs=[Decimal(1200)], per_year=Decimal(0), saved=Decimal(1200), reach=100, years=1)
def test_it_is_the_month_that_a_walk_through_the_months_finds(
    one_offs, per_year, saved, reach, years
):
    costs = (
        cost(per_year=per_year),
        *(cost(amount, in_year=year) for year, amount in enumerate(one_offs)),
    )
    later = [*map(Fraction, one_offs[1:]), *[Fraction(0)] * 10]
    parts = [Fraction(reach, 100), *[Fraction(1)] * 9][:years]
    net = [
        Fraction(saved) * part - Fraction(per_year) - late
        for part, late in zip(parts, later, strict=False)
    ]
    walked = month_by_month(Fraction(one_offs[0]), net)
    assumptions = replace(PLAIN, years=years)
    months = payback(costs, a_year(saved), first_year_percent=reach, assumptions=assumptions)
    assert months == (walked, walked)


def test_waiting_is_no_part_of_the_technologys_payback():
    dear = replace(ALTERNATIVES, cost_of_waiting=Decimal(90_000))
    figures = work_out(replace(WORKED_EXAMPLE, alternatives=dear))
    assert figures.payback_months_all == Spread(low=None, likely=17, high=13)
