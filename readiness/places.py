"""Where things are kept, as the environment says: the database, the cache and the documents."""

from pathlib import Path
from typing import Any

from readiness import environment as env

POSTGRESQL = "readiness.running.postgresql"
LOCAL = "django.core.cache.backends.locmem.LocMemCache"


def database(var: Path) -> dict[str, Any]:
    """The database that DATABASE_URL names; without one, the embedded one in `var`."""
    found: dict[str, Any] = {
        **env.database("DATABASE_URL", f"sqlite:///{var / 'readiness.sqlite3'}")
    }
    if found["ENGINE"] == "django.db.backends.sqlite3":
        var.mkdir(mode=0o700, exist_ok=True)
        found["OPTIONS"] = _embedded()
    if found["ENGINE"] == "django.db.backends.postgresql":
        found |= {"ENGINE": POSTGRESQL, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
        found["OPTIONS"] = found.get("OPTIONS", {}) | _postgresql()
    return found


def _embedded() -> dict[str, Any]:
    """Readers never wait for a writer (WAL), a writer takes its place in the queue at once
    (IMMEDIATE) and waits its turn, and what was acknowledged is on the disk (FULL)."""
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }


def _postgresql() -> dict[str, Any]:
    """Each process keeps a few connections, and looks whether one still answers before it is used,
    so that a database that was started again is no error for long. Who stands still in the middle
    of a change, as on a machine that was cut off, is let go."""
    most = env.whole_number("DATABASE_CONNECTIONS", 8, most=1000)
    return {
        "pool": {"min_size": 1, "max_size": most, "timeout": 10},
        "connect_timeout": 5,
        "options": "-c idle_in_transaction_session_timeout=60s",
    }


def caches(*, shared: bool) -> dict[str, Any]:
    """What is kept for a while: `default` in one place for all, `fragments` in each process."""
    return {"default": _counts(shared=shared), "fragments": _fragments()}


def _counts(*, shared: bool) -> dict[str, Any]:
    """Holds codes that were used, counts of new passwords that were asked for, and counts for the
    insights; room enough that nobody can push them out. Several machines share a table, which
    `manage.py createcachetable` makes."""
    place = {"BACKEND": LOCAL}
    if shared:
        place = {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "shared_cache",
        }
    return {**place, "OPTIONS": {"MAX_ENTRIES": 100_000}}


def _fragments() -> dict[str, Any]:
    """Holds parts of pages that are the same for everybody, for the template tag `cache`."""
    options = {"MAX_ENTRIES": 2_000}
    return {"BACKEND": LOCAL, "LOCATION": "fragments", "TIMEOUT": None, "OPTIONS": options}


def documents() -> dict[str, Any]:
    """The folder MEDIA_ROOT, or the bucket that S3_BUCKET names."""
    if not env.text("S3_BUCKET"):
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.text("S3_BUCKET"),
            "endpoint_url": env.text("S3_ENDPOINT") or None,
            "region_name": env.text("S3_REGION") or None,
            "access_key": env.text("S3_KEY") or None,
            "secret_key": env.text("S3_SECRET") or None,
            "default_acl": None,  # what the bucket says: nobody but us
            "file_overwrite": True,  # a name says what it holds, so it is the same again
        },
    }
