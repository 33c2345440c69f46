"""What suppliers charge, side by side: by kind of cost and by year. A price that is missing says so."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import Cost, first_year_price, price_over, prices_after, prices_by_year
from readiness.cases.amounts import listed, pounds_as_priced, years
from readiness.cases.facts import decimal
from readiness.cases.steps.step import Kept
from readiness.suppliers.comparing import Cell, Group, Line, Looked
from readiness.suppliers.forms import Price

USUAL_YEARS = 5  # until the case says how far ahead it looks


@dataclass(frozen=True)
class Priced:
    """A supplier's prices over some years; of a part of them, `others` are those beside it."""

    name: str
    rows: Sequence[Kept]
    years: int
    others: Sequence[Kept] = ()

    @property
    def costs(self) -> list[Cost]:
        """The prices that were told."""
        return [_cost(row) for row in self.rows if is_told(row)]

    @property
    def missing(self) -> list[str]:
        """What they have not told the price of."""
        return [row["label"] for row in self.rows if not is_told(row)]

    def of_kind(self, category: str) -> "Priced":
        """The prices of one kind of cost alone."""
        own = [row for row in self.rows if row["category"] == category]
        return Priced(self.name, own, self.years, [row for row in self.rows if row not in own])

    @property
    def first_year(self) -> Decimal:
        """£ at the start and in year 1."""
        return first_year_price(self.costs)


def priced(looked: Looked, answers: Mapping[str, Kept]) -> Priced:
    """A supplier's prices over the years that the case looks at."""
    return Priced(looked.name, looked.rows("prices"), years_of(answers))


def years_of(answers: Mapping[str, Kept]) -> int:
    """How many years the case looks at; five until it says."""
    return int(answers.get("cost-assumptions", {}).get("years") or USUAL_YEARS)


def is_told(row: Kept) -> bool:
    """Whether a line has a price; nothing to pay is one."""
    return "one_off" in row or "per_year" in row


def _cost(row: Kept) -> Cost:
    amounts = {name: decimal(row.get(name)) or Decimal(0) for name in ("one_off", "per_year")}
    return Cost(in_year=int(row.get("in_year") or 0), **amounts)


def prices_beside(all_prices: Sequence[Priced]) -> list[Group]:
    """By kind of cost over all the years, then by year."""
    count = all_prices[0].years
    kinds = Price.base_fields["category"].choices
    used = [k for k in kinds if any(each.of_kind(k.value).rows for each in all_prices)]
    by_kind = [
        _line(str(kind.label), [each.of_kind(str(kind.value)) for each in all_prices], _all_years)
        for kind in used
    ]
    by_year = [
        _line(_("At the start") if n == 0 else _("Year {n}").format(n=n), all_prices, _year(n))
        for n in range(count + 1)
    ]
    over = _("In all, over {years}").format(years=years(count))
    whole = _line(over, all_prices, _all_years, strong=True)
    title = _("Prices by kind, over {years}").format(years=years(count))
    note = _("In today’s prices, as you recorded them. Nothing is added for learning or surprises.")
    found = [Group(title, tuple(by_kind), note), Group(_("Prices by year"), (*by_year, whole))]
    return [each for each in found if each.lines]


def _line(
    title: str, all_prices: Sequence[Priced], say: Callable[[Priced], str], *, strong: bool = False
) -> Line:
    cells = tuple(Cell(each.name, say(each), note=_note(each, say)) for each in all_prices)
    return Line(title, cells, strong, "money")


def _all_years(prices: Priced) -> str:
    if not prices.rows:
        return _("No line for this") if prices.others else _("No prices yet")
    if not prices.costs:
        return _("No price yet")
    whole = price_over(prices.costs, prices.years)
    if not whole and prices_after(prices.costs, prices.years):
        return _("Nothing within these years")
    return _at_least(prices, whole)


def _year(n: int) -> Callable[[Priced], str]:
    def say(prices: Priced) -> str:
        if not prices.costs:
            return _("No prices yet")
        return _at_least(prices, prices_by_year(prices.costs, prices.years)[n])

    return say


def _at_least(prices: Priced, amount: Decimal) -> str:
    """The amount; where a price is missing, it is no more than the least that it can be."""
    text = pounds_as_priced(amount)
    return _("{amount} or more").format(amount=text) if prices.missing else text


def _note(prices: Priced, say: Callable[[Priced], str]) -> str:
    """What a total leaves out; under the totals of all years alone."""
    return " ".join(_left_out(prices)) if say is _all_years else ""


def _left_out(prices: Priced) -> Iterator[str]:
    if prices.missing:
        yield _("No price yet for {what}.").format(what=listed(prices.missing))
    after = prices_after(prices.costs, prices.years)
    if after:
        text = _("Not counted: {amount}, which falls after that.")
        yield text.format(amount=pounds_as_priced(after))
