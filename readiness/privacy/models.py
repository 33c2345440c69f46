"""What is remembered of cases that are gone, and of what is done every day."""

from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.models import Case


class Erasure(models.Model):
    """That a case was erased: by its reference alone, to answer whoever looks for it. Forgotten,
    too, after a year."""

    reference = models.CharField(_("reference"), max_length=8)
    why = models.CharField(_("why"), max_length=9, choices=Case.Why)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    REMEMBERED = timedelta(days=365)

    class Meta:
        verbose_name = _("case that was erased")
        verbose_name_plural = _("cases that were erased")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_why_display()}"


class Round(models.Model):
    """The last time that what is due every day was done. One row, which whoever begins takes."""

    name = models.CharField(max_length=10, unique=True)
    day = models.DateField(null=True)  # the last on which it was begun
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    # Longer than it ever takes: whoever began it was killed.
    PATIENCE = timedelta(hours=2)

    def __str__(self) -> str:
        return f"{self.name}: {self.day}"

    @classmethod
    def take(cls, name: str, *, today: date, at: datetime) -> bool:
        """Begin today's round; False where somebody has, unless they were stopped."""
        cls.objects.get_or_create(name=name)
        not_today = models.Q(day=None) | models.Q(day__lt=today)
        stopped = models.Q(done_at=None, begun_at__lt=at - cls.PATIENCE)
        mine = cls.objects.filter(not_today | stopped, name=name)
        return bool(mine.update(day=today, begun_at=at, done_at=None))

    @classmethod
    def done(cls, name: str, *, at: datetime) -> None:
        """Note that it was done."""
        cls.objects.filter(name=name).update(done_at=at)
