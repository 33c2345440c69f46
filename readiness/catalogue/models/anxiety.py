"""The worries that people voice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import LINES, NONE_FOUND, SLUG, STANCES
from readiness.catalogue.shapes import items, record, text

STATEMENTS_WITH_EVIDENCE = items(record({"text": text(200), "evidence": items(SLUG)}))


class Anxiety(Reviewed):
    """A worry as people voice it, answered from both sides."""

    worry = models.CharField(max_length=120)
    short = models.CharField(max_length=40)
    behind_it = models.TextField()
    supports = models.JSONField()
    against = models.JSONField()
    depends_on = models.JSONField()
    ask_yourselves = models.JSONField()
    figures = models.JSONField(help_text="Names of figures, or step.field of an answer.")
    good_response = models.TextField()
    poor_response = models.TextField()
    evidence = models.JSONField(help_text="Slugs of evidence; each says its own stance.")
    none_found = models.JSONField(default=list, blank=True, help_text=NONE_FOUND)

    shapes = {
        "supports": STATEMENTS_WITH_EVIDENCE,
        "against": STATEMENTS_WITH_EVIDENCE,
        "depends_on": LINES,
        "ask_yourselves": LINES,
        "figures": items(text(80, pattern=r"[a-z_-]+(\.[a-z_-]+)*")),
        "evidence": items(SLUG),
        "none_found": STANCES,
    }

    class Meta(Reviewed.Meta):
        verbose_name = _("anxiety")
        verbose_name_plural = _("anxieties")

    def __str__(self) -> str:
        return self.worry
