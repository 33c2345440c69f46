"""What the guide says about a case: the words of its checks, and its sentences."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Entry


class Check(Entry):
    """The words of a check on a case. When it applies is code, by its slug."""

    class Severity(models.TextChoices):
        STOP = "stop", _("Stops a go-ahead")
        WARN = "warn", _("Warning")
        NOTE = "note", _("Worth knowing")

    title = models.CharField(max_length=120)
    severity = models.CharField(max_length=4, choices=Severity)
    why_it_matters = models.TextField(max_length=400)
    what_to_do = models.TextField(max_length=400)
    step = models.CharField(
        max_length=60,
        help_text="The step to go to; anxiety-SLUG and readiness-DIMENSION stand for any of them.",
    )

    class Meta(Entry.Meta):
        verbose_name = _("check")
        verbose_name_plural = _("checks")

    def __str__(self) -> str:
        return self.title


class Sentence(Entry):
    """A sentence that the guide says about a case. When it is said is code, by its slug."""

    class Kind(models.TextChoices):
        VERDICT = "verdict", "A verdict"
        REASON = "reason", "A reason for the verdict"
        HEADLINE = "headline", "What the figures say"
        NULL = "null", "Why a figure cannot be worked out"
        FIGURE = "figure", "What a figure is"
        ANXIETY = "anxiety", "What the figures say to a worry"
        ACTION = "action", "What to do next"

    kind = models.CharField(max_length=8, choices=Kind)
    about = models.CharField(
        max_length=80, blank=True, help_text="The figure, verdict or anxiety that it is about."
    )
    text = models.TextField(max_length=600, help_text="{names} stand for figures and answers.")

    class Meta(Entry.Meta):
        verbose_name = _("sentence")
        verbose_name_plural = _("sentences")
