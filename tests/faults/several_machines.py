"""Two web servers, two workers, PostgreSQL, a mail server and a bucket, struck again and again while
people work."""

import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tests.faults import counts, machines
from tests.faults.post import Post, office
from tests.faults.storm import Storm

if TYPE_CHECKING:
    from tests.faults.people import Journey

DRAIN = 600  # seconds until no job is left: a dead worker is noticed after half a minute


def run(folder: Path, *, people: int, blows: int, seed: int) -> dict[str, object]:
    """What was seen, by name. What must be 0 begins with “lost”, “doubled” or “stuck”."""
    store, settings = machines.bucket(folder)
    with office() as (post, mail_settings), _up([store]):
        os.environ.update(settings | mail_settings)
        machines.wait_until_up(settings["S3_ENDPOINT"])
        _prepare(settings)
        webs = [machines.web(n, folder) for n in (1, 2)]
        workers = [machines.worker(n, folder) for n in (1, 2)]
        with _up([*webs, *workers]):
            for each in webs:
                machines.wait_until_up(f"{each.address}/health")
            chance = random.Random(seed)
            storm = Storm(webs, workers, store, machines.Database(), chance)
            journeys, mailed = _live(storm, post, people=people, blows=blows, seed=seed)
            waited = _drained()
            storm.look_for_the_dead()
        _days_go_by()
        return _said(journeys, storm, post, {"mails asked for by staff": mailed}, waited)


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


def _live(
    storm: Storm, post: Post, *, people: int, blows: int, seed: int
) -> "tuple[list[Journey], int]":
    """People work until the storm is over, and then to the end of what they are at."""
    from tests.faults import consultants
    from tests.faults.people import Journey, live

    addresses = [each.address for each in storm.webs]
    journeys: list[Journey] = []
    over, quiet = Event(), Event()
    user = consultants.dawn()
    with ThreadPoolExecutor(people + 1) as crowd:
        reviewing = crowd.submit(consultants.review, user, quiet)

        def begin(person: int) -> Future[None]:
            first = (seed * 1000 + person) * 1000
            return crowd.submit(live, journeys, lambda n: Journey(addresses, first + n, post), over)

        going = [begin(person) for person in range(people)]
        try:
            storm.rage(
                blows,
                done=lambda: sum(each.steps_done for each in journeys),
                at_work=lambda: not any(each.done() for each in going),
            )
            over.set()
            wait(going)
        finally:
            over.set()
            quiet.set()
    for each in going:
        each.result()
    return journeys, reviewing.result()


def _drained() -> float:
    """Wait until no job is left; how long that took."""
    begun = time.monotonic()
    while time.monotonic() - begun < DRAIN and counts.open_jobs() != 0:
        time.sleep(1)
    return time.monotonic() - begun


def _days_go_by() -> None:
    """As each day's round does: what waits for another try is sent, and of what a dead worker had
    in hand it is noted that it may have been sent."""
    from django.utils import timezone

    from readiness.cases import mails

    for day in range(7):
        mails.send_waiting(at=timezone.now() + timedelta(days=day))


def _said(
    journeys: "list[Journey]", storm: Storm, post: Post, more: dict[str, int], waited: float
) -> dict[str, object]:
    from tests.faults import consultants

    return {
        "cases begun": len(journeys),
        "answers acknowledged": sum(each.saved for each in journeys),
        "versions acknowledged": sum(each.sent for each in journeys),
        "papers read": sum(each.papers for each in journeys),
        "addresses confirmed": sum(each.confirmed for each in journeys),
        "answers that were errors or none, and asked again": sum(e.refused for e in journeys),
        "papers not made in their time, and asked for again": sum(e.asked_again for e in journeys),
        **dict(sorted(storm.struck.items())),
        "mails that the mail server turned away": post.turned_away,
        "mails after which it hung up": post.hung_up,
        **more,
        "seconds until the last job was done": round(waited),
        "why people gave up": [each.gave_up for each in journeys if each.gave_up],
        **counts.outbox(post),
        **{name: look(journeys) for name, look in counts.LOOKS.items()},
        "lost news of a review": consultants.lost_news(),
        "lost machines, which ended by themselves": len(storm.dead),
    }
