"""How exact the sums are, how they are rounded when shown, and what later money is worth today."""

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext

WEEKS = 52
NOUGHT = Decimal(0)

type Flow = tuple[Decimal, ...]
"""£ (or hours) by year: the first is year 0, the day of buying; the last is year N."""

_EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
_SETTLED = Decimal("1E-40")


def exactly() -> AbstractContextManager[Context]:
    """All sums are done inside this, so that nobody else's decimal settings can change them."""
    return localcontext(_EXACT)


def settled(amount: Decimal) -> Decimal:
    """The amount to 40 decimals. Needed before an amount is compared or rounded.

    A third of an hour has no exact decimal: three of them fall short of an hour in the hundredth
    digit, and would turn a half penny downwards or an even break into a loss.
    """
    return amount.quantize(_SETTLED)


def round_half_up(amount: Decimal, places: int) -> Decimal:
    """Half up by size (−0.5 is −1), and nought has no sign."""
    with exactly():
        step = Decimal(1).scaleb(-places)
        return settled(amount).quantize(step, rounding=ROUND_HALF_UP) + 0


def plain(amount: Decimal, places: int) -> str:
    """ "-1234.50": rounded half up, no thousands separators, never "-0.00"."""
    return f"{round_half_up(amount, places):f}"


def share(percent: Decimal) -> Decimal:
    return percent / 100


def every_year(amount: Decimal, years: int) -> Flow:
    """The same in each of the years 1 to N, nothing in year 0."""
    return (NOUGHT, *[amount] * years)


def total(flow: Flow) -> Decimal:
    return sum(flow, NOUGHT)


def added(one: Flow, other: Flow) -> Flow:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def taken(from_this: Flow, this: Flow) -> Flow:
    return tuple(a - b for a, b in zip(from_this, this, strict=True))


def present_value(flow: Flow, discount_rate: Decimal) -> Decimal:
    """What the flow is worth on the day of buying; `discount_rate` is in percent a year."""
    growth = 1 + share(discount_rate)
    return sum((amount / growth**year for year, amount in enumerate(flow)), NOUGHT)


def net_present_value(benefit: Flow, cost: Flow, discount_rate: Decimal) -> Decimal:
    """Settled, so that two choices that are worth the same compare as equal."""
    return settled(present_value(benefit, discount_rate) - present_value(cost, discount_rate))
