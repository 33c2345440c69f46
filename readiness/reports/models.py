"""Documents of versions: made once, kept by what they hold, and served as they are."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from readiness.cases.models import Case, Edition


class Document(models.Model):
    """One document of an edition in one format; the only truth about whether it was made.

    Drafts are made anew each time and have no row.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        MAKING = "making", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Not made"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(max_length=20)
    format = models.CharField(max_length=4)
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    # SHA-256 of the bytes, which is also the name that they are stored under.
    content_hash = models.CharField(max_length=64, blank=True)
    sentence = models.CharField(max_length=300, blank=True)  # for people, where it failed
    changed_at = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "name", "format"], name="one_document_of_each_kind_and_format"
            ),
            models.CheckConstraint(
                condition=models.Q(status="ready") ^ models.Q(content_hash=""),
                name="what_is_ready_has_its_bytes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.name}.{self.format}"

    @property
    def stored_as(self) -> str:
        """The name of the stored bytes; the same bytes are stored once."""
        return f"documents/{self.content_hash}.{self.format}"

    # Longer than a document is let take: two tries of the press, and a wait for a place in it. What
    # was left for longer had a maker that was killed, or stood in a queue that is gone.
    PATIENCE = timedelta(minutes=4)

    def queue(self, *, at: datetime) -> bool:
        """Ask for it to be made; False where somebody has asked already, or it is ready."""
        before = at - self.PATIENCE
        new = models.Q(status=self.Status.WAITING, queued_at=None)
        failed = models.Q(status=self.Status.FAILED)
        forgotten = models.Q(status=self.Status.WAITING, queued_at__lt=before)
        left_behind = models.Q(status=self.Status.MAKING, changed_at__lt=before)
        mine = Document.objects.filter(new | failed | forgotten | left_behind, pk=self.pk)
        return bool(mine.update(status=self.Status.WAITING, queued_at=at, sentence=""))

    def take(self, *, at: datetime, again: bool = False) -> bool:
        """Start making it; False where somebody else does, or it is ready. `again` takes it from
        whoever was making it, who is dead."""
        free = [self.Status.WAITING, self.Status.MAKING] if again else [self.Status.WAITING]
        mine = Document.objects.filter(pk=self.pk, status__in=free)
        return bool(mine.update(status=self.Status.MAKING, changed_at=at))

    def is_lost(self) -> None:
        """Note that its stored bytes are gone: it has to be made again."""
        values = {"status": self.Status.WAITING, "content_hash": "", "queued_at": None}
        Document.objects.filter(pk=self.pk).update(**values)

    def is_ready(self, content_hash: str, *, at: datetime) -> None:
        """Note that its bytes are stored under this hash."""
        values = {"status": self.Status.READY, "content_hash": content_hash, "sentence": ""}
        Document.objects.filter(pk=self.pk).update(changed_at=at, **values)

    def has_failed(self, sentence: str, *, at: datetime) -> None:
        """Note that it was not made, and why, in a sentence for people."""
        values = {"status": self.Status.FAILED, "content_hash": "", "sentence": sentence[:300]}
        Document.objects.filter(pk=self.pk).update(changed_at=at, **values)


class Export(models.Model):
    """Several versions in one ZIP, made behind the page for whoever asked, and erased after a day."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        MAKING = "making", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Not made"

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exports"
    )
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    versions = models.JSONField()  # their keys, in the order of the list
    done = models.PositiveIntegerField(default=0)  # how many of them have their papers
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    stored_as = models.CharField(max_length=100, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    # Longer than one paper is ever let take: its maker was killed.
    PATIENCE = timedelta(minutes=5)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="ready") ^ models.Q(stored_as=""),
                name="an_export_that_is_ready_has_its_file",
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}: {self.total}"

    @property
    def total(self) -> int:
        """How many versions it holds."""
        return len(self.versions)

    def take(self, *, at: datetime) -> bool:
        """Start making it, or go on where it was left behind; False where somebody does."""
        free = models.Q(status__in=[self.Status.WAITING, self.Status.FAILED])
        left_behind = models.Q(status=self.Status.MAKING, changed_at__lt=at - self.PATIENCE)
        mine = Export.objects.filter(free | left_behind, pk=self.pk)
        return bool(mine.update(status=self.Status.MAKING, changed_at=at))

    def one_more(self, *, at: datetime) -> bool:
        """Note that the papers of one more version are done; False where somebody else has."""
        mine = Export.objects.filter(pk=self.pk, done=self.done, status=self.Status.MAKING)
        return bool(mine.update(done=self.done + 1, changed_at=at))

    def is_ready(self, stored_as: str, *, at: datetime) -> bool:
        """Note where its file is kept; False where the export was erased meanwhile, or is ready."""
        mine = Export.objects.filter(pk=self.pk, status=self.Status.MAKING)
        return bool(mine.update(status=self.Status.READY, stored_as=stored_as, changed_at=at))

    def has_failed(self, *, at: datetime) -> None:
        """Note that its file was not made."""
        mine = Export.objects.filter(pk=self.pk, status=self.Status.MAKING)
        mine.update(status=self.Status.FAILED, changed_at=at)


class SupplierBrief(models.Model):
    """What a case's people settled about its supplier brief: the day for replies, and that it may go.

    `seen` is what they saw when they said so: a hash for each part of it. Where a part has changed
    since, the brief is a draft again.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="supplier_brief")
    reply_by = models.DateField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.CharField(max_length=80, blank=True)  # the label of the access link
    seen = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ready_at=None) | models.Q(reply_by__isnull=False),
                name="a_brief_that_may_go_says_by_when_to_reply",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}: supplier brief"
