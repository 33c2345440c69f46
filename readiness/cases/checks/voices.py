"""Do people see it as the case assumes? What they said when they were asked, beside the answers."""

from collections.abc import Sequence

from readiness.cases import heard, heard_beside
from readiness.cases.checks.control import NOT_ASKED
from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts
from readiness.cases.heard import CONTROL

_ASKED = ("people", "families", "frontline", "volunteers")


@check("voices-worry-more")
def voices_worry_more(facts: Facts) -> Sequence[str]:
    return [heard_beside.name_of(slug) for slug in heard.worried_more(facts)]


@check("voices-expect-less-control")
def voices_expect_less_control(facts: Facts) -> bool:
    return any(d.question == CONTROL and not d.more for d in heard.differences(facts))


@check("voices-without-people")
def voices_without_people(facts: Facts) -> bool:
    """Others and everyone may have people who draw on care among them, and nobody can tell."""
    found = heard.heard(facts)
    return found is not None and "people" not in {group.slug for group in found.groups}


@check("voices-not-in-the-answers")
def voices_not_in_the_answers(facts: Facts) -> Sequence[str]:
    """Groups that answered, and of which the case says that they were not asked."""
    found = heard.heard(facts)
    groups = found.groups if found else ()
    return [each.name for each in groups if facts.get("involvement", each.slug) in NOT_ASKED]


@check("worries-guessed")
def worries_guessed(facts: Facts) -> bool:
    """Worries that were rated although nobody was asked, in a round or otherwise."""
    involved = [facts.get("involvement", group) for group in _ASKED]
    asked = any(how is not None and how not in NOT_ASKED for how in involved)
    rated = facts.answered("anxieties") and facts.answered("involvement")
    return rated and not asked and facts.heard is None
