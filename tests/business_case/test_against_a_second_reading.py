"""Whatever is answered, the figures agree with a second reading of the contract in exact fractions."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from readiness.business_case import work_out

from .by_hand import by_hand, exact, flat
from .strategies import cases, modestly
from .worked_example import WORKED_EXAMPLE

NEARLY = Fraction(1, 10**30)


def agree(figure, expected):
    if figure is None or expected is None or isinstance(figure, int):
        return figure == expected
    return abs(exact(figure) - expected) <= NEARLY * max(1, abs(expected))


@modestly
@given(cases)
def test_every_figure_agrees_with_the_second_reading(case):
    figures = {
        name: figure
        for name, figure in flat(work_out(case)).items()
        if not name.startswith("years.")
    }
    expected = by_hand(case)
    assert figures.keys() == expected.keys()
    differ = {name for name in figures if not agree(figures[name], expected[name])}
    assert differ == set()


@modestly
@given(cases)
def test_the_years_add_up_to_the_figures(case):
    figures = work_out(case)
    years = figures.years
    growth = 1 + Fraction(case.assumptions.discount_rate) / 100
    assert [year.number for year in years] == list(range(case.assumptions.years + 1))
    assert agree(years[-1].cost_so_far, exact(figures.whole_life_cost))
    for level in ("low", "likely", "high"):
        for kind, npv in (("cash", figures.npv_cash), ("whole", figures.npv_all)):
            gains = [exact(getattr(getattr(year, f"{kind}_benefit"), level)) for year in years]
            costs = [exact(year.cost) for year in years]
            today = sum(
                (gain - cost) / growth**number
                for number, (gain, cost) in enumerate(zip(gains, costs, strict=True))
            )
            assert agree(getattr(npv, level), today)
            so_far = getattr(getattr(years[-1], f"{kind}_benefit_so_far"), level)
            net = getattr(getattr(years[-1], f"{kind}_net_so_far"), level)
            assert agree(so_far, sum(gains))
            assert agree(net, sum(gains) - sum(costs))


def test_the_years_tell_time_savings_and_cash_apart():
    start, first, second, *_ = work_out(WORKED_EXAMPLE).years
    assert (start.cost, start.whole_benefit.high, start.savings.high) == (Decimal("18891.6"), 0, 0)
    assert start.whole_net_so_far.low == Decimal("-18891.6")
    assert first.cost == Decimal("11138.4")
    assert round(first.value_of_time.likely, 2) == Decimal("19025.07")  # half of 38,050.13
    assert first.savings.likely == 450
    assert round(first.cash_benefit.likely, 2) == Decimal("2352.51")  # 1,902.51 + 450
    assert round(second.whole_benefit.likely, 2) == Decimal("38950.13")
    assert round(second.cash_benefit_so_far.likely, 2) == Decimal("7057.52")
    assert round(second.cash_net_so_far.likely, 2) == Decimal("-34110.88")
    assert round(second.whole_net_so_far.likely, 2) == Decimal("17256.80")
