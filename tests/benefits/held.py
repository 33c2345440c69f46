"""Alice, whose case is in use, and what she types when she looks whether it keeps its promise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from readiness.cases import versions
from readiness.cases.models import Version
from readiness.catalogue.contents import contents
from tests.cases.builders import later_answers
from tests.people import Person, answers, case_with, value_in


def begun(months_ago: int, today: date | None = None) -> str:
    """The month so many months ago, in the form of a case file."""
    today = today or timezone.localdate()
    years, month = divmod(today.year * 12 + today.month - 1 - months_ago, 12)
    return f"{years}-{month + 1:02}"


def in_use(months_ago: int = 6, *, sent: bool = True, without: tuple[str, ...] = ()) -> Person:
    """Somebody whose plan started so many months ago."""
    given = answers() | later_answers()
    given["plan"]["start"] = begun(months_ago)
    person = Person()
    person.join(case_with({step: each for step, each in given.items() if step not in without}))
    if sent:
        send(person)
    return person


def send(person: Person) -> Version:
    """Send the case as it is now."""
    return versions.send(person.case, by="Alice", at=timezone.now(), contents=contents())


def typed(**changes: Any) -> dict[str, str]:
    """What stands in the boxes of the form for the two outcomes of a complete case."""
    day = timezone.localdate()
    given = {
        "taken_on": f"{day.day} {day.month} {day.year}",
        "actual_1": "4 evenings",
        "reached_1": "partly",
        "actual_2": "9 shifts",
        "reached_2": "reached",
        "minutes": "10",
        "paid_once": "19,400",
        "paid_running": "5,100",
        "surprises": "Night staff took to it first.",
        "decision": "carry-on",
        "why": "It saves time, and people like it.",
    }
    return {f"review-{name}": text for name, text in (given | changes).items()}


def record(person: Person, months: int = 6, *, seen: Mapping[str, str] | None = None, **changes):
    """Open the page of a review, fill it in and press the button."""
    where = person.url(f"benefits/{months}")
    seen = opened(person, months) if seen is None else seen
    return person.post(where, {**seen, **typed(**changes)})


def opened(person: Person, months: int = 6) -> dict[str, str]:
    """What the page of a review remembers for its button."""
    html = person.see(f"benefits/{months}")
    return {name: value_in(html, name) or "" for name in ("promise", "turn")}
