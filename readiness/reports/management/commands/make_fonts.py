"""Makes the fonts of the documents, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from readiness.reports import fonts, pdf

TRIAL = "<html lang=en><head><title>Trial</title></head><body><p>Ŵyn</p></body></html>"


class Command(BaseCommand):
    """Part of the set-up: nothing can be printed before it has run."""

    help = "Make the fonts of the documents, and say what the machine lacks to make a PDF."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if fonts.are_made(settings.FONTS):
                return
            self._make()
        except (fonts.FontsMissing, pdf.RenderFailed) as error:
            raise CommandError(str(error)) from error

    def _make(self) -> None:
        if lacking := pdf.missing_libraries():
            raise CommandError(lacking)
        self.stdout.write("Fonts: making them, once (about 20 seconds) …", ending=" ")
        self.stdout.flush()
        fonts.make(settings.FONTS)
        pdf.render(TRIAL)  # shows that all is there, and leaves the fonts' index for whoever serves
        self.stdout.write("made.")
