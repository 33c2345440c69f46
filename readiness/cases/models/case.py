"""A case, and who can open it."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Letters and digits that nobody mistakes for each other when read out.
PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_reference() -> str:
    """Eight letters and digits, easy to read out."""
    return "".join(secrets.choice(PLAIN_LETTERS) for _place in range(8))


def start_key(typed: str) -> uuid.UUID:
    """The key of the page that starts a case; a new one where what came is none."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return uuid.uuid4()


class Case(models.Model):
    """One organisation's case. Its answers stay editable; what was sent is a Version."""

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    # Made by the page that starts a case, so that a double click starts one.
    start_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # When a consultant last commented: a case without comments is not asked for them.
    commented_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What people said when they were asked, as it may be shown, and when that last changed: see
    # cases/heard.py. A case where nobody was asked is not looked at for it.
    heard = models.JSONField(null=True, blank=True, editable=False)
    heard_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Where a lost link is sent. Counts once confirmed; set by an owner alone.
    recovery_email = models.EmailField(blank=True)
    recovery_confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["recovery_email"]),
            models.Index(fields=["heard_at"], name="cases_by_when_people_said"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recovery_confirmed_at__isnull=True)
                | ~models.Q(recovery_email=""),
                name="only_an_address_can_be_confirmed",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    def just_begun(self, *, at: datetime) -> bool:
        """Whether the case was started in the last minute and has no word in it yet."""
        return at - self.created_at < timedelta(minutes=1) and not self.answers.exists()

    def set_recovery_email(self, email: str) -> None:
        """Keep a recovery address that does not count until it is confirmed."""
        self.recovery_email, self.recovery_confirmed_at = email, None
        self.save(update_fields=["recovery_email", "recovery_confirmed_at"])

    def confirm_recovery_email(self, email: str, *, at: datetime) -> bool:
        """Let the address count, unless it was changed since the mail went out."""
        waiting = Case.objects.filter(pk=self.pk, recovery_email=email)
        return bool(waiting.update(recovery_confirmed_at=at))


class AccessLink(models.Model):
    """A way into a case. Only the token's hash is kept, so a token can be shown once."""

    class Role(models.TextChoices):
        OWNER = "owner", _("Owner")
        EDITOR = "editor", _("Editor")
        READER = "reader", _("Reader")

    class Via(models.TextChoices):
        BROWSER = "browser", _("the browser that started the case")
        SHOWN = "shown", _("shown on the page")
        EMAILED = "emailed", _("sent by e-mail")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    # Empty for the link of the browser that started the case: it never had a token.
    token_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001
    role = models.CharField(max_length=6, choices=Role, default=Role.OWNER)
    via = models.CharField(max_length=7, choices=Via)
    label = models.CharField(max_length=80)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.label

    @staticmethod
    def open_now(at: datetime) -> models.Q:
        """The links that are neither revoked nor past their time."""
        in_time = models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=at)
        return models.Q(revoked_at__isnull=True) & in_time
