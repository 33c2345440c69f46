"""What may be missing where technology is not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import LINES, NEEDS, SLUGS


class OtherWay(Reviewed):
    """A way without technology: for a need of people, of time or of trust, not of information."""

    name = models.CharField(max_length=80)
    summary = models.CharField(max_length=200)
    needs = models.JSONField()
    try_first = models.JSONField()
    evidence = models.JSONField(default=list, blank=True, help_text="Slugs of evidence.")

    shapes = {"needs": NEEDS, "try_first": LINES, "evidence": SLUGS}

    class Meta(Reviewed.Meta):
        verbose_name = _("other way")
        verbose_name_plural = _("other ways")

    def __str__(self) -> str:
        return self.name
