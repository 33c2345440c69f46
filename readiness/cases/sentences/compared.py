"""Comparisons in which a figure that cannot be worked out is never more, never less."""

from decimal import Decimal

Amount = Decimal | int | None


def above(this: Amount, that: Amount) -> bool:
    """Whether both are known, and this is more than that."""
    return this is not None and that is not None and this > that


def at_least(this: Amount, that: Amount) -> bool:
    """Whether both are known, and this is no less than that."""
    return this is not None and that is not None and this >= that
