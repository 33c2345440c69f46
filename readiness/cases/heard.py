"""What people said when they were asked, beside what the case assumes: plain values.

The part `voices` asks them, and puts what may be shown on the case as JSON. Here it is read, for
checks, pages and papers. The verdict does not read it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from readiness.cases.facts import Facts
from readiness.cases.steps import choices

NOT_SURE = "not-sure"
CONTROL, COULD_USE = "control", "could-use"
OTHERS, EVERYONE = "others", "everyone"

# Who can say what they think; whoever is none of these is one of the others.
ASKED = ("people", "families", "frontline", "volunteers", "managers")
NAMES: Mapping[str, Any] = {
    **{group.value: group.label for group in choices.GROUPS if group.value in ASKED},
    OTHERS: _("Others"),
    EVERYONE: _("Everyone who answered"),
}

# How much a worry worries somebody; the numbers are those of the step “anxieties”.
WORRIED: Mapping[Any, Any] = {
    0: pgettext_lazy("how much it worries them", "Not at all"),
    1: pgettext_lazy("how much it worries them", "A little"),
    2: pgettext_lazy("how much it worries them", "A lot"),
    3: _("So much that they would say no"),
    NOT_SURE: _("They do not know"),
}
# More choice and control, or less, as in the step “control”.
MORE_OR_LESS: Mapping[Any, Any] = {
    **{each.value: each.label for each in choices.MORE_OR_LESS},
    NOT_SURE: _("They do not know"),
}
COULD: Mapping[Any, Any] = {
    "alone": _("Yes"),
    "with-help": _("Yes, with help"),
    "not-now": _("No"),
    NOT_SURE: _("They do not know"),
}
# The levels of control, so that the middle one can be told.
CONTROL_LEVELS = {"much-less": -2, "less": -1, "same": 0, "more": 1, "much-more": 2}

SIZES = {5: _("5 to 9"), 10: _("10 to 19"), 20: _("20 to 49"), 50: _("50 or more")}
# A share is told in quarters, and the highest is never “all”.
SHARES = {
    25: _("about a quarter"),
    50: _("about half"),
    75: _("about three quarters"),
    100: _("nearly all"),
}


@dataclass(frozen=True)
class Said:
    """What a group said to one question. `most` is None where no answer stands out. `middle` is
    the median on the levels of the answers, without those who do not know; None where too few
    know."""

    most: str | int | None
    share: int  # one of SHARES
    middle: Decimal | None


@dataclass(frozen=True)
class Group:
    """A group of five or more. `size` is the least that it may be, one of SIZES; `said` holds the
    questions that five or more of them answered: the slugs of worries, CONTROL and COULD_USE."""

    slug: str
    size: int
    said: Mapping[str, Said]

    @property
    def name(self) -> str:
        """What the group is called."""
        return str(NAMES[self.slug])


@dataclass(frozen=True)
class Heard:
    """What may be shown of the last round that enough people answered. `quick` says whether
    answers that came quickly from one place are in it: "" where there were none."""

    closed_on: date
    idea: str
    quick: str
    groups: tuple[Group, ...]
    words: tuple[str, ...]  # free words that were read first; hostile until escaped


@dataclass(frozen=True)
class Difference:
    """A group sees a thing otherwise than the case assumes, by one level or more. `more` means
    more worried, or more choice and control."""

    question: str
    group: Group
    more: bool


def heard(facts: Facts) -> Heard | None:
    """What people said; None where nothing can be shown."""
    return read(facts.heard)


def answered(facts: Facts, group: str) -> bool:
    """Whether so many of a group answered that it is shown by itself."""
    return any(each["group"] == group for each in (facts.heard or {}).get("groups", ()))


def read(kept: Mapping[str, Any] | None) -> Heard | None:
    """What is kept on a case or in a version, as values."""
    if kept is None:
        return None
    return Heard(
        closed_on=date.fromisoformat(kept["closed_on"]),
        idea=kept["idea"],
        quick=kept["quick"],
        groups=tuple(_group(each) for each in kept["groups"]),
        words=tuple(kept["words"]),
    )


def _group(kept: Mapping[str, Any]) -> Group:
    said = {question: _said(each) for question, each in kept["said"].items()}
    return Group(kept["group"], kept["size"], said)


def _said(kept: Mapping[str, Any]) -> Said:
    middle = kept["middle"]
    return Said(kept["most"], kept["share"], None if middle is None else Decimal(middle))


def answers_to(question: str) -> Mapping[Any, Any]:
    """The answers to a question, as they are told of others."""
    return {CONTROL: MORE_OR_LESS, COULD_USE: COULD}.get(question, WORRIED)


def in_words(group: Group, question: str) -> str:
    """“A lot (about half)”, or why there is no such answer."""
    said = group.said.get(question)
    if said is None:
        return gettext("Too few answered")
    if said.most is None:
        return gettext("No one answer stands out")
    return gettext("%(answer)s (%(share)s)") % {
        "answer": answers_to(question)[said.most],
        "share": SHARES[said.share],
    }


def differences(facts: Facts) -> Iterator[Difference]:
    """Where a group’s middle answer is one level or more from what the case assumes."""
    found = heard(facts)
    assumed = dict(facts.answers.get("anxieties", {}))
    change = facts.get("control", "change")
    assumed[CONTROL] = CONTROL_LEVELS.get(str(change))
    for group in found.groups if found else ():
        for question, said in group.said.items():
            level = assumed.get(question)
            if isinstance(level, int) and said.middle is not None and abs(said.middle - level) >= 1:
                yield Difference(question, group, more=said.middle > level)


def worried_more(facts: Facts) -> list[str]:
    """The worries that worry a group more than the case assumes."""
    found = [d.question for d in differences(facts) if d.more and d.question != CONTROL]
    return list(dict.fromkeys(found))
