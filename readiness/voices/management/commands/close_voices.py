"""Close the rounds of asking that are past their last day. Meant for once a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from readiness.voices import closing


class Command(BaseCommand):
    help = "Closes rounds that are past their last day, and works out what people said."

    def handle(self, *args, **options):
        self.stdout.write(f"{closing.close_due(timezone.now())} rounds settled.")
