"""What a supplier asks for, year by year: its prices alone, with nothing added to them."""

from collections.abc import Iterable
from decimal import Decimal

from .inputs import Cost
from .money import NOUGHT, Flow, exactly, total


def prices_by_year(prices: Iterable[Cost], years: int) -> Flow:
    """£ for year 0, the day of buying, and each of the years 1 to N. No contingency, no learning."""
    given = tuple(prices)
    with exactly():
        a_year = sum((price.per_year for price in given), NOUGHT)
        contract = range(1, years + 1)
        return (_once(given, 0), *(a_year + _once(given, year) for year in contract))


def prices_after(prices: Iterable[Cost], years: int) -> Decimal:
    """£ that fall due once after year N, so that no total counts them."""
    with exactly():
        return sum((price.one_off for price in prices if price.in_year > years), NOUGHT)


def price_over(prices: Iterable[Cost], years: int) -> Decimal:
    """£ from the day of buying to the end of year N."""
    with exactly():
        return total(prices_by_year(prices, years))


def first_year_price(prices: Iterable[Cost]) -> Decimal:
    """£ on the day of buying and in year 1."""
    return price_over(prices, 1)


def _once(prices: tuple[Cost, ...], year: int) -> Decimal:
    return sum((price.one_off for price in prices if price.in_year == year), NOUGHT)
