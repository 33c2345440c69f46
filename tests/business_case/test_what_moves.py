"""A board asks which number matters most: each is moved a fifth down and a fifth up, alone."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from readiness.business_case import Spread, Worth, what_moves, work_out, worth

from .by_hand import by_hand, exact
from .strategies import cases, modestly
from .worked_example import ALTERNATIVES, ASSUMPTIONS, TIME, WORKED_EXAMPLE, cost

NEARLY = Fraction(1, 10**30)
LOWER, HIGHER = Fraction(4, 5), Fraction(6, 5)


def test_the_widest_swing_comes_first():
    """Minutes and shifts give back the same hours; pay is also what learning costs."""
    moves = what_moves(WORKED_EXAMPLE)
    said = [
        (move.name, round(move.lower.technology), round(move.higher.technology)) for move in moves
    ]
    assert said[:5] == [
        ("minutes_saved", 57180, 118547),
        ("shifts_per_week", 57180, 118547),
        ("hourly_pay", 59412, 116315),
        ("costs_a_year", 96738, 78989),
        ("on_costs_percent", 82173, 93554),
    ]
    assert [move.swing for move in moves] == sorted((move.swing for move in moves), reverse=True)


def test_what_moves_nothing_is_left_out():
    """No cost of waiting is given, and neither is a saving from doing it better."""
    names = {move.name for move in what_moves(WORKED_EXAMPLE)}
    assert {"cost_of_waiting", "change_saving"}.isdisjoint(names)
    nothing = replace(
        WORKED_EXAMPLE,
        time=replace(TIME, minutes_saved=Spread(low=0, likely=0, high=0)),
        costs=(cost(),),
        savings=(),
        assumptions=replace(ASSUMPTIONS, training_hours=Decimal(0)),
        alternatives=replace(ALTERNATIVES, change_one_off=Decimal(0), change_minutes_saved=0),
    )
    assert what_moves(nothing) == ()


def test_more_pay_moves_doing_it_better_as_well():
    pay = move_of("hourly_pay", WORKED_EXAMPLE)
    assert round(pay.lower.best_other) == 34567
    assert round(pay.higher.best_other) == 52100


def test_waiting_moves_only_the_others():
    """Waiting is what the technology ends: it is worth the same, and further ahead."""
    dear = replace(ALTERNATIVES, cost_of_waiting=Decimal(10_000))
    waiting = move_of("cost_of_waiting", replace(WORKED_EXAMPLE, alternatives=dear))
    assert waiting.swing == 0
    assert waiting.lower.best_other > waiting.higher.best_other


@pytest.mark.parametrize(
    ("given", "capped", "at_most"), [(50, False, 60), (83, False, "99.6"), (84, True, 100)]
)
@pytest.mark.parametrize("name", ["first_year_percent", "turnover_percent"])
def test_a_share_is_never_more_than_the_whole(name, given, capped, at_most):
    part = "time" if name == "first_year_percent" else "assumptions"
    with_share = {
        share: replace(
            WORKED_EXAMPLE, **{part: replace(getattr(WORKED_EXAMPLE, part), **{name: share})}
        )
        for share in (Decimal(given), Decimal(at_most))
    }
    move = move_of(name, with_share[Decimal(given)])
    assert move.capped is capped
    assert move.higher == worth(with_share[Decimal(at_most)])


def test_a_tie_is_not_ahead():
    assert not Worth(technology=Decimal(5), best_other=Decimal(5)).leads
    assert Worth(technology=Decimal("5.01"), best_other=Decimal(5)).leads


@modestly
@given(cases)
def test_what_is_compared_is_what_the_figures_say(case):
    options = work_out(case).options
    best_other = max(options["as_now"].npv_all, options["better"].npv_all)
    technology = options["technology"].npv_all
    assert worth(case) == Worth(technology=technology, best_other=best_other)


@modestly
@given(cases)
def test_each_end_agrees_with_the_second_reading(case):
    moves = {move.name: move for move in what_moves(case)}
    before = read_again(case)
    for name, move in BY_HAND.items():
        ends = [read_again(move(case, by)) for by in (LOWER, HIGHER)]
        if name not in moves:
            assert all(
                near(one, other) for end in ends for one, other in zip(end, before, strict=True)
            )
            continue
        for found, expected in zip((moves[name].lower, moves[name].higher), ends, strict=True):
            assert near(exact(found.technology), expected[0]), name
            assert near(exact(found.best_other), expected[1]), name
    assert moves.keys() <= BY_HAND.keys()


def move_of(name, case):
    return next(move for move in what_moves(case) if move.name == name)


def near(one, other):
    return abs(one - other) <= NEARLY * max(1, abs(other))


def read_again(case):
    """The worth of the technology and of the better of the two others, in exact fractions."""
    figures = by_hand(case)
    others = (figures[f"options.{name}.npv_all"] for name in ("as_now", "better"))
    return figures["options.technology.npv_all"], max(others)


def times(part, *names, most=None):
    def change(case, by):
        holder = getattr(case, part)
        moved = {name: Fraction(getattr(holder, name)) * by for name in names}
        if most:
            moved = {name: min(value, most) for name, value in moved.items()}
        return replace(case, **{part: replace(holder, **moved)})

    return change


def each_cost(name):
    def change(case, by):
        moved = (replace(one, **{name: Fraction(getattr(one, name)) * by}) for one in case.costs)
        return replace(case, costs=tuple(moved))

    return change


def minutes(case, by):
    saved = replace(case.time.minutes_saved, likely=case.time.minutes_saved.likely * by)
    return replace(case, time=replace(case.time, minutes_saved=saved))


def savings(case, by):
    moved = (
        replace(one, amounts=replace(one.amounts, likely=Fraction(one.amounts.likely) * by))
        for one in case.savings
    )
    return replace(case, savings=tuple(moved))


BY_HAND = {
    "minutes_saved": minutes,
    "hourly_pay": times("time", "hourly_pay"),
    "shifts_per_week": times("time", "shifts_per_week"),
    "staff_using": times("time", "staff_using"),
    "on_costs_percent": times("time", "on_costs_percent"),
    "first_year_percent": times("time", "first_year_percent", most=100),
    "costs_once": each_cost("one_off"),
    "costs_a_year": each_cost("per_year"),
    "savings": savings,
    "training_hours": times("assumptions", "training_hours"),
    "turnover_percent": times("assumptions", "turnover_percent", most=100),
    "contingency_percent": times("assumptions", "contingency_percent"),
    "discount_rate": times("assumptions", "discount_rate"),
    "cost_of_waiting": times("alternatives", "cost_of_waiting"),
    "change_minutes_saved": times("alternatives", "change_minutes_saved"),
    "change_saving": times("alternatives", "change_saving"),
    "cost_of_change": times("alternatives", "change_one_off", "change_per_year"),
}
