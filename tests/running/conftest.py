"""What several processes do at once, on a real PostgreSQL: rows that are committed, threads that race."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connection, connections

from readiness.cases.models import Case
from readiness.catalogue.models import KeptContents, Lesson
from readiness.contact.models import Message, OfferedLesson
from readiness.running.models import Tries

PATIENCE = 60  # seconds that a busy machine may take until all are at the line


@pytest.fixture
def postgresql(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A database that others see, too; what the test put into it is erased afterwards."""
    if not settings.POSTGRESQL:
        pytest.skip("the embedded database has one writer at a time")
    # It is made where a test of the session uses it in the ordinary way: run the whole file.
    assert connection.settings_dict["NAME"].startswith("test_"), "nobody's own database"
    with django_db_blocker.unblock():
        connection.ensure_connection()
        connection.pool.resize(1, 40)  # all the machines at once are in this process
        lessons = set(Lesson.objects.values_list("pk", flat=True))
        yield
        Lesson.objects.exclude(pk__in=lessons).delete()
        for model in (Case, OfferedLesson, Message, KeptContents, Session, Tries):
            model.objects.all().delete()
        get_user_model().objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connections.close_all()


@pytest.fixture
def at_once() -> Callable[..., list[Any]]:
    """Does several things in threads that start together; what each gave back, or raised."""
    return _at_once


def _at_once(*deeds: Callable[[], Any]) -> list[Any]:
    line = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            line.wait(PATIENCE)
            return deed()
        except Exception as raised:
            return raised
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(run, deeds))
