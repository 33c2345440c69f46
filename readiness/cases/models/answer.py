"""What was answered, and what is only typed so far."""

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from readiness.cases.models.case import AccessLink, Case


class Answer(models.Model):
    """The answers to one step: the last that were sound, in the form of the case file."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers")
    step = models.CharField(max_length=60)
    kept = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    # Put off: the step is not complete, whatever was kept.
    later = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)
    # Brought along from another case, and not confirmed yet. It is put off as long as it is this.
    from_last_time = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=80, blank=True)  # the label of the link
    history = HistoricalRecords(cascade_delete_history=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "step"], name="one_answer_for_each_step"),
            models.CheckConstraint(
                condition=models.Q(from_last_time=False) | models.Q(later=True),
                name="what_is_from_last_time_is_put_off",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.step}"


class Draft(models.Model):
    """What somebody typed and has not saved, as typed: one for each step and access link."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    link = models.ForeignKey(AccessLink, on_delete=models.CASCADE, related_name="drafts")
    step = models.CharField(max_length=60)
    typed = models.JSONField()  # {input name: [texts]}, as posted
    base = models.PositiveIntegerField(default=0)  # the answer's version that it changes
    checked = models.BooleanField(default=False)  # whether its faults are to be shown
    removed = models.JSONField(default=dict, blank=True)  # a row taken out, to put back
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["link", "step"], name="one_draft_for_each_link_and_step"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.step}"
