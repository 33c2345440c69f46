"""Warn of cases that nobody opens, and erase those whose day has come; or say what would be done."""

from collections.abc import Iterable

from django.core.management.base import BaseCommand
from django.utils import timezone

from readiness.privacy import erasing, retention


class Command(BaseCommand):
    help = "Warns of cases that nobody opens, and erases those whose day has come."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, alone")

    def handle(self, *args, dry_run: bool, **options):
        now = timezone.now()
        if not dry_run:
            self.stdout.write(retention.run(at=now))
            self.stdout.write(erasing.erase_due(at=now))
            return
        today = timezone.localdate(now)
        todo = retention.plan(today)
        self._say("warn of", (case.reference for case, _on in todo.to_warn))
        self._say("warn again of", (case.reference for case in todo.to_warn_again))
        self._say("keep after a warning", (case.reference for case in todo.kept))
        self._say("erase", (case.reference for case in erasing.due(today)))

    def _say(self, deed: str, references: Iterable[str]) -> None:
        named = list(references)
        listed = f": {', '.join(named)}" if named else ""
        self.stdout.write(f"Would {deed} {len(named)}{listed}")
