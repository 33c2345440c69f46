"""Do the work behind pages, on a set-up with PostgreSQL. As many as there is work for may run."""

import logging
import time

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

log = logging.getLogger(__name__)

PAUSE = 2  # seconds, while the database does not answer


class Command(BaseCommand):
    help = "Makes documents and sends mails until it is stopped; it finishes what it has in hand."

    def handle(self, *args, **options):
        if not settings.POSTGRESQL:
            raise CommandError("With the embedded database the web server does this work itself.")
        from procrastinate.exceptions import ConnectorException

        from readiness.running import queue

        while True:
            try:
                if queue.work():
                    return
                log.warning("The worker ended by itself, and begins again")
            except (ConnectorException, psycopg.Error, OSError) as failure:
                log.warning("The database does not answer: %s", type(failure).__name__)
            time.sleep(PAUSE)
