"""What people said, question by question, beside what the case assumes: in finished words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.cases import heard
from readiness.cases.checks.control import NOT_ASKED
from readiness.cases.facts import Facts
from readiness.cases.heard import CONTROL, COULD_USE, Difference, Group, Heard
from readiness.cases.steps.anxieties import Anxieties
from readiness.cases.steps.people import Control, Involvement

_WORRY = (
    gettext_lazy("More worried than assumed: {groups}."),
    gettext_lazy("Less worried than assumed: {groups}."),
)
_CONTROL = (
    gettext_lazy("More choice and control than assumed, say: {groups}."),
    gettext_lazy("Less choice and control than assumed, say: {groups}."),
)
WORRIES = tuple(name for name in Anxieties.base_fields if name != "other")


@dataclass(frozen=True)
class Beside:
    """One question. `assumed` is what the case says, "" where it says nothing; `said` is each
    group with its answer; `differs` are whole sentences, none where they agree."""

    slug: str
    question: str
    assumed: str
    said: tuple[tuple[str, str], ...]
    differs: tuple[str, ...]


def beside(facts: Facts) -> list[Beside]:
    """Every question that any group answered often enough, in the order of the questionnaire."""
    found = heard.heard(facts)
    if found is None:
        return []
    apart = list(heard.differences(facts))
    return [
        Beside(
            slug=slug,
            question=name_of(slug),
            assumed=_assumed(slug, facts),
            said=tuple((each.name, heard.in_words(each, slug)) for each in found.groups),
            differs=tuple(_differs(slug, found, [each for each in apart if each.question == slug])),
        )
        for slug in (*WORRIES, CONTROL, COULD_USE)
        if any(slug in each.said for each in found.groups)
    ]


def under_involvement(facts: Facts) -> dict[str, str]:
    """What to say under the question how far a group is involved, where it has answered and the
    case does not say that it was asked."""
    found = heard.heard(facts)
    if found is None:
        return {}
    text = _(
        "They answered without names, until {day}. If this is how you asked them, choose “Asked”."
    )
    told = text.format(day=date_format(found.closed_on, "j F Y"))
    return {
        each.slug: told
        for each in found.groups
        if each.slug in Involvement.base_fields
        and facts.get("involvement", each.slug) in (None, *NOT_ASKED)
    }


def name_of(slug: str) -> str:
    """What a question is called."""
    if slug == CONTROL:
        return str(Control.base_fields["change"].read_as)
    return (
        _("Could they use it?") if slug == COULD_USE else str(Anxieties.base_fields[slug].read_as)
    )


def about_quick(found: Heard) -> str:
    """Whether answers that came quickly from one place are in it; "" where there were none."""
    return {
        "counted": _(
            "Some answers came quickly from one place. The owner of the case counted them."
        ),
        "left-out": _("Some answers came quickly from one place. They are not counted."),
    }.get(found.quick, "")


def _assumed(slug: str, facts: Facts) -> str:
    if slug == CONTROL:
        return str(Control.base_fields["change"].read(facts.get("control", "change")))
    if slug == COULD_USE:
        return ""
    return _rated(slug, facts.answers.get("anxieties", {}).get(slug))


def _rated(slug: str, level: int | None) -> str:
    """“Strong: a lot”: as the case rates a worry, and in the words in which people were asked."""
    if level is None:
        return ""
    words = {"rated": Anxieties.base_fields[slug].read(level)}
    return _("{rated}: {in_their_words}").format(
        in_their_words=_lowered(str(heard.WORRIED[level])), **words
    )


def _differs(slug: str, found: Heard, apart: list[Difference]) -> Iterator[str]:
    more, less = _CONTROL if slug == CONTROL else _WORRY
    for sentence, direction in ((more, True), (less, False)):
        groups = [each.group for each in apart if each.more is direction]
        if groups:
            yield str(sentence).format(groups=_named(groups, found))


def answers_of(each: Beside) -> str:
    """“Families and frontline staff: A lot (about half).” Groups of one mind stand together."""
    by_answer: dict[str, list[str]] = {}
    for group, answer in each.said:
        by_answer.setdefault(answer, []).append(group)
    return " ".join(f"{_begun(groups)}: {answer}." for answer, groups in by_answer.items())


def _named(groups: list[Group], found: Heard) -> str:
    """The groups within a sentence."""
    if len(groups) == len(found.groups) > 1:
        return _("all groups")
    return ", ".join(_lowered(group.name) for group in groups)


def _begun(names: list[str]) -> str:
    """The groups as they begin a sentence. Their names have “and” in them, so none stands between."""
    return ", ".join([names[0], *(_lowered(name) for name in names[1:])])


def _lowered(name: str) -> str:
    return name[0].lower() + name[1:]
