"""What is published, and what the loader last wrote."""

from django.db import models


class ContentVersion(models.Model):
    """The one row that says which content is published.

    `stamp` is new with every change, so that each process sees that its copy is old. `version` is
    the hash of all that is published, and empty until somebody has worked it out.
    """

    stamp = models.CharField(max_length=32)
    version = models.CharField(max_length=16, blank=True)

    def __str__(self) -> str:
        return self.version


class KeptContents(models.Model):
    """All that was published when something was sent, so that a paper is always made of the words
    of its day. One row for each content version that anything was sent under; never changed."""

    version = models.CharField(max_length=16, primary_key=True)
    body = models.JSONField()  # {kind: [entry as published, in catalogue order]}

    def __str__(self) -> str:
        return self.version


class Loaded(models.Model):
    """What the loader last wrote, so that it can tell what was edited since.

    `digest` is of the `fields` that there were then: a field that a later release adds is no edit.
    """

    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=80)
    language = models.CharField(max_length=10)
    fields = models.JSONField(default=list)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "slug", "language"), name="loaded_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

    def key(self) -> tuple[str, str, str]:
        return (self.kind, self.slug, self.language)
