"""Do what is due every day. The guide does so itself; this is for a set-up with a timer."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.privacy import daily


class Command(BaseCommand):
    help = "Does what is due every day: warnings, erasing, forgetting, mails that wait."

    def handle(self, *args, **options):
        failed = []
        for name, said in daily.run(at=timezone.now()):
            self.stdout.write(f"{name}: {said or 'failed'}")
            failed += [] if said else [name]
        if failed:
            raise CommandError("Some of it failed: see the log.")
