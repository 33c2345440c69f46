"""What a board is told about how wrong the estimate may be is true when it is put back in."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given

from readiness.business_case import Spread, work_out

from .strategies import cases, modestly
from .worked_example import WORKED_EXAMPLE, saving

NEARLY_NOTHING = Decimal("1E-20")


def saving_this_many(minutes, case):
    return replace(
        case,
        time=replace(case.time, minutes_saved=Spread(low=minutes, likely=minutes, high=minutes)),
    )


@modestly
@given(cases)
def test_at_the_break_even_minutes_the_case_is_worth_nought(case):
    minutes = work_out(case).break_even_minutes
    assume(minutes is not None)
    assert abs(work_out(saving_this_many(minutes, case)).npv_all.likely) < NEARLY_NOTHING


@modestly
@given(cases)
def test_at_the_matching_minutes_it_is_worth_as_much_as_doing_it_better(case):
    minutes = work_out(case).minutes_to_match_better
    assume(minutes is not None)
    options = work_out(saving_this_many(minutes, case)).options
    assert abs(options["technology"].npv_all - options["better"].npv_all) < NEARLY_NOTHING


@modestly
@given(cases)
def test_after_the_fall_in_benefit_the_case_is_worth_nought(case):
    figures = work_out(case)
    fall = figures.benefit_fall_before_loss_percent
    assume(fall is not None)
    cost = Fraction(figures.present_value_cost)
    benefit = Fraction(figures.npv_all.likely) + cost
    left = benefit * (1 - Fraction(fall) / 100)
    assert abs(left - cost) < Fraction(NEARLY_NOTHING)


def test_savings_that_carry_the_cost_alone_make_break_even_negative():
    rich = replace(WORKED_EXAMPLE, savings=(saving("90000", "90000", "90000"),))
    assert work_out(rich).break_even_minutes < 0


def test_a_case_worth_less_than_spending_nothing_has_a_negative_fall():
    poor = saving_this_many(1, WORKED_EXAMPLE)
    assert work_out(poor).npv_all.likely < 0
    assert work_out(poor).benefit_fall_before_loss_percent < 0
