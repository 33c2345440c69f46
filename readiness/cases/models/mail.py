"""What is to be mailed: the only truth about whether it went out. It holds no text and no token."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from readiness.cases.models.case import Case

# How long to wait after each try that failed. After as many tries and one more it has failed.
WAITS = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)


class Mail(models.Model):
    """One mail to the people of a case, or to whoever says that they lost their links.

    The text is made when it is sent, from `values`, which are plain words and never answers.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not sent"
        # Whoever handed it over was stopped, or the line broke, after the words had gone out: it
        # may have arrived, and so is not sent again.
        UNSURE = "unsure", "It may have been sent"

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="mails"
    )
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=100)  # tells it from others of its kind in the case
    # Of a mail to no one case: where it goes. A mail of a case goes to the case's own address.
    to = models.EmailField(blank=True)
    values = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    # Longer than any mail server is waited for: whoever was sending it was killed.
    PATIENCE = timedelta(minutes=5)

    class Meta:
        indexes = [models.Index(fields=["status", "next_try"], name="mails_that_are_due")]
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "key"], name="a_mail_goes_out_once"),
            models.CheckConstraint(
                condition=models.Q(case__isnull=True) ^ models.Q(to=""),
                name="a_mail_has_a_case_or_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=("waiting", "sending", "sent", "failed", "unsure")),
                name="a_status_of_a_mail_that_there_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.key}"

    def take(self, *, at: datetime) -> bool:
        """Begin to send it; False where somebody else does, or did."""
        waiting = Mail.objects.filter(pk=self.pk, status=self.Status.WAITING)
        mine = waiting.update(
            status=self.Status.SENDING, tries=models.F("tries") + 1, changed_at=at
        )
        if mine:
            self.refresh_from_db(fields=["status", "tries", "changed_at"])
        return bool(mine)

    def was_sent(self, *, at: datetime) -> None:
        """Note that the mail server has it. One to no case has done its work, and is erased."""
        if self._now(self.Status.SENT, at=at):
            self._tell_case(None)

    def may_have_been_sent(self, *, at: datetime) -> None:
        """Note that nobody can tell whether the mail server has it."""
        if self._now(self.Status.UNSURE, at=at):
            self._tell_case(at)

    def was_refused(self, *, at: datetime) -> None:
        """Note that nobody takes it at this address."""
        if self._now(self.Status.FAILED, at=at):
            self._tell_case(at)

    def try_later(self, *, at: datetime) -> None:
        """Let it wait and be tried again; after the last try it has failed."""
        if self.tries > len(WAITS):
            return self.was_refused(at=at)
        self._now(self.Status.WAITING, at=at, next_try=at + WAITS[self.tries - 1])
        return None

    def is_nobodys(self) -> None:
        """Let go of it: there is nobody any more whom it could go to."""
        Mail.objects.filter(pk=self.pk, status=self.Status.SENDING).delete()

    def _now(self, status: str, *, at: datetime, **more) -> bool:
        mine = Mail.objects.filter(pk=self.pk, status=self.Status.SENDING, tries=self.tries)
        if self.case_id is None and status != self.Status.WAITING:
            return bool(mine.delete()[0])
        return bool(mine.update(status=status, changed_at=at, **more))

    def _tell_case(self, failed_at: datetime | None) -> None:
        if self.case_id is not None:
            Case.objects.filter(pk=self.case_id).update(mail_failed_at=failed_at)
