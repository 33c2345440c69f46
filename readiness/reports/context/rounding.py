"""Amounts below one another in a table are rounded alike."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from readiness.cases import amounts


def pounds_for(column: Iterable[Decimal | None]) -> Callable[[Decimal], str]:
    """How to say the amounts of a column: in whole pounds, or with pence where all are small."""
    small = all(abs(amount) < 100 for amount in column if amount)
    return amounts.pounds if small else amounts.whole_pounds


def in_pounds(rows: Iterable[Sequence[str | Decimal]]) -> list[list[str]]:
    """The rows with each of their amounts as text; what is text already stays as it is."""
    listed = [list(row) for row in rows]
    says = [
        pounds_for(cell for cell in column if isinstance(cell, Decimal))
        for column in zip(*listed, strict=True)
    ]
    return [
        [
            say(cell) if isinstance(cell, Decimal) else cell
            for say, cell in zip(says, row, strict=True)
        ]
        for row in listed
    ]
