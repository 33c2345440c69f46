"""Cases that nobody thought of: anything the questionnaire would accept."""

from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from readiness.business_case import Alternatives, Assumptions, Cost, Inputs, Saving, Spread, Time

modestly = settings(max_examples=50, deadline=None, database=None)


def decimals(least, most, places=2):
    return st.decimals(Decimal(str(least)), Decimal(str(most)), places=places)


def three_in_order(numbers):
    return st.lists(numbers, min_size=3, max_size=3).map(
        lambda three: Spread(**dict(zip(("low", "likely", "high"), sorted(three), strict=True)))
    )


def pounds(most=100_000):
    return decimals(0, most)


minutes = three_in_order(st.integers(-120, 720))
percent = st.sampled_from([Decimal(0), Decimal(100)]) | decimals(0, 100)
times = st.builds(
    Time,
    staff_using=st.integers(1, 2_000),
    hourly_pay=decimals("0.01", 1_000),
    on_costs_percent=percent,
    shifts_per_week=st.integers(1, 5_000),
    minutes_now=st.just(720),
    minutes_saved=minutes,
    cashable_percent=percent,
    first_year_percent=percent,
)
costs = st.builds(Cost, one_off=pounds(), in_year=st.integers(0, 10), per_year=pounds(20_000))
assumptions = st.builds(
    Assumptions,
    years=st.integers(1, 10),
    discount_rate=decimals(0, 15),
    contingency_percent=decimals(0, 200),
    training_hours=decimals(0, 200),
    turnover_percent=percent,
    budget=st.none() | pounds(),
)
savings = st.builds(Saving, amounts=three_in_order(pounds(20_000)))
alternatives = st.builds(
    Alternatives,
    cost_of_waiting=pounds(),
    change_one_off=pounds(),
    change_per_year=pounds(),
    change_minutes_saved=st.integers(0, 720),
    change_saving=pounds(),
    extra_fte=decimals(0, 100),
    extra_hours_per_week=decimals(1, 60),
    extra_pay=decimals("0.01", 1_000),
    extra_weeks_worked=st.just(Decimal(52)) | decimals(1, 52),
)
cases = st.builds(
    Inputs,
    time=times,
    costs=st.lists(costs, min_size=1, max_size=4).map(tuple),
    assumptions=assumptions,
    savings=st.lists(savings, max_size=3).map(tuple),
    alternatives=alternatives,
)
