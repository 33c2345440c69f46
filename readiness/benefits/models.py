"""What was found when somebody looked whether a case keeps its promise."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from readiness.cases.models import Case
from readiness.cases.reviews_due import AFTER


class BenefitsReview(models.Model):
    """The review after so many months. It may be recorded again; its history keeps what it said
    before, and its promise stays the one that it was first held beside."""

    class Reached(models.TextChoices):
        REACHED = "reached", _("Reached")
        PARTLY = "partly", _("Partly")
        NOT = "not", _("Not")
        UNSAID = "unsaid", _("Cannot say yet")

    class Next(models.TextChoices):
        CARRY_ON = "carry-on", _("Carry on")
        CHANGE = "change", _("Change something")
        STOP = "stop", _("Stop")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="benefits_reviews")
    months = models.PositiveSmallIntegerField()
    turn = models.PositiveIntegerField(default=1)  # how often it was recorded
    promise = models.JSONField()  # as Promise.frozen has it
    start = models.CharField(max_length=7, blank=True)  # a month, as the plan had it then
    taken_on = models.DateField()
    found = models.JSONField()  # for each outcome of the promise {"reached": …, "actual": …}
    minutes = models.IntegerField(null=True, blank=True)  # saved in each shift; below 0 is lost
    paid_once = models.DecimalField(max_digits=11, decimal_places=2, null=True, blank=True)
    paid_running = models.DecimalField(max_digits=11, decimal_places=2, null=True, blank=True)
    surprises = models.TextField(blank=True, max_length=2000)
    decision = models.CharField(max_length=8, choices=Next)
    why = models.TextField(max_length=2000)
    recorded_by = models.CharField(max_length=80)  # the label of the access link
    recorded_at = models.DateTimeField(default=timezone.now)
    history = HistoricalRecords(cascade_delete_history=True)

    class Meta:
        ordering = ["months"]
        constraints = [
            models.UniqueConstraint(fields=["case", "months"], name="one_review_after_each_time"),
            models.CheckConstraint(
                condition=models.Q(months__in=AFTER), name="a_time_at_which_there_is_a_review"
            ),
            models.CheckConstraint(
                condition=models.Q(decision__in=["carry-on", "change", "stop"]),
                name="what_comes_next_is_decided",
            ),
            models.CheckConstraint(condition=~models.Q(why=""), name="and_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.months}"


def kept(review: Any) -> dict[str, Any]:
    """What a review says, or said at some time of its history, as plain values: money as strings,
    days and months as “2028-03-14”."""
    return {
        "months": review.months,
        "start": review.start,
        "taken_on": review.taken_on.isoformat(),
        "found": review.found,
        "minutes": review.minutes,
        "paid_once": _pounds(review.paid_once),
        "paid_running": _pounds(review.paid_running),
        "surprises": review.surprises,
        "decision": review.decision,
        "why": review.why,
    }


def _pounds(amount: Any) -> str | None:
    return None if amount is None else f"{amount:.2f}"
