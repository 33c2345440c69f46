"""What was sent, and the papers made of it."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.models.case import Case


def _only(statuses: Iterable[str], condition: models.Q, name: str) -> models.CheckConstraint:
    """In these statuses the condition holds."""
    return models.CheckConstraint(
        condition=~models.Q(status__in=list(statuses)) | condition, name=name
    )


ALL = ("waiting", "in-review", "changes-requested", "approved", "closed")
SAID = ~models.Q(message="")
SIGNED = (
    models.Q(approved_on__isnull=False) & ~models.Q(approved_by="") & ~models.Q(approved_role="")
)
NOT_SIGNED = models.Q(approved_on__isnull=True, approved_by="", approved_role="")
STATES = (
    models.CheckConstraint(condition=models.Q(status__in=ALL), name="a_status_that_there_is"),
    _only(
        ("in-review", "changes-requested", "approved"),
        models.Q(reviewer__isnull=False),
        "what_is_reviewed_has_a_reviewer",
    ),
    _only(("changes-requested", "closed"), SAID, "changes_and_closing_are_explained"),
    _only(
        [each for each in ALL if each not in ("changes-requested", "closed")],
        ~SAID,
        "only_changes_and_closing_are_explained",
    ),
    _only(("approved",), SIGNED, "an_approval_is_signed"),
    _only([each for each in ALL if each != "approved"], NOT_SIGNED, "only_an_approval_is_signed"),
    _only(
        [each for each in ALL if each != "changes-requested"],
        models.Q(asked_steps=""),
        "only_asking_for_changes_marks_steps",
    ),
    _only(("changes-requested",), ~models.Q(asked_steps=""), "asking_for_changes_marks_steps"),
)


# What the list filters by and searches in. They stand in its indexes, so that a filter that few fit
# reads those and not every version, whose rows are long.
LISTED = ("nation", "verdict", "warnings", "reviewer", "services", "avenues", "organisation")


class Version(models.Model):
    """What was sent: answers, wording, content version and figures, frozen and numbered.

    Its body never changes. How far its review is changes by the moves in `moves.py` alone, and
    the database refuses a state that they cannot lead to.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting for review")
        IN_REVIEW = "in-review", _("In review")
        CHANGES = "changes-requested", _("Changes asked for")
        APPROVED = "approved", _("Reviewed and approved")
        CLOSED = "closed", _("Closed")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=20, choices=Status, default=Status.WAITING)
    # Goes up by one with each move, so that of two people who act at once the second is told.
    turn = models.PositiveIntegerField(default=0)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="in_hand",
    )
    # What the owner reads: why it was closed, or what to change and in which steps.
    message = models.TextField(blank=True)
    asked_steps = models.TextField(blank=True)  # slugs, each between commas
    # Who stands behind the approval, as it is printed.
    approved_by = models.CharField(max_length=120, blank=True)
    approved_role = models.CharField(max_length=120, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    is_newest = models.BooleanField(
        default=True
    )  # of its case: the one that is listed and reviewed
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.CharField(max_length=80, blank=True)
    snapshot = models.JSONField()
    # Copied out of the snapshot, to list and to filter by.
    organisation = models.CharField(max_length=200)
    nation = models.CharField(max_length=20)
    services = models.TextField(blank=True)  # slugs, each between commas
    avenues = models.TextField(blank=True)
    verdict = models.CharField(max_length=20)
    warnings = models.PositiveSmallIntegerField(default=0)  # checks that stop or warn

    class Meta:
        verbose_name = _("case that was sent")
        verbose_name_plural = _("cases that were sent")
        ordering = ["sent_at", "pk"]
        indexes = [
            models.Index(fields=["is_newest", "sent_at", "id", *LISTED], name="newest_by_age"),
            models.Index(
                fields=["is_newest", "status", "sent_at", "id", *LISTED], name="newest_by_status"
            ),
            models.Index(fields=["is_newest", "organisation"], name="newest_by_name"),
            models.Index(fields=["reviewer", "is_newest", "sent_at"], name="newest_by_reviewer"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_version_of_each_number"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(is_newest=True),
                name="one_newest_version_of_each_case",
            ),
            *STATES,
        ]

    def __str__(self) -> str:
        return _("%(organisation)s, version %(number)s") % {
            "organisation": self.organisation,
            "number": self.number,
        }

    @property
    def steps_to_change(self) -> list[str]:
        """The slugs of the steps where changes were asked for."""
        return [step for step in self.asked_steps.split(",") if step]


class Edition(models.Model):
    """One paper made of a version: as it was sent, and later as it was reviewed and decided."""

    class Kind(models.TextChoices):
        SENT = "sent", _("as sent")
        REVIEWED = "reviewed", _("as reviewed")
        DECIDED = "decided", _("as decided")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="editions")
    kind = models.CharField(max_length=10, choices=Kind)
    made_at = models.DateTimeField(default=timezone.now)
    # Kept, so that a paper stays true when the secret key changes.
    check_code = models.CharField(max_length=10)

    class Meta:
        constraints = [
            # A decision that was recorded wrongly is recorded again, in an edition of its own.
            models.UniqueConstraint(
                fields=["version", "kind"],
                condition=~models.Q(kind="decided"),
                name="one_edition_of_each_kind_of_a_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.get_kind_display()}"
