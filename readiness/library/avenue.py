"""The page of an avenue: every part that a reader needs to judge a kind of technology."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.models import NATIONS, Avenue
from readiness.library import links, parts, related
from readiness.library.parts import Pair, Part

NATION_NAMES = dict(
    zip(NATIONS, (_("England"), _("Wales"), _("Scotland"), _("Northern Ireland")), strict=True)
)
GROUPS = (
    ("staff", _("Staff")),
    ("volunteers", _("Volunteers")),
    ("people", _("People you support")),
)
PAID = {
    "one-off": _("paid once"),
    "per-year": _("paid each year"),
    "both": _("paid at the start and each year"),
}
SHOWN = 6  # lessons on the page itself


def page_parts(avenue: Avenue, contents: Contents) -> list[Part]:
    """All parts of the page, in the order in which they are read."""
    return parts.whole([*_the_thing(avenue), *_the_choice(avenue), *_the_proof(avenue, contents)])


def _the_thing(avenue: Avenue) -> list[Part]:
    change = [Pair(name, (avenue.changes_for[group],)) for group, name in GROUPS]
    return [
        parts.text("what-it-is", _("What it is"), *avenue.what_it_is),
        parts.lines("examples", _("Examples"), avenue.examples),
        parts.lines("can-do", _("What it can do"), avenue.can_do),
        parts.lines("goes-wrong", _("What goes wrong"), avenue.goes_wrong),
        parts.lines("left-out", _("Who may be left out"), avenue.left_out),
        parts.text("control", _("How control shifts"), avenue.control),
        parts.pairs("changes", _("What changes, and for whom"), change),
    ]


def _the_choice(avenue: Avenue) -> list[Part]:
    return [
        parts.lines("fits", _("Signs that it fits"), avenue.signs_it_fits),
        parts.lines("does-not-fit", _("Signs that it does not"), avenue.signs_it_does_not),
        parts.pairs("needs", _("Needs it may fit, and what to try instead"), needs(avenue.needs)),
        parts.text("try-small", _("How to try it in a small way"), avenue.try_small),
        parts.pairs("costs", _("Costs to expect"), _costs(avenue)),
        parts.lines("forgotten", _("What is often forgotten"), avenue.often_forgotten),
        parts.lines("questions", _("Questions for suppliers"), avenue.supplier_questions),
        _standards(avenue),
    ]


def _the_proof(avenue: Avenue, contents: Contents) -> list[Part]:
    all_findings = len(related.findings(avenue, contents))
    lessons = related.lessons(avenue, contents)
    more = links.page(
        "library-evidence",
        gettext("All %d findings that bear on this") % all_findings,
        avenue=avenue.slug,
    )
    all_lessons = links.page(
        "library-lessons", gettext("All %d lessons on this") % len(lessons), avenue=avenue.slug
    )
    return [
        parts.evidence(
            "evidence",
            _("What others found"),
            contents.findings(avenue.evidence),
            note=avenue.evidence_note,
            none_found=avenue.none_found,
            more=more if all_findings else None,
        ),
        parts.links(
            "lessons",
            _("Lessons from others"),
            links.to_each(lessons[:SHOWN]),
            more=all_lessons if len(lessons) > SHOWN else None,
        ),
        parts.links(
            "worries", _("Worries that come up"), links.to_each(related.anxieties(avenue, contents))
        ),
    ]


def needs(given: list[dict[str, Any]]) -> list[Pair]:
    """Each need, why this may meet it, and what to try instead."""
    return [
        Pair(
            each["need"],
            (
                gettext("It may fit, because %s.") % each["reason"],
                gettext("Instead: %s") % each["instead"],
            ),
        )
        for each in given
    ]


def _costs(avenue: Avenue) -> list[Pair]:
    return [Pair(line["label"], (line["note"],), PAID[line["kind"]]) for line in avenue.cost_lines]


def _standards(avenue: Avenue) -> Part:
    """Those that hold everywhere once, then the others of each nation."""
    nations = avenue.standards
    everywhere = [each for each in nations[NATIONS[0]] if all(each in nations[n] for n in NATIONS)]
    own = [
        (NATION_NAMES[nation], [each for each in nations[nation] if each not in everywhere])
        for nation in NATIONS
    ]
    groups = [(_("In all four nations"), everywhere), *own]
    body = [(name, each) for name, each in groups if each]
    return Part("standards", _("Standards and rules"), "library/parts/standards.html", body)
