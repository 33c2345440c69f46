"""When the benefits of a case are to be looked at: 3, 6 and 12 months from its start."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from readiness.cases.answers import Answers
from readiness.cases.facts import month

AFTER = (3, 6, 12)  # months from the start


@dataclass(frozen=True)
class Due:
    """A review that is to be taken: after how many months, and in which, by its first day."""

    months: int
    on: date

    def has_come(self, today: date) -> bool:
        """Whether its month has begun."""
        return self.on <= today


def start_of(answers: Answers) -> date | None:
    """The month in which it starts, as the plan stands now; None while there is none."""
    plan = answers.to_send.get("plan", {})
    return month(plan.get("start"))


def due(start: date, months: int) -> Due:
    """The review after so many months from the month of the start."""
    years, place = divmod(start.month - 1 + months, 12)
    return Due(months, date(start.year + years, place + 1, 1))


def next_due(start: date | None, taken: Collection[int]) -> Due | None:
    """The first review that is not recorded; None without a start, or where all are."""
    if start is None:
        return None
    return next((due(start, months) for months in AFTER if months not in taken), None)
