"""The ways without technology that the need suggests, where the papers tell of the ways forward."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.cases import beside
from readiness.reports.context.parts import Block, Line
from readiness.reports.context.said import Said


def other_ways(said: Said) -> Iterator[Block]:
    """What may be missing in place of technology; nothing where the need speaks of no such thing."""
    found = beside.other_ways(said.facts.answers, said.contents)
    lines = [
        Line(
            each.way.name,
            (
                _("Suggested because {reason}.").format(reason=each.reason),
                _("To try first: {lines}").format(lines=" ".join(each.way.try_first)),
            ),
        )
        for each in found
    ]
    if lines:
        yield Block(_("It may be that technology is not what is missing"), lines=tuple(lines))
