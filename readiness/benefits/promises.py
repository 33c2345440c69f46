"""What a case promised, by which its reviews are measured: frozen, and never made easier later."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from readiness.business_case import Figures, Inputs, Promised, as_found, promised_by, work_out
from readiness.cases import sums, versions
from readiness.cases.answers import Answers
from readiness.cases.facts import Row
from readiness.cases.models import Case, Decision, Version
from readiness.cases.steps.step import Kept

# All that is kept of it: whose case, what was asked for, what it should reach and what it rests on.
STEPS = ("organisation", "avenues", "outcomes", *sums.NEEDED, "savings")
AGREED = (Decision.Outcome.AGREED, Decision.Outcome.CONDITIONS)


@dataclass(frozen=True)
class Promise:
    """The answers of STEPS, in the form of a case file.

    `version` is the version that says so, and `on` the day on which it was sent; without one these
    are the answers of that day, of a case that was not sent. `agreed` is whether the board agreed.
    """

    answers: Mapping[str, Kept]
    version: int | None
    on: date
    agreed: bool = False

    @property
    def outcomes(self) -> list[Row]:
        """What should be better, with its measure, where it stood and its target."""
        return list(self.answers.get("outcomes", {}).get("rows") or ())

    @cached_property
    def inputs(self) -> Inputs | None:
        """What its figures rest on; None where a step about money is missing."""
        return sums.inputs(self.answers)

    @cached_property
    def figures(self) -> Figures | None:
        """The figures as they were expected."""
        return work_out(self.inputs) if self.inputs else None

    def by(self, months: int) -> Promised | None:
        """What was promised for the first months."""
        return promised_by(months, self.inputs) if self.inputs else None

    def with_minutes(self, minutes: int | None) -> Figures | None:
        """The figures with the minutes that were found; None without the one or the other."""
        return None if minutes is None or not self.inputs else as_found(minutes, self.inputs)

    @property
    def frozen(self) -> dict[str, Any]:
        """As plain values, to be kept with a review."""
        return {
            "answers": dict(self.answers),
            "version": self.version,
            "on": self.on.isoformat(),
            "agreed": self.agreed,
        }

    @property
    def key(self) -> str:
        """Tells this promise from another: the page of a review asks about the one that it shows."""
        text = json.dumps([dict(self.answers), self.version], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def thawed(frozen: Mapping[str, Any]) -> Promise:
    """The other way: what was kept with a review."""
    return Promise(**{**frozen, "on": date.fromisoformat(frozen["on"])})


def of(case: Case, answers: Answers, today: date) -> Promise:
    """What the case promises now: by the newest version that the board agreed, else the one that was
    sent last, else by the answers as they are. A later version does not undo what was agreed."""
    agreed = _agreed(case)
    version = agreed or versions.newest_of(case)
    if version is None:
        return Promise(_part(answers.to_send), None, today)
    sent = timezone.localdate(version.sent_at)
    return Promise(_part(version.snapshot["answers"]), version.number, sent, bool(agreed))


def _agreed(case: Case) -> Version | None:
    """The newest version of those about which the last decision was to go ahead."""
    made = Decision.objects.filter(version__case=case).select_related("version")
    last = {each.version_id: each for each in made.order_by("recorded_at", "pk")}
    agreed = [each.version for each in last.values() if each.outcome in AGREED]
    return max(agreed, key=lambda version: version.number, default=None)


def _part(answers: Mapping[str, Kept]) -> dict[str, Kept]:
    return {step: answers[step] for step in STEPS if step in answers}
