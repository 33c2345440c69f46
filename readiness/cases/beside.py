"""What stands beside the questions of a step: findings from both sides, and ways without technology."""

from collections.abc import Iterable, Mapping
from itertools import chain

from readiness.cases.steps.step import Kept, Page
from readiness.catalogue import suggestions
from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Avenue, Evidence, OtherWay
from readiness.catalogue.suggestions import Suggestion

MOST = 3  # findings beside a question; more are not read
SIDES = (Evidence.Stance.SUPPORTS, Evidence.Stance.AGAINST)


def findings(page: Page, chosen: Iterable[str], contents: Contents) -> list[Evidence]:
    """Up to three findings for a step: one for and one against where there are, then one more.

    Those of the `chosen` avenues come first where the step asks for them.
    """
    offered = contents.findings(page.findings)
    if page.own_findings:
        offered = [*on_avenues(chosen, page.worry, contents), *offered]
    each_side = [next((f for f in offered if f.stance == side), None) for side in SIDES]
    picked = {f.slug: f for f in chain(filter(None, each_side), offered)}
    return list(picked.values())[:MOST]


def on_avenues(chosen: Iterable[str], worry: str, contents: Contents) -> list[Evidence]:
    """The findings on these avenues that also bear on the worry, avenue by avenue."""
    avenues = [contents.avenues[slug] for slug in chosen if slug in contents.avenues]
    found = contents.findings(slug for avenue in avenues for slug in avenue.evidence)
    return [each for each in found if worry in each.anxieties]


def avenues(answers: Mapping[str, Kept], contents: Contents) -> list[Suggestion[Avenue]]:
    """Every avenue that the need meets, most matched first; empty where nothing matches."""
    return suggestions.ranked(_need(answers), contents.avenues.values())


def other_ways(answers: Mapping[str, Kept], contents: Contents) -> list[Suggestion[OtherWay]]:
    """The ways without technology that the need suggests, most matched first."""
    return suggestions.suggest(_need(answers), contents.other_ways.values())


def _need(answers: Mapping[str, Kept]) -> str:
    """What was written of the need: the problem, and what happens if nothing changes."""
    written = answers.get("need", {})
    return "\n".join(written.get(name) or "" for name in ("problem", "if_nothing_changes"))
