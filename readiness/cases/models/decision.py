"""What the board decided about a version."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.models.version import Edition, Version


class Decision(models.Model):
    """A board's decision about a version, as its owner recorded it. Never changed: one that was
    recorded wrongly is recorded again, and the last one counts."""

    class Outcome(models.TextChoices):
        AGREED = "agreed", _("Agreed")
        CONDITIONS = "conditions", _("Agreed with conditions")
        PUT_OFF = "put-off", _("Put off")
        DECLINED = "declined", _("Declined")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="decisions")
    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(max_length=10, choices=Outcome)
    decided_on = models.DateField()
    conditions = models.TextField(blank=True, max_length=2000)
    until = models.CharField(max_length=7, blank=True)  # a month, such as "2028-03"
    review = models.CharField(max_length=7, blank=True)  # a month
    recorded_by = models.CharField(max_length=80)  # the label of the access link
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["agreed", "conditions", "put-off", "declined"]),
                name="a_decision_that_there_is",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="conditions") ^ models.Q(conditions=""),
                name="conditions_where_it_was_agreed_with_some",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="put-off") ^ models.Q(until=""),
                name="a_month_where_it_was_put_off",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.get_outcome_display()}"
