"""A database as one file, and back: the embedded one by its own back-up, PostgreSQL by its tools."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from shutil import which

from django.conf import settings
from django.db import connection, connections

# What a back-up leaves out: jobs would be done a second time, and the others are of the moment.
LEFT_OUT = ("procrastinate_*", "shared_cache", "running_tries")


class NotCopied(Exception):
    """The database was not copied or put back; the text says why."""


def copy(target: Path) -> None:
    """Copy the database as it is at one moment, while the guide goes on. Raises NotCopied."""
    (_dump if settings.POSTGRESQL else _copy_embedded)(target)


def put_back(source: Path) -> None:
    """Put a copy in place of the database: all of it or nothing. Raises NotCopied."""
    connections.close_all()
    (_read_dump if settings.POSTGRESQL else _put_back_embedded)(source)


def is_empty() -> bool:
    """Whether no table is there yet."""
    return not connection.introspection.table_names()


def _copy_embedded(target: Path) -> None:
    with closing(sqlite3.connect(target)) as copied:
        connection.ensure_connection()
        connection.connection.backup(copied)
        for table in LEFT_OUT:
            if _has_table(copied, table):
                copied.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        copied.commit()
        copied.execute("PRAGMA journal_mode=DELETE")
        _need_sound(copied)


def _put_back_embedded(source: Path) -> None:
    with closing(sqlite3.connect(source)) as copied:
        _need_sound(copied)
        with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as database:
            copied.backup(database)
            _need_sound(database)


def _need_sound(database: sqlite3.Connection) -> None:
    try:
        said = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        raise NotCopied(str(fault)) from None
    if said != "ok":
        raise NotCopied(f"The database is not sound: {said}")


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    found = database.execute("SELECT 1 FROM sqlite_master WHERE type='table' AND name=?", [name])
    return found.fetchone() is not None


def _dump(target: Path) -> None:
    out = [f"--exclude-table-data=public.{each}" for each in LEFT_OUT]
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", *out, f"--file={target}")


def _read_dump(source: Path) -> None:
    """One transaction: everything that is there goes, and what was copied comes."""
    script = source.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(source))
    how = ("--single-transaction", "--set=ON_ERROR_STOP=1", "--quiet", "--no-psqlrc")
    emptied = "SET lock_timeout = '30s'; DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
    _run("psql", *how, f"--command={emptied}", f"--file={script}")


def _run(tool: str, *options: str) -> None:
    """Run one of PostgreSQL's programs. Raises NotCopied with what it says."""
    found = which(tool)
    if found is None:
        raise NotCopied(f"{tool} is not installed: it comes with PostgreSQL's client programs.")
    done = subprocess.run(  # noqa: S603 - a fixed command, no shell
        [found, *options], env=_environment(), capture_output=True, check=False
    )
    if done.returncode:
        raise NotCopied(done.stderr.decode(errors="replace").strip())


def _environment() -> dict[str, str]:
    """Where the database is, as PostgreSQL's programs read it; no password stands in a command."""
    database = connection.settings_dict
    named = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
    }
    return {**os.environ, **{name: str(value) for name, value in named.items() if value}}
