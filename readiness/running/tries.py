"""Counting tries in the database, so that all processes and machines count together.

One statement counts and reads: of any number who try at once, each gets a number of their own.
"""

from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac

from readiness.running.models import Tries

COUNT = """
    INSERT INTO running_tries (key, times, until) VALUES (%(key)s, 1, %(until)s)
    ON CONFLICT (key) DO UPDATE SET
        times = CASE WHEN running_tries.until <= %(now)s THEN 1 ELSE running_tries.times + 1 END,
        until = CASE WHEN running_tries.until <= %(now)s
            THEN excluded.until ELSE running_tries.until END
    RETURNING times
"""


def one_more(what: str, *, seconds: int, at: datetime) -> int:
    """Count one try; the number of tries in the `seconds` since the first that still counts."""
    now = int(at.timestamp())
    values: dict[str, str | int] = {"key": _key(what), "now": now, "until": now + seconds}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        return int(cursor.fetchone()[0])


def one_fewer(what: str) -> None:
    """Take back one try that turned out to be a right one."""
    Tries.objects.filter(key=_key(what), times__gt=0).update(times=F("times") - 1)


def forget(*, at: datetime) -> int:
    """Erase the counts whose time is over; how many there were."""
    return Tries.objects.filter(until__lte=int(at.timestamp())).delete()[0]


def _key(what: str) -> str:
    """What was tried and by whom may hold an address, so it is kept in a form nobody can read."""
    return salted_hmac("readiness.tries", what, algorithm="sha256").hexdigest()
