"""Back the guide up into one file, while it goes on: the database and the documents."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.running import backup, databases


class Command(BaseCommand):
    help = "Writes the database and the documents into FILE, sealed where BACKUP_KEY is set."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *args, **options):
        target: Path = options["file"]
        if target.exists():
            raise CommandError(f"{target} is there already. Name a new file.")
        try:
            counts = backup.write(target, key=settings.BACKUP_KEY, at=timezone.now())
        except (databases.NotCopied, OSError) as fault:
            raise CommandError(f"Nothing was written. {fault}") from None
        seal = "sealed" if settings.BACKUP_KEY else "not sealed, as BACKUP_KEY is not set"
        size = f"{counts.bytes:,} bytes of database, {counts.files:,} documents"
        self.stdout.write(f"{target}: {size}; {seal}.")
