"""What is due every day is done once a day, by a timer or by the guide itself while it is visited."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone
from django.utils.module_loading import import_string

from readiness.cases import mails
from readiness.cases.models import Case, Mail
from readiness.privacy import by_itself, daily
from readiness.privacy.models import Round

pytestmark = pytest.mark.usefixtures("catalogue")
NOW = timezone.now()


def take(at) -> bool:
    return Round.take("daily", today=timezone.localdate(at), at=at)


@pytest.mark.parametrize("name", daily.JOBS)
def test_every_job_is_there_and_can_be_done_twice(name):
    job = import_string(name)
    assert job(at=NOW)
    assert job(at=NOW)


def test_the_command_says_what_was_done(capsys):
    call_command("daily")
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(daily.JOBS)


def test_one_that_fails_holds_up_no_other_and_is_said(capsys, monkeypatch):
    def fail(*, at):
        raise OSError("full")

    monkeypatch.setattr("readiness.privacy.retention.run", fail)
    with pytest.raises(CommandError):
        call_command("daily")
    out = capsys.readouterr().out
    assert "retention.run: failed" in out
    assert "mails.send_waiting: 0 mails sent" in out


def test_of_several_processes_one_does_it():
    assert [take(NOW) for _n in range(3)] == [True, False, False]
    Round.done("daily", at=NOW)
    assert not take(NOW)
    assert take(NOW + timedelta(days=1))


def test_a_round_whose_process_was_killed_is_done_again():
    midnight = timezone.localtime(NOW).replace(hour=1)
    assert take(midnight)
    assert not take(midnight + timedelta(hours=1))
    assert take(midnight + timedelta(hours=3))


@pytest.fixture
def visited(client, monkeypatch):
    """Visits to the start page of a set-up without a timer, so many seconds after its start."""
    clock = [0.0]
    monkeypatch.setattr(by_itself, "monotonic", lambda: clock[0])
    monkeypatch.setattr(by_itself, "_looked", [])

    def visit(second: float) -> None:
        clock[0] = second
        with override_settings(DAILY_BY_ITSELF=True):
            client.get("/health")

    return visit


def test_the_guide_does_it_by_itself_when_it_is_visited(visited, monkeypatch):
    done = []
    monkeypatch.setattr(daily, "run", lambda *, at: iter([(done.append(at), "")]))
    for second in (0, 1, 400, 800):
        visited(second)
    assert len(done) == 1
    row = Round.objects.get()
    assert row.day == timezone.localdate()
    assert row.done_at is not None
    Round.objects.update(day=timezone.localdate() - timedelta(days=1))
    visited(801)  # too soon for another look
    assert len(done) == 1
    visited(1200)
    assert len(done) == 2


def test_mails_that_wait_go_out_every_few_minutes(visited, alice, mailoutbox):
    Case.objects.filter(pk=alice.case.pk).update(
        recovery_email="alice@example.org", recovery_confirmed_at=NOW
    )
    alice.case.refresh_from_db()
    mails.send_later("approve", alice.case, key="1", at=NOW)
    visited(0)
    assert len(mailoutbox) == 1
    assert Mail.objects.get().status == "sent"


def test_with_a_timer_it_does_not(client):
    client.get("/health")
    assert not Round.objects.exists()


def test_a_queue_that_is_down_is_nobodys_trouble(visited, monkeypatch, caplog):
    def fail(*_given):
        raise OSError("queue")

    monkeypatch.setattr("readiness.background.ThreadBackend.enqueue", fail)
    monkeypatch.setattr("django.tasks.backends.immediate.ImmediateBackend.enqueue", fail)
    visited(0)
    assert "could not be queued" in caplog.text
