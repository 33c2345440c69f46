"""Findings from public sources."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Reviewed
from readiness.catalogue.models.parts import SLUGS


class Evidence(Reviewed):
    """One finding from a public source, in our own words, with how far it can be trusted."""

    class Kind(models.TextChoices):
        BENEFIT = "benefit", _("A benefit reported")
        LESSON = "lesson", _("A lesson")
        RISK = "risk", _("A risk")
        RULE = "rule", _("A rule")
        STANDARD = "standard", _("A standard")
        STATISTIC = "statistic", _("A figure")

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("For")
        CONDITIONAL = "conditional", _("It depends")
        NEUTRAL = "neutral", _("Neither for nor against")
        AGAINST = "against", _("Against")

    class Independence(models.TextChoices):
        PEER_REVIEWED = "peer-reviewed", _("Research checked by other researchers")
        ACADEMIC = "academic", _("University research")
        REGULATOR = "regulator-or-auditor", _("A regulator or auditor")
        GOVERNMENT = "government", _("Government")
        LOCAL_GOVERNMENT = "local-government", _("A council or a body of councils")
        CHARITY = "charity-research", _("Research by a charity")
        TRADE_BODY = "trade-body", _("A body that speaks for care providers")
        PROVIDER = "provider-self-report", _("A care provider on its own work")
        CONSULTANCY = "consultancy", _("A consultancy")
        PROFESSIONAL = "professional-firm", _("A firm that advises for pay")
        LEGAL = "legal-commentary", _("Lawyers explaining the law")
        NEWS = "news", _("A news report")
        CAMPAIGN = "campaign", _("A campaign")
        SUPPLIER = "supplier", _("A company that sells it")

    class Confidence(models.TextChoices):
        HIGH = "high", _("We saw the figure itself")
        MEDIUM = "medium", _("We saw it told by others")

    claim = models.CharField(max_length=220)
    short = models.CharField(
        max_length=140,
        blank=True,
        help_text="The claim in one plain sentence, where the claim is too long for a margin.",
    )
    figure = models.CharField(max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    undated = models.BooleanField(default=False, help_text="The source shows no year.")
    source_title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=160)
    url = models.URLField(max_length=400)
    kind = models.CharField(max_length=12, choices=Kind)
    stance = models.CharField(max_length=12, choices=Stance)
    source_independence = models.CharField(max_length=24, choices=Independence)
    confidence = models.CharField(max_length=8, choices=Confidence)
    note = models.TextField(blank=True, max_length=400)
    avenues = models.JSONField(default=list, blank=True, help_text="Slugs of avenues.")
    anxieties = models.JSONField(default=list, blank=True, help_text="Slugs of anxieties.")
    principles = models.JSONField(default=list, blank=True, help_text="Slugs of principles.")

    shapes = {
        "avenues": SLUGS,
        "anxieties": SLUGS,
        "principles": SLUGS,
    }

    class Meta(Reviewed.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    @property
    def in_brief(self) -> str:
        """The claim as it stands beside a question."""
        return self.short or self.claim
