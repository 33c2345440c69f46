"""Whether the guide is up, and whether it can do its work: for the machines that watch it."""

import logging
import os
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

log = logging.getLogger(__name__)


def health(request: HttpRequest) -> HttpResponse:
    """Answer “ok” where the database answers too; otherwise the error is a 500."""
    _need_database()
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer “ok” where this process can be sent visitors; otherwise 503, and what is missing."""
    missing = [name for name, need in NEEDS.items() if not _has(name, need)]
    said = f"missing: {', '.join(missing)}" if missing else "ok"
    return HttpResponse(said, status=503 if missing else 200, content_type="text/plain")


def _has(name: str, need) -> bool:
    try:
        need()
    except Exception as fault:  # whatever it is, the answer is no
        log.error("Not ready: %s: %s", name, fault)
        return False
    return True


class Missing(Exception):
    """Something that is needed is not there."""


def _need_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


_up_to_date: set[str] = set()  # the database once its tables were seen to be as the code has them


def _need_migrations() -> None:
    """Looked at until it is so: that takes a while, and a process does not change its code."""
    name = str(connection.settings_dict["NAME"])
    if name in _up_to_date:
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Missing("run manage.py migrate")
    _up_to_date.add(name)


def _need_storage() -> None:
    """A folder that can be written to, or a bucket that answers."""
    default_storage.exists("documents/ready")
    folder = getattr(default_storage, "location", "")
    if not folder or hasattr(default_storage, "bucket_name"):
        return
    there = next(path for path in (Path(folder), *Path(folder).parents) if path.exists())
    if not os.access(there, os.W_OK):
        raise Missing(f"{there} cannot be written to")


NEEDS = {"database": _need_database, "migrations": _need_migrations, "storage": _need_storage}
