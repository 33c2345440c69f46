"""The two principles and the two themes that run through every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import LINES, SLUGS


class Principle(Reviewed):
    """How to act in this field (a principle), or how the field is (a theme)."""

    class Kind(models.TextChoices):
        PRINCIPLE = "principle", _("Principle")
        THEME = "theme", _("Theme")

    kind = models.CharField(max_length=9, choices=Kind)
    name = models.CharField(max_length=60)
    statement = models.CharField(max_length=200)
    why = models.TextField(max_length=1500)
    what_it_looks_like = models.JSONField()
    what_ignoring_it_looks_like = models.JSONField()
    how_the_guide_acts = models.JSONField()
    evidence = models.JSONField(default=list, blank=True, help_text="Slugs of evidence.")

    shapes = {
        "what_it_looks_like": LINES,
        "what_ignoring_it_looks_like": LINES,
        "how_the_guide_acts": LINES,
        "evidence": SLUGS,
    }

    class Meta(Reviewed.Meta):
        verbose_name = _("principle")
        verbose_name_plural = _("principles")

    def __str__(self) -> str:
        return self.name
