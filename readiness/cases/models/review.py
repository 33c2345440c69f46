"""What consultants do with a version, say of its answers, and note for themselves."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.models.case import AccessLink, Case
from readiness.cases.models.version import Version

VERBS = ("take", "hand-over", "put-back", "ask-for-changes", "approve", "close", "reopen")
EXPLAINED = models.Q(verb__in=("ask-for-changes", "close"))


class Move(models.Model):
    """One move on a version. The moves are its history; none is changed or taken out."""

    class Verb(models.TextChoices):
        TAKE = "take", _("took it")
        HAND_OVER = "hand-over", _("handed it over")
        PUT_BACK = "put-back", _("put it back")
        ASK = "ask-for-changes", _("asked for changes")
        APPROVE = "approve", _("approved it")
        CLOSE = "close", _("closed it")
        REOPEN = "reopen", _("reopened it")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="moves")
    verb = models.CharField(max_length=20, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = models.TextField(blank=True)  # what was said with it
    steps = models.TextField(blank=True)  # where changes were asked for: slugs between commas
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verb="hand-over") ^ models.Q(to__isnull=True),
                name="only_a_hand_over_is_to_somebody",
            ),
            models.CheckConstraint(condition=models.Q(verb__in=VERBS), name="a_move_that_there_is"),
            models.CheckConstraint(
                condition=EXPLAINED ^ models.Q(words=""),
                name="asking_for_changes_and_closing_say_why",
            ),
            models.CheckConstraint(
                condition=models.Q(verb="ask-for-changes") ^ models.Q(steps=""),
                name="a_move_that_asks_for_changes_names_steps",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.get_verb_display()}"


class Comment(models.Model):
    """Something said of an answer, or of a whole step.

    A consultant says it of a version, and the case's people read it. What these say to each other
    is said by an access link, and nobody else reads it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="comments")
    # What a consultant was looking at.
    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, related_name="comments", null=True, blank=True
    )
    step = models.CharField(max_length=60)
    place = models.CharField(
        max_length=100, blank=True
    )  # the answer's anchor; "" is the whole step
    label = models.CharField(max_length=300, blank=True)  # the question, as it was read
    words = models.TextField(max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    link = models.ForeignKey(
        AccessLink, on_delete=models.SET_NULL, related_name="comments", null=True, blank=True
    )
    said_by = models.CharField(max_length=80, blank=True)  # the label of the access link
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=False, version__isnull=False, said_by="")
                | (models.Q(by__isnull=True, version__isnull=True) & ~models.Q(said_by="")),
                name="a_consultant_or_a_colleague_said_it",
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.words[:40]}"


class CommentsRead(models.Model):
    """Until when somebody has read what was said of a step."""

    link = models.ForeignKey(AccessLink, on_delete=models.CASCADE, related_name="comments_read")
    step = models.CharField(max_length=60)
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["link", "step"], name="read_once_by_each_link")
        ]

    def __str__(self) -> str:
        return f"{self.link}: {self.step}"


class Note(models.Model):
    """A consultants' note on a case, which its owner does not see but can ask for."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    words = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.words[:40]
