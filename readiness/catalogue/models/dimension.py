"""The sides of readiness."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Entry
from readiness.catalogue.models.parts import SLUGS
from readiness.catalogue.shapes import items, one_of, record, text


class Dimension(Entry):
    """One side of readiness: three statements of four levels, with a next action below the top."""

    class Effort(models.TextChoices):
        SMALL = "small", _("A few hours, and little or no money")
        MEDIUM = "medium", _("Some weeks, or some money")
        LARGE = "large", _("Months, or a lot of money")

    name = models.CharField(max_length=60)
    question = models.CharField(max_length=120)
    intro = models.CharField(max_length=240)
    good_practice = models.CharField(
        max_length=60, help_text="The theme of national good practice that it leans on."
    )
    principles = models.JSONField(default=list, blank=True)
    statements = models.JSONField()

    shapes = {
        "principles": SLUGS,
        # levels and next_actions stand in the order 0, 1, 2, (3).
        "statements": items(
            record(
                {
                    "name": text(60),
                    "statement": text(120),
                    "why_it_matters": text(240),
                    "levels": items(text(200), least=4, most=4),
                    "next_actions": items(
                        record(
                            {
                                "action": text(160),
                                "why": text(160),
                                "effort": one_of(*Effort.values),
                                "who": text(80),
                            }
                        ),
                        least=3,
                        most=3,
                    ),
                    "good_enough_hint": text(240),
                    "evidence": SLUGS,
                }
            ),
            least=3,
            most=3,
        ),
    }

    class Meta(Entry.Meta):
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")

    def __str__(self) -> str:
        return self.name

    @property
    def evidence(self) -> list[str]:
        """The slugs of the evidence behind its statements, each once."""
        return list(dict.fromkeys(slug for part in self.statements for slug in part["evidence"]))
