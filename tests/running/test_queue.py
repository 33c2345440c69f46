"""Work behind pages on PostgreSQL: put in with its rows, done once, taken up where a worker died."""

import logging
import os
import signal

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.tasks import task
from django.utils import timezone
from procrastinate.exceptions import ConnectorException

from readiness.accounts.adapters import send
from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf, store
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document
from readiness.running.management.commands import worker
from tests.people import answers, case_with

LETTER = {"subject": "Set a password", "body": "/staff/password/new/s3cret/", "to": "d@example.org"}


@task
def broken(words):
    raise ValueError(words)


@task
def stop():
    """As whoever runs a worker stops it, while it works."""
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.fixture
def queue(postgresql, settings, monkeypatch):
    """The queue, in which only tests put jobs: a minute that begins adds none."""
    queues = {"QUEUES": ["default", "mail"]}
    settings.TASKS = {"default": {"BACKEND": "readiness.running.queue.QueueBackend", **queues}}
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []
    from readiness.running import queue

    monkeypatch.setattr(queue.app.periodic_registry, "periodic_tasks", {})
    return queue


@pytest.fixture
def document(queue, monkeypatch):
    """A paper that somebody asked for."""
    monkeypatch.setattr(pdf, "render", lambda _html, **_more: b"%PDF-1.7 stand-in")
    case = case_with(answers())
    version = versions.send(case, by="Alice", at=timezone.now(), contents=contents())
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    store.begin(document)
    return document


def jobs():
    """Status and attempts of each job."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT status, attempts FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def a_worker_dies(attempts=0):
    """Leave every job as a worker leaves it that was killed, and forgotten since."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status='doing', attempts=%s", [attempts])


def a_minute_later(queue):
    """Another worker looks for what was left, and does what there is to do."""
    queue.take_up_again.defer(timestamp=0)
    for _look in range(2):  # the first puts back what was left
        queue.work(wait=False)


def test_it_is_a_real_postgresql(db):
    """Which also has the database made, before the others, who commit to it."""
    if settings.POSTGRESQL:
        assert connection.vendor == "postgresql"
        assert connection.pg_version >= 150000


def test_a_job_is_there_with_its_rows_or_not_at_all(queue):
    with transaction.atomic():
        send.enqueue(**LETTER)
        transaction.set_rollback(True)
    assert jobs() == []
    with transaction.atomic():
        send.enqueue(**LETTER)
    assert jobs() == [("todo", 0)]


def test_a_worker_does_it_once_and_leaves_nothing_of_it(queue):
    send.enqueue(**LETTER)
    for _worker in range(2):
        queue.work(wait=False)
    assert [each.subject for each in mail.outbox] == ["Set a password"]
    assert jobs() == []


def test_a_paper_whose_worker_was_killed_is_made_by_another(queue, document):
    assert document.take(at=timezone.now())  # as the one did that died
    a_worker_dies()
    a_minute_later(queue)
    document.refresh_from_db()
    assert document.status == Document.Status.READY
    assert jobs() == []


def test_a_mail_that_may_have_gone_out_does_not_go_again(queue):
    send.enqueue(**LETTER)
    a_worker_dies()
    a_minute_later(queue)
    assert mail.outbox == []
    assert jobs() == []


def test_a_job_over_which_every_worker_dies_is_given_up(queue, document, caplog):
    a_worker_dies(attempts=queue.MOST_TRIES - 1)
    a_minute_later(queue)
    assert [status for status, _attempts in jobs()] == ["failed"]
    assert "given up" in caplog.text


def test_an_error_is_in_the_log_and_what_the_job_was_given_is_not(queue, caplog):
    caplog.set_level(logging.DEBUG, logger="readiness")
    broken.enqueue("tests.running")
    queue.work(wait=False)
    assert [status for status, _attempts in jobs()] == ["failed"]
    assert "tests.running.test_queue.broken ended with an error" in caplog.text
    said = [each.getMessage() for each in caplog.records]
    assert not any("args" in line for line in said)


def test_a_worker_that_is_told_to_stop_finishes_what_it_has_in_hand(queue):
    stop.enqueue()
    assert queue.work()
    assert jobs() == []


def test_a_worker_whose_engine_ends_by_itself_begins_again(queue, monkeypatch, caplog):
    """As where the database was away just when it was to say that it lives."""

    async def away(*_given, **_more):
        raise ConnectorException

    with monkeypatch.context() as patch:
        patch.setattr(queue.PatientManager, "listen_for_jobs", away)
        assert not queue.work()
    ended = iter([False, True])
    monkeypatch.setattr(queue, "work", lambda: next(ended))
    monkeypatch.setattr(worker, "PAUSE", 0)
    call_command("worker")
    assert next(ended, None) is None
    assert "begins again" in caplog.text


def test_with_the_embedded_database_there_is_nothing_for_a_worker(settings):
    settings.POSTGRESQL = False
    with pytest.raises(CommandError, match="web server does this work"):
        call_command("worker")
