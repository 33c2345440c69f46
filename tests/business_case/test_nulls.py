"""A figure that cannot be worked out says why, once, and is never a nought."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from readiness.business_case import Spread, Why, as_json, work_out

from .by_hand import flat
from .strategies import cases, modestly
from .worked_example import ALTERNATIVES, ASSUMPTIONS, TIME, WORKED_EXAMPLE, saving


def minutes(low, likely, high):
    return replace(
        WORKED_EXAMPLE,
        time=replace(TIME, minutes_saved=Spread(low=low, likely=likely, high=high)),
        savings=(),
    )


NO_MINUTES = minutes(0, 0, 0)
LONGER = minutes(-20, -10, -1)
NOBODY_USES_IT_YET = replace(
    WORKED_EXAMPLE,
    time=replace(TIME, first_year_percent=Decimal(0)),
    assumptions=replace(ASSUMPTIONS, years=1),
)
NO_EXTRA_STAFF = replace(WORKED_EXAMPLE, alternatives=replace(ALTERNATIVES, extra_fte=Decimal(0)))
NO_CHANGE = replace(WORKED_EXAMPLE, alternatives=replace(ALTERNATIVES, change_minutes_saved=0))


@pytest.mark.parametrize(
    ("case", "figure", "why"),
    [
        (NO_MINUTES, "cost_per_hour_released", "no-hours"),
        (NO_MINUTES, "options.technology.cost_per_hour", "no-hours"),
        (NO_MINUTES, "benefit_fall_before_loss_percent", "no-benefit"),
        (NO_MINUTES, "payback_months_all.high", "not-within-the-years"),
        (NO_CHANGE, "options.better.cost_per_hour", "no-hours"),
        (LONGER, "cost_per_hour_released", "hours-lost"),
        (LONGER, "options.technology.cost_per_hour", "hours-lost"),
        (LONGER, "benefit_fall_before_loss_percent", "no-benefit"),
        (NOBODY_USES_IT_YET, "cost_per_hour_released", "no-use-within-the-years"),
        (NOBODY_USES_IT_YET, "options.better.cost_per_hour", "no-use-within-the-years"),
        (NOBODY_USES_IT_YET, "break_even_minutes", "a-minute-is-worth-nothing"),
        (NOBODY_USES_IT_YET, "minutes_to_match_better", "a-minute-is-worth-nothing"),
        (NO_EXTRA_STAFF, "extra_staff_cost_per_hour", "no-staff-hours"),
        (NO_EXTRA_STAFF, "options.extra_staff.cost_per_hour", "no-staff-hours"),
    ],
)
def test_a_manager_learns_why_there_is_no_figure(case, figure, why):
    figures = work_out(case)
    assert flat(as_json(figures)).get(figure) is None
    assert figures.nulls[figure] == why


def test_time_lost_that_is_worth_just_what_is_saved_is_no_benefit():
    # 17⅓ hours a year lost at £3 are £52; thirds must not leave a crumb to divide by.
    time = replace(
        TIME,
        hourly_pay=Decimal(3),
        on_costs_percent=Decimal(0),
        shifts_per_week=10,
        minutes_saved=Spread(low=-2, likely=-2, high=-2),
    )
    figures = work_out(replace(WORKED_EXAMPLE, time=time, savings=(saving("52", "52", "52"),)))
    assert figures.benefit_fall_before_loss_percent is None
    assert figures.nulls["benefit_fall_before_loss_percent"] == "no-benefit"


def test_with_no_minutes_saved_the_minutes_that_would_be_needed_are_still_known():
    assert work_out(NO_MINUTES).break_even_minutes > 0


def test_nought_hours_are_a_nought_and_not_a_gap():
    assert as_json(work_out(NO_MINUTES))["hours_per_year"]["likely"] == "0.0"


@modestly
@given(cases)
def test_every_gap_has_one_reason_and_nothing_else_has_any(case):
    figures = work_out(case)
    gaps = {name for name, value in flat(figures).items() if value is None}
    assert figures.nulls.keys() == gaps
    assert {type(why) for why in figures.nulls.values()} <= {Why}
