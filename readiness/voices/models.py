"""A round of asking, and the voices in it. Nothing here says who somebody is or when they answered.

A voice and its free words are kept apart, and no row links the one to the other. Both have a key
made by chance, so that no number tells in which order they came.
"""

import uuid
from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.models import Case, new_reference


class Round(models.Model):
    """One time of asking. It closes at the end of its last day (Europe/London), or when its owner
    closes it, and is settled once: then there are results, and the single voices are erased."""

    class Quick(models.TextChoices):
        NONE = "", _("none came quickly from one place")
        UNSEEN = "unseen", _("not decided yet")
        COUNTED = "counted", _("counted")
        LEFT_OUT = "left-out", _("left out")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="rounds")
    code = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    # Made by the page that opens a round, so that a double click opens one.
    opening_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organisation = models.CharField(max_length=200, blank=True)
    idea = models.CharField(max_length=200)
    closes_on = models.DateField()
    tell_how = models.CharField(max_length=200)
    contact = models.CharField(max_length=200)
    message = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.CharField(max_length=80)  # the label of the access link
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=80, blank=True)  # "" where it closed by itself
    settled_at = models.DateTimeField(null=True, blank=True)
    shown = models.BooleanField(default=False)  # whether there was enough to show
    # What becomes of answers that came quickly from one place.
    quick = models.CharField(max_length=8, choices=Quick, blank=True, default=Quick.NONE)
    # From this day on it is told that five or more have answered; a withdrawal does not undo it.
    five_told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_at__isnull=True),
                name="one_open_round_of_a_case",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(closed_at__isnull=False),
                name="only_a_closed_round_is_settled",
            ),
            models.CheckConstraint(
                condition=Q(quick__in=["", "unseen", "counted", "left-out"]),
                name="quick_answers_are_in_a_state_that_there_is",
            ),
        ]

    def __str__(self) -> str:
        return _("round %(code)s") % {"code": self.code}

    def is_open(self, at: datetime) -> bool:
        """Whether it takes voices: until the end of its last day, unless it was closed before."""
        return self.closed_at is None and timezone.localdate(at) <= self.closes_on

    def last_day(self) -> date:
        """The day on which it closed, or will close."""
        closed = timezone.localdate(self.closed_at) if self.closed_at else self.closes_on
        return min(closed, self.closes_on)

    def enough_told(self, today: date) -> bool:
        """Whether it may be told that five or more have answered: never on the day itself."""
        return self.five_told_on is not None and self.five_told_on <= today


class Voice(models.Model):
    """What one person answered, without words. Erased when its round is settled. One that was
    taken back has no group and no answers; its row stays so that a second press is seen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="voices")
    receipt = models.CharField(max_length=64, editable=False)  # only a hash of the code
    group = models.CharField(max_length=10, blank=True)
    answers = models.JSONField(default=dict)
    quick = models.BooleanField(default=False)  # it came quickly from one place, with many others

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "receipt"], name="one_voice_of_a_receipt"),
        ]

    def __str__(self) -> str:
        return str(_("a voice"))


class Words(models.Model):
    """What one person said in their own words. It stands apart from their voice, and is shown
    only once somebody has read it."""

    class Status(models.TextChoices):
        NEW = "new", _("To read")
        SHOWN = "shown", _("Shown")
        WITHHELD = "withheld", _("Withheld")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="words", verbose_name=_("round")
    )
    text = models.TextField(_("their words"), max_length=1000)
    # Another hash of the code than the voice has; "" once the round is settled.
    receipt = models.CharField(max_length=64, blank=True, editable=False)
    quick = models.BooleanField(default=False)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.NEW)
    reason = models.CharField(_("why they are withheld"), max_length=200, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("free words")
        verbose_name_plural = _("free words")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "receipt"],
                condition=~Q(receipt=""),
                name="one_text_of_a_receipt",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["new", "shown", "withheld"]),
                name="words_are_in_a_state_that_there_is",
            ),
            models.CheckConstraint(
                condition=Q(status="withheld") ^ Q(reason=""), name="words_withheld_say_why"
            ),
            models.CheckConstraint(
                condition=Q(status="new") ^ Q(decided_by__isnull=False),
                name="somebody_decided_about_words",
            ),
        ]

    def __str__(self) -> str:
        return _("Words from %(round)s") % {"round": self.round}
