"""Count again what was sent, such as after an upgrade that counts something new."""

from django.core.management.base import BaseCommand
from django.db import transaction

from readiness.cases import counting
from readiness.cases.models import Case, Version


class Command(BaseCommand):
    help = "Counts the newest version of each case again, for the insights."

    def handle(self, *args, **options):
        counted = 0
        for version in Version.objects.filter(is_newest=True).order_by("pk").iterator(200):
            counted += _count(version)
        self.stdout.write(f"{counted} cases counted.")


def _count(version: Version) -> bool:
    """Count a version, unless another one was sent, and counted, meanwhile."""
    with transaction.atomic():
        Case.objects.select_for_update(no_key=True).filter(pk=version.case_id).first()
        newest = Version.objects.filter(pk=version.pk, is_newest=True).exists()
        if newest:
            counting.count(version)
    return newest
