"""Two web servers, two workers, PostgreSQL and a bucket, killed and started again under load."""

import hashlib
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults import machines

if TYPE_CHECKING:
    from tests.faults.people import Journey

MAIL, NO_PAPER = "fault-test", "the paper never came"
DRAIN = 300  # seconds until no job is left: a dead worker is noticed after half a minute


def run(folder: Path, *, people: int, seed: int) -> dict[str, object]:
    """What was seen, by name. What must be 0 begins with “lost”, “doubled” or “stuck”."""
    store, settings = machines.bucket(folder)
    os.environ.update(settings)
    with _up([store]):
        machines.wait_until_up(settings["S3_ENDPOINT"])
        _prepare(settings)
        from tests.faults.people import Journey

        webs = [machines.web(n, settings, folder) for n in (1, 2)]
        addresses = [each.address for each in webs]
        workers = [machines.worker(n, settings, folder) for n in (1, 2)]
        with _up([*webs, *workers]):
            for address in addresses:
                machines.wait_until_up(f"{address}/health")
            journeys = [Journey(addresses, seed + n) for n in range(people)]
            database = machines.Database()
            _storm(journeys, [*webs, *workers], database, random.Random(seed))
            waited = _drained()
        return _said(journeys, database, [*webs, *workers], waited)


@contextmanager
def _up(started: list[machines.Machine]) -> Iterator[None]:
    for each in started:
        each.start()
    try:
        yield
    finally:
        for each in started:
            each.stop()


def _prepare(settings: dict[str, str]) -> None:
    import boto3
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_catalogue", verbosity=0)
    client = boto3.client(
        "s3",
        endpoint_url=settings["S3_ENDPOINT"],
        region_name=settings["S3_REGION"],
        aws_access_key_id=settings["S3_KEY"],
        aws_secret_access_key=settings["S3_SECRET"],
    )
    place = {"LocationConstraint": settings["S3_REGION"]}
    client.create_bucket(Bucket=machines.BUCKET, CreateBucketConfiguration=place)


def _storm(
    journeys: "list[Journey]",
    killed: list[machines.Machine],
    database: machines.Database,
    chance: random.Random,
) -> None:
    """People work, and every few seconds something dies, until the last of them is done."""
    with ThreadPoolExecutor(len(journeys) + 1) as crowd:
        mails = crowd.submit(_ask_for_mails)
        going = [crowd.submit(each.go) for each in journeys]
        turn = 0
        while not all(each.done() for each in going):
            time.sleep(chance.uniform(3, 8))
            turn += 1
            if turn % 7 == 0:
                database.restart()
            else:
                _end_and_start(chance.choice(killed), hard=turn % 5 != 0)
        for each in going:
            each.result()
        mails.result()


def _end_and_start(machine: machines.Machine, *, hard: bool) -> None:
    (machine.kill if hard else machine.stop)()
    machine.start()
    if machine.address:  # the other one is there meanwhile
        machines.wait_until_up(f"{machine.address}/health")


def _ask_for_mails(count: int = 30) -> None:
    """Mails of staff, put into the queue all along."""
    from django.db import DatabaseError, connection

    from readiness.accounts.adapters import send

    for number in range(count):
        subject = f"{MAIL} {os.getpid()} {number}"
        for _press in range(60):
            try:
                send.enqueue(subject=subject, body="Words", to="dawn@example.org")
                break
            except Exception as fault:
                # Whether it was put in is not known where the line broke at the end: not again.
                connection.close()
                if not isinstance(fault, DatabaseError) or "consuming input" in str(fault):
                    break
                time.sleep(1)
        time.sleep(1)


def _drained() -> float:
    """Wait until no job is left; how long that took."""
    begun = time.monotonic()
    while time.monotonic() - begun < DRAIN and _open_jobs() != 0:
        time.sleep(1)
    return time.monotonic() - begun


def _open_jobs() -> int:
    """How many jobs wait or are in hand; -1 while the database does not answer."""
    from django.db import DatabaseError, connection
    from procrastinate.contrib.django.models import ProcrastinateJob

    connection.close()
    try:
        return ProcrastinateJob.objects.filter(task_name="task", status__in=OPEN).count()
    except DatabaseError:
        return -1


OPEN = ("todo", "doing")


def _said(journeys, database, killed, waited: float) -> dict[str, object]:
    mails = _mails()
    return {
        "people": len(journeys),
        "answers acknowledged": sum(each.saved for each in journeys),
        "versions acknowledged": sum(each.sent for each in journeys),
        "papers read": sum(each.papers for each in journeys),
        "answers that were errors or none, and asked again": sum(e.refused for e in journeys),
        "processes killed": sum(each.kills for each in killed),
        "database cut off and started again": database.restarts,
        "seconds until the last job was done": round(waited),
        "mails sent": len(mails),
        "papers that took a slow machine too long": _failed_documents(),
        "stuck people": sum(each.gave_up not in ("", NO_PAPER) for each in journeys),
        "why": [each.gave_up for each in journeys if each.gave_up],
        **{name: look(journeys) for name, look in LOOKS.items()},
        "doubled mails": sum(count - 1 for count in mails.values()),
    }


def _lost_answers(journeys: "list[Journey]") -> int:
    from readiness.cases.models import Answer

    rows = {(a.case_id, a.step): a.kept for a in Answer.objects.all()}
    return sum(
        rows.get((each.case, step)) not in possible
        for each in journeys
        for step, possible in each.possible.items()
    )


def _lost_versions(journeys: "list[Journey]") -> int:
    from readiness.cases.models import Version

    kept = Counter(Version.objects.values_list("case_id", flat=True))
    return sum(max(0, each.sent - kept[each.case]) for each in journeys)


def _doubled_versions(journeys: "list[Journey]") -> int:
    """Of an answer, or of a case: two with one number, or two in a row that say the same."""
    from readiness.cases.models import Answer, Version

    of_answers = Counter(Answer.history.values_list("case_id", "step", "version"))
    doubled = sum(count - 1 for count in of_answers.values())
    for each in journeys:
        bodies = [
            v.snapshot["answers"] for v in Version.objects.filter(case=each.case).order_by("number")
        ]
        doubled += sum(one == two for one, two in pairwise(bodies))
    return doubled


def _stuck_documents(_journeys: "list[Journey]") -> int:
    """Waiting or being made, though no job is left. One that failed says so and can be asked for."""
    from readiness.reports.models import Document

    return Document.objects.filter(status__in=("waiting", "making")).count()


def _failed_documents() -> int:
    from readiness.reports.models import Document

    return Document.objects.filter(status="failed").count()


def _lost_documents(_journeys: "list[Journey]") -> int:
    """Ready, and not there or not what its row says."""
    from django.core.files.storage import default_storage

    from readiness.reports.models import Document

    lost = 0
    for each in Document.objects.filter(status="ready"):
        with default_storage.open(each.stored_as) as paper:
            lost += hashlib.sha256(paper.read()).hexdigest() != each.content_hash
    return lost


def _stuck_jobs(_journeys: "list[Journey]") -> int:
    return _open_jobs()


LOOKS: dict[str, Callable[..., int]] = {
    "lost answers": _lost_answers,
    "lost versions": _lost_versions,
    "doubled versions": _doubled_versions,
    "stuck documents": _stuck_documents,
    "lost documents": _lost_documents,
    "stuck jobs": _stuck_jobs,
}


def _mails() -> Counter:
    """How often each went out: a set-up without a mail server writes them into files."""
    folder, mark = machines.ROOT / "var" / "mail", f"{MAIL} {os.getpid()} "
    found: Counter = Counter()
    for file in folder.glob("*.log"):
        for line in file.read_text(errors="replace").splitlines():
            if line.startswith(f"Subject: {mark}"):
                found[line] += 1
    return found
