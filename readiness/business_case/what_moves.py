"""What moves the result most: each input a fifth lower and a fifth higher, one at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from . import options
from .benefits import benefits_of_technology
from .costs import costs_of_technology
from .inputs import Cost, Inputs, Saving
from .money import exactly

LOWER, HIGHER = Decimal("0.8"), Decimal("1.2")
WHOLE = Decimal(100)  # percent: a share of the staff or of the benefit is never more

type Change = Callable[[Inputs, Decimal], Inputs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """£, likely npv_all: of the technology, and of the better of `as_now` and `better`."""

    technology: Decimal
    best_other: Decimal

    @property
    def leads(self) -> bool:
        """Whether the technology is worth more than either, as the verdict asks; a tie is not ahead."""
        return self.technology > self.best_other


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One input by its name, and the worth with it a fifth `lower` and `higher` than it was given.

    All options are worked out again with it. `capped` where a fifth more would be over 100%; then
    `higher` is at 100%. A count may come out as no whole number: it is not rounded.
    """

    name: str
    lower: Worth
    higher: Worth
    capped: bool = False

    @property
    def swing(self) -> Decimal:
        """£ between what the technology is worth at the two ends."""
        return abs(self.higher.technology - self.lower.technology)


def worth(inputs: Inputs) -> Worth:
    """What is compared, as the figures have it."""
    with exactly():
        spending = costs_of_technology(inputs).by_year
        benefit = benefits_of_technology(inputs).likely
        others = (options.as_now(inputs).npv_all, options.better(inputs).npv_all)
        own = options.technology(inputs, spending, benefit).npv_all
        return Worth(technology=own, best_other=max(others))


def what_moves(inputs: Inputs) -> tuple[Move, ...]:
    """The widest swing first. What moves nothing is left out: an input at nought, say.

    Not moved: the years, which are whole; what is never part of npv_all (the share of time that
    becomes cash, the budget); and extra staff, whose worth is never above `as_now`'s.
    """
    with exactly():
        return tuple(sorted(_moves(inputs), key=lambda move: move.swing, reverse=True))


def _moves(inputs: Inputs) -> Iterator[Move]:
    given = worth(inputs)
    for name, change in _CHANGES.items():
        lower, higher = worth(change(inputs, LOWER)), worth(change(inputs, HIGHER))
        if not lower == higher == given:
            yield Move(name=name, lower=lower, higher=higher, capped=_is_capped(name, inputs))


def _is_capped(name: str, inputs: Inputs) -> bool:
    shares = {
        "first_year_percent": inputs.time.first_year_percent,
        "turnover_percent": inputs.assumptions.turnover_percent,
    }
    return name in shares and shares[name] * HIGHER > WHOLE


def _one(part: str, name: str, most: Decimal | None = None) -> Change:
    def change(inputs: Inputs, by: Decimal) -> Inputs:
        holder: Any = getattr(inputs, part)
        moved = getattr(holder, name) * by
        within: Any = replace(holder, **{name: moved if most is None else min(moved, most)})
        return replace(inputs, **{part: within})

    return change


def _minutes_saved(inputs: Inputs, by: Decimal) -> Inputs:
    saved = inputs.time.minutes_saved
    moved = replace(saved, likely=saved.likely * by)
    return replace(inputs, time=replace(inputs.time, minutes_saved=moved))


def _costs(inputs: Inputs, move: Callable[[Cost], Cost]) -> Inputs:
    return replace(inputs, costs=tuple(map(move, inputs.costs)))


def _costs_once(inputs: Inputs, by: Decimal) -> Inputs:
    return _costs(inputs, lambda cost: replace(cost, one_off=cost.one_off * by))


def _costs_a_year(inputs: Inputs, by: Decimal) -> Inputs:
    return _costs(inputs, lambda cost: replace(cost, per_year=cost.per_year * by))


def _savings(inputs: Inputs, by: Decimal) -> Inputs:
    moved = (Saving(amounts=each.amounts.each(lambda one: one * by)) for each in inputs.savings)
    return replace(inputs, savings=tuple(moved))


def _cost_of_change(inputs: Inputs, by: Decimal) -> Inputs:
    given = inputs.alternatives
    once, a_year = given.change_one_off * by, given.change_per_year * by
    moved = replace(given, change_one_off=once, change_per_year=a_year)
    return replace(inputs, alternatives=moved)


_CHANGES: dict[str, Change] = {
    "minutes_saved": _minutes_saved,
    "hourly_pay": _one("time", "hourly_pay"),
    "shifts_per_week": _one("time", "shifts_per_week"),
    "staff_using": _one("time", "staff_using"),
    "on_costs_percent": _one("time", "on_costs_percent"),
    "first_year_percent": _one("time", "first_year_percent", WHOLE),
    "costs_once": _costs_once,
    "costs_a_year": _costs_a_year,
    "savings": _savings,
    "training_hours": _one("assumptions", "training_hours"),
    "turnover_percent": _one("assumptions", "turnover_percent", WHOLE),
    "contingency_percent": _one("assumptions", "contingency_percent"),
    "discount_rate": _one("assumptions", "discount_rate"),
    "cost_of_waiting": _one("alternatives", "cost_of_waiting"),
    "change_minutes_saved": _one("alternatives", "change_minutes_saved"),
    "change_saving": _one("alternatives", "change_saving"),
    "cost_of_change": _cost_of_change,
}
