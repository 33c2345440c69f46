"""What every kind of content has in common: a slug, a language, a place in the catalogue, a history."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from readiness.catalogue.shapes import Shape, unseen

LAST = 9999  # where an entry stands that is in no fixture


class EntryManager(models.Manager["Entry"]):
    def get_by_natural_key(self, slug: str, language: str) -> "Entry":
        return self.get(slug=slug, language=language)


class Entry(models.Model):
    """One piece of content in one language.

    `shapes` says what each nested field must look like; `clean` names what does not fit.
    `order` is the place in the fixture and is set by the loader alone.
    """

    slug = models.SlugField(max_length=80, help_text="Its name in addresses and references.")
    language = models.CharField(max_length=10, default="en")
    order = models.PositiveSmallIntegerField(default=LAST, editable=False)

    history = HistoricalRecords(inherit=True, excluded_fields=["order"])
    objects = EntryManager()

    shapes: ClassVar[Mapping[str, Shape]] = {}

    class Meta:
        abstract = True
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(fields=("slug", "language"), name="%(class)s_slug_language"),
        )

    def __str__(self) -> str:
        return str(self.slug)

    def natural_key(self) -> tuple[str, str]:
        return (self.slug, self.language)

    def clean(self) -> None:
        super().clean()
        faults = {name: list(unseen(value, name)) for name, value in self.published().items()}
        for name, shape in self.shapes.items():
            faults[name] = list(shape(getattr(self, name), name)) + faults[name]
        faults = {name: found for name, found in faults.items() if found}
        if faults:
            raise ValidationError(faults)

    @classmethod
    def published_fields(cls) -> list[str]:
        """The fields that a reader sees: all but the row's number and its place."""
        return [field.name for field in cls._meta.fields if field.name not in {"id", "order"}]

    def published(self) -> dict[str, Any]:
        """What a reader sees of this entry, as values that JSON knows."""
        values = {name: getattr(self, name) for name in self.published_fields()}
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}


class Reviewed(Entry):
    """An entry that stands in the library by itself, with the day when it was last looked over."""

    reviewed_on = models.DateField(help_text="The day when somebody last looked it all over.")

    class Meta(Entry.Meta):
        abstract = True
