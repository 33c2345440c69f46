"""What the insights are about: five pages, each with the questions that it counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from readiness.cases.models import Counted
from readiness.cases.rules import GET_READY, GO_AHEAD, NOT_NOW
from readiness.cases.steps.anxieties import Anxieties
from readiness.cases.steps.avenues import Avenues
from readiness.cases.steps.choices import GROUPS
from readiness.cases.steps.who import Organisation
from readiness.catalogue.contents import Contents

Words = str | Promise
Kind = Counted.Kind
NATIONS = {choice.value: choice.label for choice in Organisation.base_fields["nation"].choices}
SERVICES = {choice.value: choice.label for choice in Organisation.base_fields["services"].choices}


@dataclass(frozen=True)
class Measure:
    """One question about many cases, and the rows of its answer.

    `most` says which row stands first. `whole` is true where each case is in just one row.
    """

    kind: str
    title: Words
    what: Words  # what a row is, as the head of its column
    most: Words
    names: Callable[[Contents], Mapping[str, Words]]
    whole: bool = False


@dataclass(frozen=True)
class Subject:
    """A page of the insights."""

    slug: str
    name: Words
    intro: Words
    measures: tuple[Measure, ...]


def _avenues(contents: Contents) -> dict[str, Words]:
    slugs = [choice.value for choice in Avenues.base_fields["chosen"].choices]
    named = {slug: contents.avenues[slug].name for slug in slugs if slug in contents.avenues}
    return {slug: named.get(slug, slug).partition(":")[0] for slug in slugs}


def _worries(contents: Contents) -> dict[str, Words]:
    fields = Anxieties.base_fields
    return {
        slug: fields[slug].read_as if slug in fields else each.short
        for slug, each in contents.anxieties.items()
    }


def _verdicts(contents: Contents) -> dict[str, Words]:
    words = contents.sentences
    slugs = (GO_AHEAD, GET_READY, NOT_NOW)  # a case that is not complete cannot be sent
    return {s: words[f"verdict-{s}"].text if f"verdict-{s}" in words else s for s in slugs}


NEED = Measure(
    kind=Kind.NEED,
    title=_("Who feels the need"),
    what=_("Group"),
    most=_("“{name}” feel the need most often: in {count} of {total} organisations ({share})."),
    names=lambda contents: {str(choice.value): choice.label for choice in GROUPS},
)
AVENUE = Measure(
    kind=Kind.AVENUE,
    title=_("Ways forward chosen"),
    what=_("Way forward"),
    most=_("“{name}” is chosen most often: by {count} of {total} organisations ({share})."),
    names=_avenues,
)
WORRY = Measure(
    kind=Kind.WORRY,
    title=_("Worries that are strong or blocking"),
    what=_("Worry"),
    most=_("“{name}” is heard most often: in {count} of {total} organisations ({share})."),
    names=_worries,
)
VERDICT = Measure(
    kind=Kind.VERDICT,
    title=_("Verdicts"),
    what=_("Verdict"),
    most=_("“{name}” is the most common verdict: for {count} of {total} organisations ({share})."),
    names=_verdicts,
    whole=True,
)
GAP = Measure(
    kind=Kind.GAP,
    title=_("Sides of readiness that are not good enough yet"),
    what=_("Side of readiness"),
    most=_("“{name}” is the most common gap: for {count} of {total} organisations ({share})."),
    names=lambda contents: {slug: each.name for slug, each in contents.dimensions.items()},
)
OUTCOMES = Measure(
    kind=Kind.OUTCOMES,
    title=_("Outcomes reached"),
    what=_("What was found of the outcomes"),
    most=_("“{name}” was found most often: in {count} of {total} organisations ({share})."),
    names=lambda contents: {
        "reached": _("All were reached"),
        "partly": _("Some were reached, or partly"),
        "not": _("None was reached"),
        "unsaid": _("Nobody can say yet"),
    },
    whole=True,
)
MINUTES = Measure(
    kind=Kind.MINUTES,
    title=_("Minutes saved, beside those that were promised"),
    what=_("Minutes saved in a shift"),
    most=_("“{name}” was found most often: in {count} of {total} organisations ({share})."),
    names=lambda contents: {
        "likely": _("As many as expected, or more"),
        "low": _("Fewer, but within the range"),
        "below": _("Fewer than the lowest expected"),
        "unsaid": _("Not counted yet"),
    },
    whole=True,
)
NEXT = Measure(
    kind=Kind.NEXT,
    title=_("What they decided then"),
    what=_("What happens next"),
    most=_("“{name}” is decided most often: in {count} of {total} organisations ({share})."),
    names=lambda contents: {
        "carry-on": _("Carry on"),
        "change": _("Change something"),
        "stop": _("Stop"),
    },
    whole=True,
)
SUBJECTS = {
    subject.slug: subject
    for subject in (
        Subject(
            "needs",
            _("Needs and ways forward"),
            _("Who feels the needs that organisations bring, and what they want to look at."),
            (NEED, AVENUE),
        ),
        Subject(
            "worries",
            _("Worries"),
            _("What people are worried about, where it was heard strongly or blocks the way."),
            (WORRY,),
        ),
        Subject(
            "verdicts",
            _("Verdicts"),
            _("What the guide made of the cases. “Not this, or not now” is a good result too."),
            (VERDICT,),
        ),
        Subject(
            "readiness",
            _("Readiness gaps"),
            _("Where organisations say that they are not ready yet for what they plan."),
            (GAP,),
        ),
        Subject(
            "benefits",
            _("Benefits realised"),
            _(
                "What organisations found when they looked whether a case keeps its promise: of each case the newest review. Those that have not looked yet are in no row."
            ),
            (OUTCOMES, MINUTES, NEXT),
        ),
    )
}
