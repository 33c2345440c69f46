"""Documents of the last two stages can be made once a step of their stage is answered."""

from django.utils.translation import gettext as _

from readiness.cases.facts import Facts
from readiness.cases.stages import STAGES
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
