"""The cover: what is asked for, by whom, who was consulted, and which paper this is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases.amounts import listed
from readiness.cases.checks.control import NOT_ASKED
from readiness.cases.facts import Facts
from readiness.cases.heard import answered
from readiness.reports.context.edition import Edition
from readiness.reports.context.parts import Line
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut

# How far a group is involved; “answered” is one that answered a round of asking, whatever the step
# says that it was before.
INVOLVED = ("shaping", "asked", "answered", "told", "not-yet")
GROUPS = (
    "people",
    "families",
    "frontline",
    "volunteers",
    "managers",
    "professionals",
    "finance",
    "it",
    "board",
    "commissioners",
)


@dataclass(frozen=True)
class Cover:
    """`foot` is what runs at the foot of every page; `kind` says what paper it is."""

    kind: str
    title: str
    organisation: str
    described: str
    lines: tuple[Line, ...]
    standing: str
    foot: str


def cover(said: Said, edition: Edition) -> Cover:
    """The first page; what is too long for it is in full with the answers as given."""
    title, organisation = title_of(said), organisation_of(said)
    return Cover(
        kind=_("Business case for the board"),
        title=cut(title, 140),
        organisation=cut(organisation, 120),
        described=cut(described(said), 150),
        lines=tuple(_lines(said, edition)),
        standing=edition.standing,
        foot=foot(organisation, title, edition),
    )


def foot(organisation: str, title: str, edition: Edition) -> str:
    """What runs at the foot of every page, on one line: whose paper, which one, and its check code."""
    code = f"{edition.reference}, code {edition.code}" if edition.code else ""
    room = 26 if code else 34
    parts = (cut(organisation, room), cut(title, room), edition.mark, edition.date, code)
    return " · ".join(part for part in parts if part)


def title_of(said: Said) -> str:
    """What is asked for, in the case's own words or made from the avenues."""
    return said("avenues", "title") or avenues_of(said) or _("What to ask for is not settled yet")


def avenues_of(said: Said) -> str:
    """“Software and apps; mobile working”: the chosen avenues by the short of their names."""
    chosen = said.facts.many("avenues", "chosen")
    known = [said.contents.avenues[slug].name for slug in chosen if slug in said.contents.avenues]
    short = [name.partition(":")[0] for name in known]
    if any(" and " in name or "," in name for name in short):
        return "; ".join([*short[:1], *(_lower_first(name) for name in short[1:])])
    return listed(short) if short else ""


def _lower_first(name: str) -> str:
    """“Mobile working” within a sentence; “CRM” stays."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def organisation_of(said: Said) -> str:
    """Its name; a stand-in until it has one."""
    return said("organisation", "name") or _("Organisation not named yet")


def involved(said: Said, groups: Sequence[str] = GROUPS) -> dict[str, list[str]]:
    """These groups by how far each is involved; those that do not apply are left out."""
    found: dict[str, list[str]] = {how: [] for how in INVOLVED}
    labels = {line.name: line.label for line in said.parts("involvement")[0].lines}
    for group in groups:
        how = _how(said.facts, group)
        if how in found:
            found[how].append(labels[group])
    return found


def _how(facts: Facts, group: str) -> str:
    how = facts.text("involvement", group)
    return "answered" if how in NOT_ASKED and answered(facts, group) else how


def asked_of(found: Mapping[str, list[str]]) -> list[str]:
    """Those of the groups who were asked, in whatever way."""
    return [group for how in ("shaping", "asked", "answered") for group in found[how]]


def in_a_row(groups: list[str]) -> str:
    """“Families, frontline staff and IT”: groups as they begin a sentence."""
    text = lowered(groups)
    return text[:1].upper() + text[1:]


def lowered(groups: list[str]) -> str:
    """“families, frontline staff and IT”: groups within a sentence."""
    return listed(in_sentence(groups))


def in_sentence(groups: list[str]) -> list[str]:
    """Each group as it stands within a sentence."""
    return [name if name == "IT" else name[0].lower() + name[1:] for name in groups]


def described(said: Said) -> str:
    """“Care home · England”: what the organisation does, and where."""
    parts = (said("organisation", "services"), said("organisation", "nation"))
    return " · ".join(part for part in parts if part)


def written_by(said: Said) -> str:
    """“Jo Okafor, Manager”: whoever filled it in; "" where they do not say."""
    role = "" if said.facts.get("about-you", "role") == "other" else said("about-you", "role")
    return ", ".join(part for part in (said("about-you", "name"), role) if part)


def _lines(said: Said, edition: Edition) -> Iterator[Line]:
    who = written_by(said)
    if who:
        yield Line(_("Written by"), (cut(who, 120),))
    groups = involved(said)
    if asked := asked_of(groups):
        yield Line(_("Consulted"), (in_a_row(asked),))
    yield Line(_("Reference"), (edition.reference,))
    yield Line(edition.mark, (edition.date,))
