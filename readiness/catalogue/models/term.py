"""The glossary."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import NATIONS, SLUGS
from readiness.catalogue.shapes import items, one_of


class Term(Reviewed):
    """A word that a care manager or a board meets, in plain English."""

    class Topic(models.TextChoices):
        TECHNOLOGY = "technology", _("Technology")
        MONEY = "money", _("Money")
        BUYING = "buying", _("Buying")
        DATA = "data", _("Information and records")
        CARE = "care", _("Care")
        CHANGE = "change", _("Change")

    term = models.CharField(max_length=60)
    topic = models.CharField(max_length=10, choices=Topic)
    meaning = models.TextField(max_length=240)
    nations = models.JSONField(default=list, blank=True, help_text="Empty: the whole of the UK.")
    see_also = models.JSONField(default=list, blank=True, help_text="Slugs of terms.")

    shapes = {"nations": items(one_of(*NATIONS), least=0), "see_also": SLUGS}

    class Meta(Reviewed.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self) -> str:
        return self.term
