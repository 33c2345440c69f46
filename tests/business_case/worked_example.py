"""The worked example of the sums: a care home group with 42 staff who would record care on handsets."""

from decimal import Decimal

from readiness.business_case import Alternatives, Assumptions, Cost, Inputs, Saving, Spread, Time

TIME = Time(
    staff_using=42,
    hourly_pay=Decimal("12.80"),
    on_costs_percent=Decimal(25),
    shifts_per_week=196,
    minutes_now=55,
    minutes_saved=Spread(low=5, likely=14, high=20),
    cashable_percent=Decimal(10),
    first_year_percent=Decimal(50),
)


def cost(one_off="0", per_year="0", in_year=0):
    return Cost(one_off=Decimal(one_off), in_year=in_year, per_year=Decimal(per_year))


def saving(low, likely, high):
    return Saving(amounts=Spread(low=Decimal(low), likely=Decimal(likely), high=Decimal(high)))


COSTS = (
    cost(per_year="6240.00"),
    cost("4200.00", "600.00"),
    cost("3500.00"),
    cost("2800.00", "720.00"),
)
ASSUMPTIONS = Assumptions(
    years=5,
    discount_rate=Decimal("3.5"),
    contingency_percent=Decimal(30),
    training_hours=Decimal(6),
    turnover_percent=Decimal(25),
    budget=Decimal("25000.00"),
)
ALTERNATIVES = Alternatives(
    cost_of_waiting=Decimal(0),
    change_one_off=Decimal("500.00"),
    change_per_year=Decimal(0),
    change_minutes_saved=4,
    change_saving=Decimal(0),
    extra_fte=Decimal(2),
    extra_hours_per_week=Decimal("37.5"),
    extra_pay=Decimal("12.80"),
    extra_weeks_worked=Decimal(44),
)
WORKED_EXAMPLE = Inputs(
    time=TIME,
    costs=COSTS,
    assumptions=ASSUMPTIONS,
    savings=(saving("400.00", "900.00", "1200.00"),),
    alternatives=ALTERNATIVES,
)
