"""Count again what was sent, such as after an upgrade that counts something new."""

from django.core.management.base import BaseCommand

from readiness.cases import counting
from readiness.cases.models import Version


class Command(BaseCommand):
    help = "Counts the newest version of each case again, for the insights."

    def handle(self, *args, **options):
        counted = 0
        for version in Version.objects.filter(is_newest=True).order_by("pk").iterator(200):
            counting.count(version)
            counted += 1
        self.stdout.write(f"{counted} cases counted.")
