"""Outcomes are known by their numbers: what points at one follows it when the rows move."""

from collections.abc import Sequence

from readiness.cases.facts import Row
from readiness.cases.steps.step import Kept

POINTING = ("requirements", "tracking")  # the steps whose rows name an outcome


def moved(before: Sequence[Row], after: Sequence[Row]) -> dict[int, int | None]:
    """Where each outcome went: its number before, with its number now; None if it was taken out.

    An outcome is known by its words. Those whose words changed are taken in the order in which
    they stand, where as many are left before as after.
    """
    now = dict(enumerate(after, start=1))
    went: dict[int, int | None] = {}
    for n, row in enumerate(before, start=1):
        went[n] = next((m for m, other in now.items() if _words(other) == _words(row)), None)
        now.pop(went[n], None)  # type: ignore[arg-type]
    lost = [n for n, place in went.items() if place is None]
    if len(lost) == len(now):
        went.update(zip(lost, now, strict=True))
    return went


def _words(row: Row) -> str:
    return str(row.get("outcome", "")).casefold()


def renumbered(kept: Kept, went: dict[int, int | None]) -> tuple[Kept, bool]:
    """A step's rows with the outcomes' numbers of now; and whether one had to be emptied."""
    rows, emptied = [], False
    for row in kept.get("rows", []):
        number = row.get("outcome")
        place = went.get(number, number)
        emptied = emptied or (number is not None and place is None)
        rows.append({k: v for k, v in {**row, "outcome": place}.items() if v is not None})
    return {**kept, "rows": rows}, emptied
