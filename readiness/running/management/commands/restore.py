"""Put a back-up in place of what there is. Stop the web servers and the workers first."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from readiness.running import backup, databases


class Command(BaseCommand):
    help = "Puts the database and the documents of a back-up in place, then brings it up to date."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--over", action="store_true", help="lose what there is now")

    def handle(self, *args, **options):
        if not options["over"] and not databases.is_empty():
            raise CommandError("There is a database already. To lose what is in it, add --over.")
        try:
            counts = backup.read(options["file"], key=settings.BACKUP_KEY)
        except (backup.NotPutBack, databases.NotCopied, OSError) as fault:
            raise CommandError(f"Nothing was put back. {fault}") from None
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.stdout.write(
            f"Put back: {counts.bytes:,} bytes of database, {counts.files:,} documents."
        )
