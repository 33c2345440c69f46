"""Documents of the last two stages can be made once a step of their stage is answered, and the note
on how a case ended once it has."""

from django.utils.translation import gettext as _

from readiness.cases import decisions
from readiness.cases.facts import Facts
from readiness.cases.rules import NOT_NOW, ruling
from readiness.cases.stages import STAGES
from readiness.reports.context.edition import Edition
from readiness.reports.context.said import names


class NotBegun(Exception):
    """There is nothing yet for a document to say; the text is for people."""


def need_a_step(facts: Facts, stage: str) -> None:
    """Raises NotBegun where no step of the stage, by its slug, is answered."""
    steps = next(each.steps for each in STAGES if each.slug == stage)
    slugs = [step.page.slug for step in steps]
    if not any(facts.answered(slug) for slug in slugs):
        raise NotBegun(
            _("Nothing to print yet. First answer one of {steps}.").format(steps=names(slugs))
        )


def has_ended(facts: Facts, edition: Edition) -> bool:
    """Whether the board put it off or declined it; where it has not decided, whether the verdict is
    not this, or not now."""
    if edition.decision:
        return edition.decision.outcome in decisions.SAYS_NO
    return ruling(facts) == NOT_NOW


def need_an_end(facts: Facts, edition: Edition) -> None:
    """Raises NotBegun where neither the verdict nor the board says no, or not now."""
    if not has_ended(facts, edition):
        raise NotBegun(
            _(
                "There is no such note of this case. It is made once the verdict is “Not this, or not now”, or once the board has put it off or declined it."
            )
        )
