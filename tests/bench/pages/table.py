"""The one table of the bench."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.bench.measuring import ratio, row
from tests.bench.pages.journeys import Spent

Found = Mapping[str, Sequence[Any]]


def begin(found: Mapping[str, list[Spent]]) -> None:
    """The line that counts, then the head of the table with what a journey cost."""
    turns = {name: [spent.turn for spent in all_] for name, all_ in found.items()}
    print(f"page turn ÷ floor: {ratio(turns['guide'], turns['floor'])}", flush=True)  # noqa: T201
    print()  # noqa: T201
    line("what", "the guide", "the floor", "÷ floor", "÷ formtools")
    row(*["---"] * 5)
    parts: dict[str, Callable[[Spent], float]] = {
        "a page turn: a GET and a POST of a step, ms": lambda spent: spent.turn,
        "a GET, ms": lambda spent: spent.get,
        "a POST, ms": lambda spent: spent.post,
    }
    for what, of in parts.items():
        each = {name: [of(spent) for spent in all_] for name, all_ in found.items()}
        over_floor, over_plain = (ratio(each["guide"], each[name]) for name in ("floor", "plain"))
        line(what, ms(each["guide"]), ms(each["floor"]), over_floor, over_plain)
    line(
        "formtools used plainly, a page turn",
        ms(turns["plain"]),
        "",
        ratio(turns["plain"], turns["floor"]),
    )
    line("the floor once more (A/A)", ms(turns["same"]), "", ratio(turns["same"], turns["floor"]))


def line(*cells: str) -> None:
    """A row; what is not said stays empty."""
    row(*cells, *[""] * (5 - len(cells)))


def compared(what: str, found: Found, unit: Callable[[Sequence[float]], str]) -> None:
    """A row of the guide against the floor."""
    guide, floor = found["guide"], found["floor"]
    line(what, unit(guide), unit(floor), ratio(list(guide), list(floor)))


def ms(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.2f}"
