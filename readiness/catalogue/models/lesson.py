"""What happened to others, and what they learned."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import SLUGS

# The publisher of a lesson that a visitor told: it has no page elsewhere to link to.
TOLD_TO_US = "Readiness, the technology guide for care"


class Lesson(Reviewed):
    """Mistakes of others, so that you don't have to make them; and what went well.

    Organisations are described and not named, unless a public body's own report is the source.
    Its source is the evidence it names, or one of its own, or both.
    """

    class Theme(models.TextChoices):
        CHANGE = "change", _("Changing how work is done")
        PEOPLE = "people", _("People")
        MONEY = "money", _("Money")
        DATA = "data", _("Information and records")
        SUPPLIER = "supplier", _("Suppliers and contracts")
        INCLUSION = "inclusion", _("Leaving nobody out")
        EVIDENCE = "evidence", _("Knowing whether it worked")
        ROLL_OUT = "roll-out", _("Rolling it out")

    class Kind(models.TextChoices):
        MISTAKE = "mistake", _("What went wrong")
        SUCCESS = "success", _("What went well")
        MIXED = "mixed", _("Some of each")

    title = models.CharField(max_length=120)
    what_happened = models.TextField(max_length=600)
    what_was_learned = models.TextField(max_length=300)
    theme = models.CharField(max_length=10, choices=Theme)
    kind = models.CharField(max_length=8, choices=Kind)
    avenues = models.JSONField(default=list, blank=True, help_text="Slugs of avenues.")
    anxieties = models.JSONField(default=list, blank=True, help_text="Slugs of anxieties.")
    evidence = models.JSONField(default=list, blank=True, help_text="Slugs of evidence.")
    source_title = models.CharField(max_length=200, blank=True)
    publisher = models.CharField(max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    undated = models.BooleanField(default=False, help_text="The source shows no year.")
    url = models.URLField(max_length=400, blank=True)

    shapes = {"avenues": SLUGS, "anxieties": SLUGS, "evidence": SLUGS}

    class Meta(Reviewed.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not self.evidence and not self.source_title:
            raise ValidationError({"evidence": "A lesson needs evidence, or a source of its own."})


def forget_told(instance: Lesson, **_signal: Any) -> None:
    """Of a lesson that a visitor told and that is taken out, erase the history too: whoever takes their
    words back takes all of them, and nobody may bring them back. Takes Django's signal."""
    records = Lesson.history.filter(id=instance.pk)
    if records.filter(publisher=TOLD_TO_US).exists():
        records.delete()
