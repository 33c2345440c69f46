"""What a case says, as plain values: the one thing that checks, verdict and sentences read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from readiness.business_case import Figures
from readiness.cases.reading import Part

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """A case on one day, in the form of a case file: money, percentages and numbers as plain
    strings, counts as ints, months as "2028-03", choices as their slugs, rows under "rows".

    `answers` holds only the steps that apply; a step put off keeps what was answered so far.
    `unfinished` are the steps of stages 1 and 2 that are not complete (never answered, or put
    off), in the order of the questionnaire. `figures` are None until the money steps are there. `heard` is what people said when they
    were asked, as `heard.py` reads it; None where nothing can be shown.
    """

    answers: Mapping[str, dict[str, Any]]
    later: frozenset[str] = frozenset()
    unfinished: tuple[str, ...] = ()
    figures: Figures | None = None
    read: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    heard: Mapping[str, Any] | None = None
    today: date = field(kw_only=True)

    def get(self, step: str, name: str) -> object:
        """The answer, or None where there is none: an empty text or list is none as well."""
        value = self.answers.get(step, {}).get(name)
        return None if value in ("", [], ()) else value

    def text(self, step: str, name: str) -> str:
        """What was written or chosen, "" where nothing was."""
        return str(self.get(step, name) or "")

    def rows(self, step: str) -> Sequence[Row]:
        """The rows of a step; no rows where it was not answered, or put off with some half done."""
        return (self.answers[step].get("rows") or ()) if self.answered(step) else ()

    def many(self, step: str, name: str) -> Sequence[str]:
        """What was chosen from a list; nothing where nothing was."""
        return self.answers.get(step, {}).get(name) or ()

    def number(self, step: str, name: str) -> Decimal | None:
        """An amount, a percentage or a count, exactly as typed."""
        return decimal(self.answers.get(step, {}).get(name))

    def month(self, step: str, name: str) -> date | None:
        """The first day of the month."""
        return month(self.answers.get(step, {}).get(name))

    def answered(self, step: str) -> bool:
        """Whether the step was answered and not put off, so that a blank in it means something."""
        return step in self.answers and step not in self.later


def decimal(value: str | int | None) -> Decimal | None:
    """A number of a case file, exactly; None where there is none."""
    return None if value in (None, "") else Decimal(value)


def month(value: str | None) -> date | None:
    """The first day of a month of a case file, such as "2028-03"; None where there is none."""
    return date.fromisoformat(f"{value}-01") if value else None
