"""What a list of rows begins with, from the answers so far: the person edits it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.cases import sentences as said
from readiness.cases.facts import Facts
from readiness.cases.steps.step import Kept
from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Avenue

MOST_RISKS = 5  # more would bury the person's own
LONGEST = 200  # characters of one line
FIRST_LOOK = 3  # months after the start

# What happens in each style of plan, with its month counted from the start.
MILESTONES = {
    "pilot": (
        (-1, gettext_lazy("Wi-Fi and devices checked")),
        (0, gettext_lazy("Helpers on every shift have learned it")),
        (0, gettext_lazy("Small trial starts")),
        (3, gettext_lazy("Look at the figures, then decide again")),
        (3, gettext_lazy("Tell everyone what was learned")),
    ),
    "phased": (
        (-1, gettext_lazy("Wi-Fi and devices checked")),
        (0, gettext_lazy("First team has learned it")),
        (0, gettext_lazy("First team starts")),
        (2, gettext_lazy("Second team starts")),
        (3, gettext_lazy("First look at the benefits")),
    ),
    "all-at-once": (
        (-2, gettext_lazy("Wi-Fi and devices checked")),
        (-1, gettext_lazy("Everyone has learned it")),
        (-1, gettext_lazy("Practice day without the old way")),
        (0, gettext_lazy("Everyone starts")),
        (3, gettext_lazy("First look at the benefits")),
    ),
}


def risks(facts: Facts, contents: Contents) -> list[Kept]:
    """The risks that we see."""
    return list(said.risk_suggestions(facts, contents)[:MOST_RISKS])


def requirements(facts: Facts, contents: Contents) -> list[Kept]:
    """One for each outcome, and what the avenues that were chosen must be able to do."""
    rows: list[Kept] = [
        {"requirement": row["outcome"][:LONGEST], "priority": "must", "outcome": n}
        for n, row in enumerate(facts.rows("outcomes"), start=1)
        if row.get("outcome")
    ]
    wanted = dict.fromkeys(text for each in _chosen(facts, contents) for text in each.requirements)
    return rows + [{"requirement": text, "priority": "should"} for text in wanted]


def assurance(facts: Facts, contents: Contents) -> Kept:
    """The standards of this nation that come with the avenues, to be asked about, as a note."""
    nation = facts.text("organisation", "nation")
    named = dict.fromkeys(
        standard["name"]
        for each in _chosen(facts, contents)
        for standard in each.standards.get(nation, [])
    )
    return {"notes": "\n".join([_("Ask suppliers about:"), *named])} if named else {}


def milestones(facts: Facts, contents: Contents) -> list[Kept]:
    """What happens in a plan of this style, by the month in which it starts."""
    start = facts.month("plan", "start")
    if start is None:
        return []
    planned = MILESTONES.get(facts.text("plan", "style"), ())
    return [{"what": str(what), "when": _month(start, months)} for months, what in planned]


def tracking(facts: Facts, contents: Contents) -> list[Kept]:
    """A row for each outcome, looked at as it was measured before."""
    start = facts.month("plan", "start")
    when = {"first_review": _month(start, FIRST_LOOK)} if start else {}
    return [
        {"outcome": n, "method": str(row.get("measure", "")), **when}
        for n, row in enumerate(facts.rows("outcomes"), start=1)
    ]


SUGGESTED: dict[str, Callable[[Facts, Contents], list[Kept] | Kept]] = {
    "risks": risks,
    "requirements": requirements,
    "assurance": assurance,
    "milestones": milestones,
    "tracking": tracking,
}


def _chosen(facts: Facts, contents: Contents) -> Iterator[Avenue]:
    slugs: Iterable[str] = facts.many("avenues", "chosen")
    return (contents.avenues[slug] for slug in slugs if slug in contents.avenues)


def _month(start: date, months: int) -> str:
    years, month = divmod(start.month - 1 + months, 12)
    return f"{start.year + years}-{month + 1:02}"
