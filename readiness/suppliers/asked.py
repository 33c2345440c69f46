"""What every supplier is asked: the requirements by their priority, then the assurances."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.cases.steps.market import Assurance, Requirement
from readiness.cases.steps.step import Kept

STEPS = ("requirements", "assurance")  # whose answers are read
SAFE = "safe"  # the group of the assurances
GROUPS = {
    "must": _("What it must do"),
    "should": _("What it should do"),
    "could": _("What it could do"),
    "": _("What you have given no priority yet"),
    SAFE: _("Safe to use"),
}
ASSURANCES = tuple(name for name in Assurance.base_fields if name != "notes")


@dataclass(frozen=True)
class Asked:
    """One thing that is asked of every supplier. `about` is the name of an assurance, empty for a
    requirement, which is known by its words alone."""

    about: str
    words: str
    group: str
    hint: Any = ""
    priority: str = ""  # as it is read


def asked_of(answers: Mapping[str, Kept]) -> list[Asked]:
    """Everything that is asked, in the order of the groups; assurances that do not apply are not."""
    found = [*_requirements(answers.get("requirements", {})), *_assurances(answers)]
    order = list(GROUPS)
    return sorted(found, key=lambda each: order.index(each.group))


def _requirements(kept: Kept) -> Iterator[Asked]:
    priority = Requirement.base_fields["priority"]
    for row in kept.get("rows", []):
        if row.get("requirement"):
            group = row.get("priority") or ""
            yield Asked("", row["requirement"], group, priority=priority.read(group))


def _assurances(answers: Mapping[str, Kept]) -> Iterator[Asked]:
    said = answers.get("assurance", {})
    for name in ASSURANCES:
        if said.get(name) != "not-applicable":
            question = Assurance.base_fields[name]
            yield Asked(name, str(question.label), SAFE, question.hint)


def does_not_apply(answers: Mapping[str, Kept]) -> list[str]:
    """The assurances that were said not to apply, as they are read."""
    said = answers.get("assurance", {})
    fields = Assurance.base_fields
    return [str(fields[n].read_as) for n in ASSURANCES if said.get(n) == "not-applicable"]
