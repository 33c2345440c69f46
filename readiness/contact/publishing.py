"""From a lesson that was offered to one in the library, and back out of it.

The only place that makes the one of the other. The database refuses it without consent.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from readiness.catalogue.models import Lesson
from readiness.catalogue.models.lesson import TOLD_TO_US
from readiness.catalogue.version import mark_changed
from readiness.contact import handling
from readiness.contact.handling import Hand, Refused, Status, Verb
from readiness.contact.models import OfferedLesson

LONGEST_SLUG = 70  # letters, so that there is room for a number
REASON = "Told to us by a visitor"

# What stands under the lesson as its source.
TOLD_BY = {
    OfferedLesson.Organisation.CARE_HOME: "Told to us by a care home",
    OfferedLesson.Organisation.HOME_CARE: "Told to us by a home care service",
    OfferedLesson.Organisation.SUPPORTED_LIVING: "Told to us by a supported living service",
    OfferedLesson.Organisation.HOUSING: "Told to us by a provider of housing with care",
    OfferedLesson.Organisation.DAY_SERVICE: "Told to us by a day service",
    OfferedLesson.Organisation.CHARITY: "Told to us by a charity or community group",
}


def draft(offered: OfferedLesson, *, today: date) -> Lesson:
    """The lesson as it might stand in the library, for somebody to edit. It is not kept yet."""
    return Lesson(
        what_happened=offered.what_happened,
        what_was_learned=offered.what_was_learned,
        theme=offered.theme,
        kind=offered.kind,
        avenues=list(offered.avenues),
        source_title=TOLD_BY.get(
            OfferedLesson.Organisation(offered.organisation or "other"),
            "Told to us by a care organisation",
        ),
        publisher=TOLD_TO_US,
        year=timezone.localdate(offered.received_at).year,
        reviewed_on=today,
    )


def publish(offered: OfferedLesson, hand: Hand, lesson: Lesson) -> Lesson:
    """Put an edited draft into the library. Raises Refused, and then nothing was kept."""
    with transaction.atomic():
        changed = {"status": Status.PUBLISHED, "closed_at": hand.at}
        handling.do(offered, Verb.PUBLISH, hand, changed)
        mark_changed()  # whoever publishes another one waits here, and finds this one's slug
        lesson.slug = _free_slug(lesson.title)
        lesson._change_reason = REASON  # type: ignore[attr-defined]
        lesson.save()
        offered.lesson = lesson
        offered.save(update_fields=["lesson"])
    return lesson


def withdraw(offered: OfferedLesson, hand: Hand) -> None:
    """Take back the consent, as who told it asked, and the lesson out of the library.
    Raises Refused."""
    with transaction.atomic():
        lesson = offered.lesson
        changed = {
            "status": Status.WITHDRAWN,
            "consent": False,
            "lesson": None,
            "reason": "",
            "closed_at": hand.at,
        }
        handling.do(offered, Verb.WITHDRAW, hand, changed)
        if lesson:
            lesson.delete()


def _free_slug(title: str) -> str:
    """A slug from the title that no lesson has. Raises Refused where there is none among many."""
    stem = slugify(title)[:LONGEST_SLUG].strip("-") or "lesson"
    taken = set(Lesson.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    for slug in (stem, *(f"{stem}-{n}" for n in range(2, 1000))):
        if slug not in taken:
            return slug
    raise Refused(_("Give it another title: too many lessons have this one."))
