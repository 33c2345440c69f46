"""The embedded database, cut off in the middle of saves: killed, and refused by the disk."""

import os
import random
import resource
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

FULL = 40_000  # bytes: no file grows further, which a few saves reach


def run(folder: Path, *, rounds: int, seed: int) -> dict[str, object]:
    """What was seen, by name. What must be 0 begins with “lost” or “unsound”."""
    database = folder / "cut.sqlite3"
    case = _prepare(database)
    chance, told, lost, unsound, refused = random.Random(seed), 0, 0, 0, 0
    for number in range(rounds):
        full = number % 10 == 9  # every tenth time the disk takes no more, before the end
        after = chance.uniform(1, 2) if full else chance.uniform(0.02, 0.4)
        acknowledged, no = _cut(case, told, after, full=full)
        refused += no
        told = max(told, acknowledged)
        kept = _kept(database)
        lost += kept < told
        unsound += not _sound(database)
        told = max(told, kept)  # what was kept and not told is no loss
    return {
        "times killed during a save": rounds,
        "answers saved": told,
        "saves that the disk refused": refused,
        "lost answers": lost,
        "unsound databases": unsound,
    }


def _prepare(database: Path) -> int:
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    for name in ("S3_BUCKET", "S3_ENDPOINT"):
        os.environ.pop(name, None)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from readiness.cases.models import Case

    call_command("migrate", verbosity=0)
    case = Case.objects.create().pk
    connections.close_all()  # each round opens its own, in a process of its own
    return int(case)


def _cut(case: int, told: int, after: float, *, full: bool) -> tuple[int, int]:
    """Save again and again in another process until it is killed; the last number it told of."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            _save(case, told, theirs, full)
        finally:
            os._exit(0)
    os.close(theirs)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]
    numbers = [int(line) for line in lines if line != b"refused"]
    return (numbers[-1] if numbers else 0), lines.count(b"refused")


def _save(case: int, number: int, told: int, full: bool) -> None:
    from django.db import DatabaseError
    from django.utils import timezone

    from readiness.cases import answers
    from readiness.cases.models import Case

    if full:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))
    row = Case.objects.get(pk=case)
    while True:
        number += 1
        kept = {"problem": "x" * 500, "number": number}
        base = answers.Answers.of(row).version("need")
        change = answers.Change(kept=kept, base=base, by="Alice", at=timezone.now())
        try:
            answers.save(row, "need", change, holds=lambda _kept: True)
        except DatabaseError:
            os.write(told, b"refused\n")
            time.sleep(0.01)
        else:
            os.write(told, b"%d\n" % number)


def _kept(database: Path) -> int:
    import json

    with closing(sqlite3.connect(database)) as looked:
        found = looked.execute("SELECT kept FROM cases_answer").fetchone()
    return int(json.loads(found[0])["number"]) if found else 0


def _sound(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as looked:
        whole = looked.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        doubled = looked.execute(
            "SELECT COUNT(*) - COUNT(DISTINCT version) FROM cases_historicalanswer"
        ).fetchone()[0]
    return whole and doubled == 0
