"""The money: what it costs and how sure that is, year by year, cash apart from time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import Figures
from readiness.business_case.years import Year
from readiness.cases import amounts, sentences, sums
from readiness.cases.facts import Row, decimal
from readiness.reports.context.parts import Block, Column, Section, Table, section, table
from readiness.reports.context.rounding import in_pounds
from readiness.reports.context.said import Said, still_open

ONCE = 2  # the column of what is paid once
STEPS = ("costs", "cost-assumptions", "time", "savings", "alternatives")


def money(said: Said) -> Section:
    """The section; the lines of cost are there before the figures are."""
    figures = said.facts.figures
    blocks = [Block(_("What it costs"), table=_costs(said, figures), after=_allowed(said))]
    if figures:
        blocks.append(
            Block(
                _("Year by year, cash apart from time"),
                table=_year_by_year(figures),
                after=_rests_on(said),
            )
        )
    blocks += [
        Block(_("What it saves in cash"), table=_savings(said)),
        Block(_("Budget and funding"), paragraphs=tuple(_funding(said))),
    ]
    return section("money", _("The money"), blocks, still_open(said.facts, STEPS))


def _headlines(said: Said, *topics: str) -> tuple[str, ...]:
    if said.facts.figures is None:
        return ()
    return tuple(sentences.headlines(said.facts, said.contents, topics))


def _costs(said: Said, figures: Figures | None) -> Table | None:
    columns = [
        Column(_("Cost")),
        Column(_("Kind")),
        Column(_("Once"), True),
        Column(_("A year"), True),
        Column(_("How sure")),
    ]
    read, given = said.rows("costs"), said.facts.rows("costs")
    rows = [_cost(*pair) for pair in zip(read, given, strict=True)]
    totals = list(_totals(said, figures)) if figures and rows else []
    strong = (-1,) if totals else ()
    lines = in_pounds([*rows, *totals])
    for line, cost in zip(lines, given, strict=False):  # the totals come after the costs
        if cost.get("in_year") and decimal(cost.get("one_off")) is not None:
            line[ONCE] = _("{amount} in year {n}").format(amount=line[ONCE], n=cost["in_year"])
    return table(_("Costs, in today’s prices"), columns, lines, strong=strong)


def _cost(read: Row, given: Row) -> Sequence[str | Decimal]:
    return [
        read["label"],
        read["category"],
        _given(given, "one_off"),
        _given(given, "per_year"),
        read["confidence"],
    ]


def _given(row: Row, name: str) -> Decimal | str:
    exact = decimal(row.get(name))
    return exact if exact is not None else _("none")


def _totals(said: Said, figures: Figures) -> Iterator[Sequence[str | Decimal]]:
    """What is added to the lines, and what all comes to."""
    later = any(cost.one_off for cost in sums.cost_rows(said.facts.answers) if cost.in_year)
    share = said.facts.number("cost-assumptions", "contingency_percent") or Decimal(0)
    more = share / (100 + share)
    at_start, yearly = figures.one_off_cost, figures.yearly_cost
    ours, staff = _("worked out"), _("Staff time")
    yield [_("Time to learn it"), staff, figures.learning, _("none"), ours]
    yield [_("New starters learn it"), staff, _("none"), figures.relearning, ours]
    yield [
        _("Contingency of {percent}").format(percent=amounts.percent(share)),
        _("Held back"),
        at_start * more,
        yearly * more,
        ours,
    ]
    name = _("In all, but for later years") if later else _("In all")
    yield [name, "", at_start, yearly, ours]


def _allowed(said: Said) -> tuple[str, ...]:
    return _headlines(said, "ask", "allowance")


def _year_by_year(figures: Figures) -> Table | None:
    columns = [
        Column(_("Year")),
        Column(_("It costs"), True),
        Column(_("Cash it saves"), True),
        Column(_("Cash so far, after costs"), True),
        Column(_("Worth of time given back"), True),
        Column(_("Cash and time so far, after costs"), True),
    ]
    rows = [_year(year) for year in figures.years]
    rows.append(_all_years(figures.years))
    caption = _("Likely figures, in today’s prices, not discounted")
    return table(caption, columns, in_pounds(rows), strong=(-1,), fixed=True)


def _year(year: Year) -> Sequence[str | Decimal]:
    cash = year.cash_benefit.likely
    return [
        _("Start") if year.number == 0 else str(year.number),
        year.cost,
        cash,
        year.cash_net_so_far.likely,
        year.whole_benefit.likely - cash,
        year.whole_net_so_far.likely,
    ]


def _all_years(years: Sequence[Year]) -> Sequence[str | Decimal]:
    last = years[-1]
    cash = last.cash_benefit_so_far.likely
    return [
        _("All"),
        last.cost_so_far,
        cash,
        last.cash_net_so_far.likely,
        last.whole_benefit_so_far.likely - cash,
        last.whole_net_so_far.likely,
    ]


def _rests_on(said: Said) -> tuple[str, ...]:
    note = _("Time that is turned into cash is counted as cash alone, never twice.")
    return (*_headlines(said, "rests_on", "cash", "discounted", "payback"), note)


def _savings(said: Said) -> Table | None:
    columns = [
        Column(_("Saving")),
        *(Column(title, True) for title in (_("Low"), _("Likely"), _("High"))),
        Column(_("How sure")),
    ]
    rows: list[list[str | Decimal]] = [
        [
            read["label"],
            *(decimal(given.get(name)) or Decimal(0) for name in ("low", "likely", "high")),
            read["confidence"],
        ]
        for read, given in zip(said.rows("savings"), said.facts.rows("savings"), strict=True)
    ]
    rows += _fewer_paid_hours(said)
    return table(_("Savings a year, in today’s prices"), columns, in_pounds(rows))


def _fewer_paid_hours(said: Said) -> list[list[str | Decimal]]:
    """The part of the time that the sums count as cash, once everyone uses it, as a row of its own:
    a board should see that it means paying for fewer hours."""
    figures, part = said.facts.figures, said.facts.number("time", "cashable_percent")
    if figures is None or not part or len(figures.years) < 3:
        return []
    cash = figures.years[-1].time_in_cash
    name = _("Paying for fewer hours ({part} of the time saved)").format(part=amounts.percent(part))
    return [[name, cash.low, cash.likely, cash.high, _("worked out")]]


def _funding(said: Said) -> Iterator[str]:
    yield from _headlines(said, "budget")
    yield from said.paragraphs("cost-assumptions", "funding")
