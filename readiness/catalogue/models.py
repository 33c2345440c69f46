"""What we know: the content of the guide, by slug and language.

Nested parts are JSON; the shape of each is written beside its model, and is the reference for it.
"""

from django.core.exceptions import ValidationError
from django.db import models

from readiness.catalogue.entry import Entry
from readiness.catalogue.shapes import items, one_of, record, text

SLUG = text(80, pattern=r"[a-z0-9]+(-[a-z0-9]+)*")
SLUGS = items(SLUG, least=0)
LINES = items(text(500))
PARAGRAPH = text(1500)

NATIONS = ("england", "wales", "scotland", "northern-ireland")
PRINCIPLES = ("not-an-it-project", "different-approach-and-skills")


class Evidence(Entry):
    """One finding from a public source, in our own words, with how far it can be trusted."""

    class Kind(models.TextChoices):
        BENEFIT = "benefit", "A benefit reported"
        LESSON = "lesson", "A lesson"
        RISK = "risk", "A risk"
        RULE = "rule", "A rule"
        STANDARD = "standard", "A standard"
        STATISTIC = "statistic", "A figure"

    class Stance(models.TextChoices):
        SUPPORTS = "supports", "For"
        CONDITIONAL = "conditional", "It depends"
        NEUTRAL = "neutral", "Neither for nor against"
        AGAINST = "against", "Against"

    class Independence(models.TextChoices):
        PEER_REVIEWED = "peer-reviewed", "Research checked by other researchers"
        ACADEMIC = "academic", "University research"
        REGULATOR = "regulator-or-auditor", "A regulator or auditor"
        GOVERNMENT = "government", "Government"
        LOCAL_GOVERNMENT = "local-government", "A council or a body of councils"
        CHARITY = "charity-research", "Research by a charity"
        TRADE_BODY = "trade-body", "A body that speaks for care providers"
        PROVIDER = "provider-self-report", "A care provider on its own work"
        CONSULTANCY = "consultancy", "A consultancy"
        PROFESSIONAL = "professional-firm", "A firm that advises for pay"
        LEGAL = "legal-commentary", "Lawyers explaining the law"
        NEWS = "news", "A news report"
        CAMPAIGN = "campaign", "A campaign"
        SUPPLIER = "supplier", "A company that sells it"

    class Confidence(models.TextChoices):
        HIGH = "high", "We saw the figure at its source"
        MEDIUM = "medium", "We saw it reported by others"

    claim = models.CharField(max_length=220)
    short = models.CharField(
        max_length=140,
        blank=True,
        help_text="The claim in one plain sentence, where the claim is too long for a margin.",
    )
    figure = models.CharField(max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
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
        "principles": items(one_of(*PRINCIPLES), least=0),
    }

    class Meta(Entry.Meta):
        verbose_name_plural = "evidence"

    @property
    def in_brief(self) -> str:
        """The claim as it stands beside a question."""
        return self.short or self.claim


class Avenue(Entry):
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
    supplier_questions = models.JSONField()
    standards = models.JSONField()
    evidence = models.JSONField(help_text="Slugs of evidence; each says its own stance.")
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
        # `reason` completes “Suggested because …”; `words` are the stems it is suggested by.
        "needs": items(
            record(
                {
                    "need": text(120),
                    "reason": text(160, pattern=r".*[^.]"),
                    "instead": text(240),
                    "words": items(text(30, pattern=r"[a-z0-9&']+( [a-z0-9&']+)*")),
                }
            )
        ),
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
        "signs_it_fits": LINES,
        "signs_it_does_not": LINES,
    }

    def __str__(self) -> str:
        return self.name


STATEMENTS_WITH_EVIDENCE = items(record({"text": text(200), "evidence": items(SLUG)}))


class Anxiety(Entry):
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

    shapes = {
        "supports": STATEMENTS_WITH_EVIDENCE,
        "against": STATEMENTS_WITH_EVIDENCE,
        "depends_on": LINES,
        "ask_yourselves": LINES,
        "figures": items(text(80, pattern=r"[a-z_-]+(\.[a-z_-]+)*")),
        "evidence": items(SLUG),
    }

    class Meta(Entry.Meta):
        verbose_name_plural = "anxieties"

    def __str__(self) -> str:
        return self.worry


class Dimension(Entry):
    """One side of readiness: three statements of four levels, with a next action below the top."""

    class Effort(models.TextChoices):
        SMALL = "small", "A few hours, and little or no money"
        MEDIUM = "medium", "Some weeks, or some money"
        LARGE = "large", "Months, or a lot of money"

    name = models.CharField(max_length=60)
    question = models.CharField(max_length=120)
    intro = models.CharField(max_length=240)
    good_practice = models.CharField(
        max_length=60, help_text="The theme of national good practice that it leans on."
    )
    principles = models.JSONField(default=list, blank=True)
    statements = models.JSONField()

    shapes = {
        "principles": items(one_of(*PRINCIPLES), least=0),
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

    def __str__(self) -> str:
        return self.name

    @property
    def evidence(self) -> list[str]:
        """The slugs of the evidence behind its statements, each once."""
        return list(dict.fromkeys(slug for part in self.statements for slug in part["evidence"]))


class Check(Entry):
    """The words of a check on a case. When it applies is code, by its slug."""

    class Severity(models.TextChoices):
        STOP = "stop", "Stops a go-ahead"
        WARN = "warn", "Warning"
        NOTE = "note", "Worth knowing"

    title = models.CharField(max_length=120)
    severity = models.CharField(max_length=4, choices=Severity)
    why_it_matters = models.TextField(max_length=400)
    what_to_do = models.TextField(max_length=400)
    step = models.CharField(
        max_length=60,
        help_text="The step to go to; anxiety-SLUG and readiness-DIMENSION stand for any of them.",
    )

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


class ProductWord(Entry):
    """Words by which a text is seen to name a kind of product, or to start from one.

    Each of `words` is a regular expression. A pattern may name the other parts: {product},
    {described}, {any}, {get}, {getting} and {fill}.
    """

    class Kind(models.TextChoices):
        PRODUCT = "product", "A product wherever it stands"
        DESCRIBED = "described", "A product when a describing word stands before it"
        GET = "get", "Words for getting something"
        GETTING = "getting", "The same words, ending in -ing"
        FILL = "fill", "Small words between the wanting and the thing"
        PATTERN = "pattern", "A text that starts from a product"
        GUARD = "guard", "A text that does not, after all"

    kind = models.CharField(max_length=10, choices=Kind)
    means = models.CharField(max_length=160)
    words = models.JSONField()
    ask = models.CharField(max_length=200, blank=True, help_text="How a pattern is asked again.")

    shapes = {"words": items(text(600), most=200)}

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.PATTERN and not self.ask:
            raise ValidationError({"ask": "A pattern needs a question to ask again."})


class ContentVersion(models.Model):
    """The one row that says which content is published.

    `stamp` is new with every change, so that each process sees that its copy is old. `version` is
    the hash of all that is published, and empty until somebody has worked it out.
    """

    stamp = models.CharField(max_length=32)
    version = models.CharField(max_length=16, blank=True)

    def __str__(self) -> str:
        return self.version


class Loaded(models.Model):
    """What the loader last wrote, so that it can tell what was edited since."""

    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=80)
    language = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "slug", "language"), name="loaded_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

    def key(self) -> tuple[str, str, str]:
        return (self.kind, self.slug, self.language)


KINDS: tuple[type[Entry], ...] = (
    Avenue,
    Anxiety,
    Dimension,
    Check,
    Sentence,
    Evidence,
    ProductWord,
)
