"""What the document of a benefits review is made of: the review, and the promise beside it."""

from django.utils.translation import gettext as _

from readiness.benefits import reviews, says
from readiness.benefits.models import BenefitsReview, kept
from readiness.benefits.promises import thawed
from readiness.cases.facts import Facts
from readiness.cases.models import Case
from readiness.catalogue.contents import contents
from readiness.reports.begun import NotBegun
from readiness.reports.context.benefits import ReviewEdition, facts_with
from readiness.reports.documents import Material


def newest(case: Case) -> Material:
    """Of the review after the most months. Raises NotBegun where none is recorded."""
    found = reviews.of(case)
    if not found:
        raise NotBegun(_("Nothing to print yet. First record a benefits review."))
    return _material(case, found[-1], found)


def after(case: Case, months: int) -> Material:
    """Of the review after so many months. Raises NotBegun where it is not recorded."""
    found = reviews.of(case)
    review = next((each for each in found if each.months == months), None)
    if review is None:
        raise NotBegun(
            _("Nothing to print yet. First record the review after {n} months.").format(n=months)
        )
    return _material(case, review, found)


def _material(case: Case, review: BenefitsReview, found: list[BenefitsReview]) -> Material:
    """Later reviews are left out: the paper says what was known when it was taken."""
    promise = thawed(review.promise)
    facts = Facts(answers=promise.answers, figures=promise.figures, today=review.taken_on)
    known = [kept(each) for each in found if each.months <= review.months]
    edition = ReviewEdition(
        case.reference,
        review.taken_on,
        months=review.months,
        held_beside=says.measured_by(promise),
    )
    return Material(facts_with(facts, review.promise, kept(review), known), contents(), edition)
