"""Work behind pages: one queue waits for no other."""

from threading import Event

import pytest
from django.tasks import task
from django.test import override_settings

LONG = 30  # seconds that a busy machine may take
IN_THREADS = override_settings(
    TASKS={
        "default": {
            "BACKEND": "readiness.background.ThreadBackend",
            "QUEUES": ["default", "mail"],
        }
    }
)
server_answers, paper_is_made, mail_is_sent = Event(), Event(), Event()


@task(queue_name="mail")
def send():
    """Send a mail to a server that takes its time."""
    if server_answers.wait(LONG):
        mail_is_sent.set()


@task
def make():
    """Make a paper."""
    paper_is_made.set()


@task
def fail():
    """Come to nothing."""
    raise OSError("full")


@pytest.fixture
def put(db, django_capture_on_commit_callbacks):
    """Put tasks into their queues, and commit."""

    def _put(*tasks):
        with django_capture_on_commit_callbacks(execute=True):
            for each in tasks:
                each.enqueue()

    return _put


@pytest.fixture(autouse=True)
def _in_threads():
    for event in (server_answers, paper_is_made, mail_is_sent):
        event.clear()
    with IN_THREADS:
        yield


def test_a_slow_mail_server_holds_up_no_document(put):
    put(send, make)
    assert paper_is_made.wait(LONG)
    assert not mail_is_sent.is_set()
    server_answers.set()
    assert mail_is_sent.wait(LONG)


def test_what_fails_holds_up_nothing_after_it(put):
    put(fail, make)
    assert paper_is_made.wait(LONG)
