"""manage.py reading_age: how plain the published content is."""

from statistics import median
from typing import Any

from django.core.management.base import BaseCommand

from readiness.catalogue.models import KINDS, ProductWord
from readiness.catalogue.reading_age import reading_age, texts

HARDEST = 3


class Command(BaseCommand):
    help = "Show the reading age of each kind of content, and the entries that are hardest."

    def handle(self, **options: Any) -> None:
        for kind in KINDS:
            ages = sorted(
                (reading_age(". ".join(texts(entry.published()))), entry.slug)
                for entry in kind._default_manager.filter(language="en")
                if kind is not ProductWord
            )
            if ages:
                hardest = ", ".join(f"{slug} {age:.0f}" for age, slug in ages[: -HARDEST - 1 : -1])
                middle = median(age for age, _ in ages)
                name = kind._meta.verbose_name_plural
                self.stdout.write(f"{name}: {middle:.0f} in the middle; hardest: {hardest}")
