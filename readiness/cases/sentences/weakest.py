"""How sure each number of the case is, the least certain first."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from readiness.cases.checks.registry import named
from readiness.cases.facts import Facts, decimal
from readiness.cases.sentences.put_off import without_put_off
from readiness.cases.stages import STEPS

GUESS, ESTIMATED, USUAL, GIVEN, QUOTED, MEASURED = (
    "guess",
    "estimated",
    "usual",
    "given",
    "quoted",
    "measured",
)
_ORDER = (GUESS, ESTIMATED, USUAL, GIVEN, QUOTED, MEASURED)

# Inputs that the questionnaire does not ask the certainty of.
_OTHERS = {
    "time": (
        "shifts_per_week",
        "minutes_now",
        "hourly_pay",
        "on_costs_percent",
        "cashable_percent",
        "first_year_percent",
    ),
    "cost-assumptions": (
        "training_hours",
        "turnover_percent",
        "years",
        "discount_rate",
        "contingency_percent",
    ),
    "alternatives": (
        "cost_of_waiting",
        "change_minutes_saved",
        "change_saving",
        "extra_weeks_worked",
    ),
}


@dataclass(frozen=True)
class Number:
    """`sure` is measured, quoted, given, usual (our usual figure), estimated or guess.

    `name` is ours, or what the person called a cost or a saving: hostile until escaped.
    """

    name: str
    step: str
    sure: str


def weakest_numbers(facts: Facts) -> list[Number]:
    """Every number that the case rests on, the least certain first; else in the order asked."""
    return sorted(_numbers(without_put_off(facts)), key=lambda number: _ORDER.index(number.sure))


def weakest_names(facts: Facts) -> list[str]:
    """The names of the guesses; where there are none, of the estimates; at most four."""
    numbers = [number for number in weakest_numbers(facts) if number.name]
    weakest = [
        n.name for n in numbers if n.sure == numbers[0].sure and n.sure in (GUESS, ESTIMATED)
    ]
    return list(dict.fromkeys(weakest))[:4]


def _numbers(facts: Facts) -> Iterator[Number]:
    yield from _asked(facts, "need-evidence", "baseline")
    yield from _asked(facts, "time", "minutes_saved_likely")
    for step in ("costs", "savings"):
        for row in facts.rows(step):
            if row.get("confidence") in _ORDER:
                yield Number(named(row), step, row["confidence"])
    for step, names in _OTHERS.items():
        for name in names:
            yield from _other(facts, step, name)


def _asked(facts: Facts, step: str, name: str) -> Iterator[Number]:
    sure = facts.text(step, "confidence")
    if facts.get(step, name) is not None and sure in _ORDER:
        yield Number(_name(step, name), step, sure)


def _other(facts: Facts, step: str, name: str) -> Iterator[Number]:
    value = facts.number(step, name)
    if value is not None:
        usual = _usual(facts, step, name) == value
        yield Number(_name(step, name), step, USUAL if usual else GIVEN)


def _usual(facts: Facts, step: str, name: str) -> Decimal | None:
    return decimal(STEPS[step].defaults(facts.answers).get(name))


def _name(step: str, name: str) -> str:
    return str(STEPS[step].fields_of()[name].read_as)
