"""The suppliers that a case looks at, what was recorded of each, and which was chosen."""

import uuid

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from readiness.cases.models import Case


class Supplier(models.Model):
    """A supplier, by the name that the owner gave it. They stand in the order they were added."""

    MOST = 6  # of one case: more do not fit side by side, nor in anybody's mind

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="suppliers")
    # Made by the page that adds it, so that a double click adds one.
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("case", Lower("name"), name="one_supplier_of_each_name"),
            models.CheckConstraint(condition=~models.Q(name=""), name="a_supplier_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Recorded(models.Model):
    """What was recorded of a supplier, in the form of the case file: rows under “rows”.

    Of the answers each row holds the words that were asked, so that it can be told whether they
    are still the same.
    """

    class Kind(models.TextChoices):
        REPLIES = "replies", _("Answers")
        PRICES = "prices", _("Prices")
        REFERENCES = "references", _("References")

    supplier = models.ForeignKey(Supplier, on_delete=models.CASCADE, related_name="recorded")
    kind = models.CharField(max_length=10, choices=Kind)
    kept = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=80, blank=True)  # the label of the link
    history = HistoricalRecords(cascade_delete_history=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supplier", "kind"], name="one_record_of_each_kind"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["replies", "prices", "references"]),
                name="a_record_of_a_kind_that_there_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supplier_id}: {self.kind}"


class Chosen(models.Model):
    """Which supplier was chosen, or none of them, and why. Never changed: it is recorded again, and
    the last one counts. `name` stays when the supplier is taken out."""

    class Outcome(models.TextChoices):
        ONE = "one", _("One of them")
        NONE = "none", _("None of them")
        OPEN = "open", _("Not decided yet")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="supplier_choices")
    outcome = models.CharField(max_length=4, choices=Outcome)
    supplier = models.ForeignKey(
        Supplier, on_delete=models.SET_NULL, null=True, blank=True, related_name="chosen"
    )
    name = models.CharField(max_length=100, blank=True)
    why = models.TextField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.CharField(max_length=80)  # the label of the access link
    carried_at = models.DateTimeField(null=True, blank=True)  # when its prices became the costs

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["one", "none", "open"]),
                name="a_choice_that_there_is",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="one") ^ models.Q(name=""),
                name="a_choice_of_one_names_it",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="open") | ~models.Q(why=""),
                name="a_choice_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="one")
                | models.Q(supplier__isnull=True, carried_at__isnull=True),
                name="only_a_choice_of_one_has_a_supplier_and_prices",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_outcome_display())

    def was_carried(self, *, at) -> None:
        """Note that its prices were put into the case as costs."""
        self.carried_at = at
        self.save(update_fields=["carried_at"])
