"""Put a back-up in place of what there is. Stop the web servers and the workers first."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from readiness.privacy import erased, restored
from readiness.running import backup, databases


class Command(BaseCommand):
    help = "Puts the database and the documents of a back-up in place, then brings it up to date."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--over", action="store_true", help="lose what there is now")

    def handle(self, *args, **options):
        if not databases.is_empty():
            self._before(over=options["over"])
        try:
            counts = backup.read(options["file"], key=settings.BACKUP_KEY)
        except (backup.NotPutBack, databases.NotCopied, OSError) as fault:
            raise CommandError(f"Nothing was put back. {fault}") from None
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        size = f"{counts.bytes:,} bytes of database, {counts.files:,} documents"
        self.stdout.write(f"Put back: {size}.")
        for said in restored.settle(at=timezone.now()):
            self.stdout.write(said)

    def _before(self, *, over: bool) -> None:
        """What was erased stays erased, so note what the database that goes knows of it."""
        if not over:
            raise CommandError("There is a database already. To lose what is in it, add --over.")
        try:
            erased.note_all()
        except DatabaseError:
            self.stderr.write("The database that is there does not say what was erased.")
