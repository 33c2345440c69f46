"""From answers to figures: the only bridge between what was typed and the sums.

An amount that was not given counts as nought; a step that was put off counts as not answered.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from readiness.business_case import (
    Alternatives,
    Assumptions,
    Cost,
    Figures,
    Inputs,
    Move,
    Saving,
    Spread,
    Time,
    what_moves,
    work_out,
)
from readiness.business_case.benefits import hours_per_year
from readiness.business_case.costs import hourly_cost
from readiness.cases.facts import Row, decimal

Answers = Mapping[str, Mapping[str, Any]]

NOUGHT = Decimal(0)
NEEDED = {
    "time": (
        "staff_using",
        "hourly_pay",
        "on_costs_percent",
        "shifts_per_week",
        "minutes_now",
        "minutes_saved_low",
        "minutes_saved_likely",
        "minutes_saved_high",
        "cashable_percent",
        "first_year_percent",
    ),
    "costs": ("rows",),
    "cost-assumptions": (
        "years",
        "discount_rate",
        "contingency_percent",
        "training_hours",
        "turnover_percent",
    ),
    "alternatives": ("extra_fte", "extra_hours_per_week", "extra_pay", "extra_weeks_worked"),
}


def missing_for_figures(answers: Answers, later: Collection[str] = ()) -> list[str]:
    """The steps without which there are no figures: not answered, not whole, or put off."""
    return [step for step in NEEDED if step in later or not _whole(step, answers)]


def figures(answers: Answers, later: Collection[str] = ()) -> Figures | None:
    """All the figures; None while a step is missing. No savings counts as none."""
    given = inputs(answers, later)
    return work_out(given) if given else None


def inputs(answers: Answers, later: Collection[str] = ()) -> Inputs | None:
    """What all the figures are worked out from; None while a step is missing."""
    return None if missing_for_figures(answers, later) else _inputs(answers)


def figures_so_far(answers: Answers) -> Figures | None:
    """For a sentence on the way: as if nothing more were spent, saved or compared.

    Needs the time and what the cost depends on; None without them.
    """
    if not (_whole("time", answers) and _whole("cost-assumptions", answers)):
        return None
    return work_out(_inputs(answers))


def moves(answers: Answers) -> tuple[Move, ...]:
    """What moves the result most, the widest swing first. Only where there are figures."""
    return what_moves(_inputs(answers))


def hours_released(answers: Answers) -> Spread[Decimal] | None:
    """Hours a year at full reach, from the step about time alone; None until it is whole."""
    if not _whole("time", answers):
        return None
    time = _time(answers["time"])
    return time.minutes_saved.each(lambda minutes: hours_per_year(minutes, time))


def hour_of_staff(answers: Answers) -> Decimal | None:
    """£ for an hour with on-costs, from the step about time alone; None until it is whole."""
    return hourly_cost(_time(answers["time"])) if _whole("time", answers) else None


def cost_rows(answers: Answers) -> list[Cost]:
    """The costs listed so far."""
    return [_cost(row) for row in _rows(answers, "costs")]


def savings_per_year(answers: Answers) -> Spread[Decimal]:
    """£ a year, of all the savings listed so far."""
    amounts = [saving.amounts for saving in _savings(answers)]
    return Spread(
        low=sum((each.low for each in amounts), NOUGHT),
        likely=sum((each.likely for each in amounts), NOUGHT),
        high=sum((each.high for each in amounts), NOUGHT),
    )


def _whole(step: str, answers: Answers) -> bool:
    given = answers.get(step, {})
    return all(given.get(name) not in (None, "", []) for name in NEEDED[step])


def _inputs(answers: Answers) -> Inputs:
    return Inputs(
        time=_time(answers["time"]),
        costs=tuple(cost_rows(answers)),
        assumptions=_assumptions(answers["cost-assumptions"]),
        savings=tuple(_savings(answers)),
        alternatives=_alternatives(answers),
    )


def _time(given: Row) -> Time:
    saved = [int(given[f"minutes_saved_{case}"]) for case in ("low", "likely", "high")]
    return Time(
        staff_using=int(given["staff_using"]),
        hourly_pay=Decimal(given["hourly_pay"]),
        on_costs_percent=Decimal(given["on_costs_percent"]),
        shifts_per_week=int(given["shifts_per_week"]),
        minutes_now=int(given["minutes_now"]),
        minutes_saved=Spread(low=saved[0], likely=saved[1], high=saved[2]),
        cashable_percent=Decimal(given["cashable_percent"]),
        first_year_percent=Decimal(given["first_year_percent"]),
    )


def _cost(row: Row) -> Cost:
    return Cost(
        one_off=_or_nought(row, "one_off"),
        in_year=int(row.get("in_year") or 0),
        per_year=_or_nought(row, "per_year"),
    )


def _assumptions(given: Row) -> Assumptions:
    return Assumptions(
        years=int(given["years"]),
        discount_rate=Decimal(given["discount_rate"]),
        contingency_percent=Decimal(given["contingency_percent"]),
        training_hours=Decimal(given["training_hours"]),
        turnover_percent=Decimal(given["turnover_percent"]),
        budget=decimal(given.get("budget")),
    )


def _savings(answers: Answers) -> Iterator[Saving]:
    for row in _rows(answers, "savings"):
        low, likely, high = (_or_nought(row, name) for name in ("low", "likely", "high"))
        yield Saving(amounts=Spread(low=low, likely=likely, high=high))


def _alternatives(answers: Answers) -> Alternatives:
    """Until the step is whole, no extra staff are compared, at the pay of the staff there are."""
    given = answers.get("alternatives", {})
    whole = _whole("alternatives", answers)
    return Alternatives(
        cost_of_waiting=_or_nought(given, "cost_of_waiting"),
        change_one_off=_or_nought(given, "change_one_off"),
        change_per_year=_or_nought(given, "change_per_year"),
        change_minutes_saved=int(given.get("change_minutes_saved") or 0),
        change_saving=_or_nought(given, "change_saving"),
        extra_fte=Decimal(given["extra_fte"]) if whole else NOUGHT,
        extra_hours_per_week=Decimal(given["extra_hours_per_week"] if whole else 1),
        extra_pay=Decimal(given["extra_pay"] if whole else answers["time"]["hourly_pay"]),
        extra_weeks_worked=Decimal(given["extra_weeks_worked"] if whole else 1),
    )


def _rows(answers: Answers, step: str) -> list[Row]:
    return answers.get(step, {}).get("rows") or []


def _or_nought(given: Row, name: str) -> Decimal:
    return decimal(given.get(name)) or NOUGHT
