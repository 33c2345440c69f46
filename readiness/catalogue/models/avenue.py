"""The avenues: kinds of technology. The shape of each nested part is the reference for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import (
    LINES,
    NATIONS,
    NEEDS,
    NONE_FOUND,
    PARAGRAPH,
    SLUG,
    STANCES,
)
from readiness.catalogue.shapes import items, one_of, record, text


class Avenue(Reviewed):
    """A kind of technology that a care organisation might turn to. Never a product."""

    name = models.CharField(max_length=80)
    summary = models.CharField(max_length=200)
    what_it_is = models.JSONField()
    examples = models.JSONField()
    can_do = models.JSONField()
    goes_wrong = models.JSONField()
    left_out = models.JSONField()
    control = models.TextField()
    changes_for = models.JSONField()
    cost_lines = models.JSONField()
    often_forgotten = models.JSONField()
    needs = models.JSONField()
    requirements = models.JSONField(
        default=list, blank=True, help_text="What it must be able to do, whoever supplies it."
    )
    supplier_questions = models.JSONField()
    standards = models.JSONField()
    evidence = models.JSONField(help_text="Slugs of evidence; each says its own stance.")
    none_found = models.JSONField(default=list, blank=True, help_text=NONE_FOUND)
    evidence_note = models.TextField()
    signs_it_fits = models.JSONField()
    signs_it_does_not = models.JSONField()
    try_small = models.TextField()

    shapes = {
        "what_it_is": LINES,
        "examples": LINES,
        "can_do": LINES,
        "goes_wrong": LINES,
        "left_out": LINES,
        "changes_for": record(dict.fromkeys(("staff", "volunteers", "people"), PARAGRAPH)),
        "cost_lines": items(
            record(
                {
                    "label": text(80),
                    "category": one_of(
                        "devices",
                        "licences",
                        "set-up",
                        "integration",
                        "data-migration",
                        "connectivity",
                        "support",
                        "other",
                    ),
                    "kind": one_of("one-off", "per-year", "both"),
                    "note": text(200),
                }
            )
        ),
        "often_forgotten": LINES,
        "needs": NEEDS,
        "requirements": items(text(200), least=0, most=4),
        "supplier_questions": LINES,
        "standards": record(
            dict.fromkeys(
                NATIONS,
                items(
                    record(
                        {
                            "name": text(120),
                            "what_it_is": text(400),
                            "when_it_applies": text(300),
                            "link": text(400, may_be_empty=True, pattern=r"https?://\S+"),
                        }
                    )
                ),
            )
        ),
        "evidence": items(SLUG),
        "none_found": STANCES,
        "signs_it_fits": LINES,
        "signs_it_does_not": LINES,
    }

    class Meta(Reviewed.Meta):
        verbose_name = _("avenue")
        verbose_name_plural = _("avenues")

    def __str__(self) -> str:
        return self.name
