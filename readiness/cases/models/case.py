"""A case, and who can open it."""

import uuid
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.read_out import eight_letters


def new_reference() -> str:
    """Eight letters and digits, easy to read out."""
    return eight_letters()


def start_key(typed: str) -> uuid.UUID:
    """The key of the page that starts a case; a new one where what came is none."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return uuid.uuid4()


class Case(models.Model):
    """One organisation's case. Its answers stay editable; what was sent is a Version."""

    class Why(models.TextChoices):
        ASKED = "asked", _("an owner asked for it")
        UNTOUCHED = "untouched", _("nobody had opened it for long")

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    # Made by the page that starts a case, so that a double click starts one.
    start_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # When somebody last commented: a case without comments is not asked for them.
    commented_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What people said when they were asked, as it may be shown, and when that last changed: see
    # cases/heard.py. A case where nobody was asked is not looked at for it.
    heard = models.JSONField(null=True, blank=True, editable=False)
    heard_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Of the round of asking that is not settled yet, for the task list: {"until": its last day,
    # "over": whether it takes nothing any more}.
    asking = models.JSONField(null=True, blank=True, editable=False)
    # Where a lost link is sent. Counts once confirmed; set by an owner alone.
    recovery_email = models.EmailField(blank=True)
    recovery_confirmed_at = models.DateTimeField(null=True, blank=True)
    # When a mail to that address failed for good, and none has arrived since.
    mail_failed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The day on which the case is erased, where there is one, and why.
    erase_on = models.DateField(null=True, blank=True, editable=False, db_index=True)
    erase_why = models.CharField(max_length=9, choices=Why, blank=True, editable=False)
    # Of the benefits reviews, for the pages and counts that do not open them: after which months one
    # is recorded, and what the newest found, as the slugs that the insights count by.
    reviewed_after = models.JSONField(default=list, blank=True)
    realised = models.JSONField(default=dict, blank=True)

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
            ),
            models.CheckConstraint(
                condition=models.Q(erase_on__isnull=True, erase_why="")
                | models.Q(erase_on__isnull=False, erase_why__in=("asked", "untouched")),
                name="a_day_of_erasing_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def just_begun(self, *, at: datetime) -> bool:
        """Whether the case was started in the last minute and has no word in it yet."""
        return at - self.created_at < timedelta(minutes=1) and not self.answers.exists()

    def note_reviews(self, months: list[int], realised: dict[str, str]) -> None:
        """Keep after which months its benefits were reviewed, and what the newest review found."""
        self.reviewed_after, self.realised = months, realised
        self.save(update_fields=["reviewed_after", "realised"])

    def note_asking(self, until: date | None, *, over: bool = False) -> None:
        """Keep until when people are asked what they think; None once that is settled."""
        self.asking = {"until": until.isoformat(), "over": over} if until else None
        self.save(update_fields=["asking"])

    def set_recovery_email(self, email: str) -> None:
        """Keep a recovery address that does not count until it is confirmed."""
        self.recovery_email, self.recovery_confirmed_at = email, None
        self.mail_failed_at = None
        self.save(update_fields=["recovery_email", "recovery_confirmed_at", "mail_failed_at"])

    def erase_later(self, *, on: date, why: str) -> bool:
        """Have the case erased on a day; False where an owner has asked for that already."""
        others = Case.objects.filter(pk=self.pk).exclude(erase_why=Case.Why.ASKED)
        return bool(others.update(erase_on=on, erase_why=why))

    def put_off_erasing(self, *, on: date) -> bool:
        """Have it erased on a later day; False where that is not earlier."""
        sooner = Case.objects.filter(pk=self.pk, erase_on__lt=on)
        return bool(sooner.update(erase_on=on))

    def keep(self, *why: str) -> bool:
        """Let it not be erased after all, where it was to be for one of these reasons."""
        doomed = Case.objects.filter(pk=self.pk, erase_why__in=why)
        return bool(doomed.update(erase_on=None, erase_why=""))

    def drop_recovery_email(self) -> None:
        """Forget the recovery address."""
        self.set_recovery_email("")

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
        SHARED = "shared", _("made for somebody")
        DESK = "desk", _("given by a consultant")

    class HandOver(models.TextChoices):
        """What becomes of the other owners' links once this one is opened."""

        EDITOR = "editor", _("They go on as editors")
        CLOSE = "close", _("They are closed")
        DONE = "done", _("Handed over")

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
    opens_at = models.CharField(max_length=60, blank=True)  # for an editor: the slug of a step
    # Of a link that hands the case over, and that did; "" for any other.
    hand_over = models.CharField(max_length=6, choices=HandOver, blank=True)
    # Whether the recovery address goes when the case is handed over.
    drops_address = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.label

    def is_open(self, *, at: datetime) -> bool:
        """Whether it opens its case: neither revoked nor past its time."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > at)

    @staticmethod
    def open_now(at: datetime) -> models.Q:
        """The links that are neither revoked nor past their time."""
        in_time = models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=at)
        return models.Q(revoked_at__isnull=True) & in_time
