"""Send the mails that wait. The guide does so itself; this is for a set-up with a timer."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from readiness.cases import mails


class Command(BaseCommand):
    help = (
        "Sends the mails that are due: those that failed before, and those that were left behind."
    )

    def handle(self, *args, **options):
        self.stdout.write(mails.send_waiting(at=timezone.now()))
