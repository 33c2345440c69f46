"""Whoever left an address is told once when a review is due, and nobody else is."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from readiness.benefits.reminders import send_due
from tests.benefits.held import begun, in_use, record
from tests.cases.builders import later_answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """Sends what is due, and gives how many mails it said and those that went."""

    def send(at=None):
        with django_capture_on_commit_callbacks(execute=True):
            return send_due(at or timezone.now())

    return send


def with_address(months_ago, *, confirmed=True):
    person = in_use(months_ago, sent=False)
    person.case.set_recovery_email("jo@example.org")
    if confirmed:
        person.case.confirm_recovery_email("jo@example.org", at=timezone.now())
    return person


def test_she_is_told_once_with_a_link_that_opens_her_case(sent):
    alice = with_address(6)
    assert (sent(), sent()) == (1, 0)
    (message,) = mail.outbox
    assert message.to == ["jo@example.org"]
    assert "in use for 6 months" in message.body
    assert alice.case.reference in message.body
    address = next(line for line in message.body.splitlines() if line.startswith("http"))
    alice.session.flush()
    alice.cookies.clear()
    page = address.removeprefix("http://127.0.0.1:8000")
    assert alice.post(page).status_code == 302
    assert "Record the review after 6 months" in alice.see("benefits")


@pytest.mark.parametrize("months_ago", [-1, 0, 2, 15, 40])
def test_before_it_is_due_and_long_after_nothing_goes_out(sent, months_ago):
    with_address(months_ago)
    assert sent() == 0
    assert mail.outbox == []


@pytest.mark.parametrize("months_ago", [3, 4, 5, 6, 8, 12, 14])
def test_in_its_month_and_the_two_after_it_one_goes_out(sent, months_ago):
    with_address(months_ago)
    assert sent() == 1


def test_an_address_that_nobody_confirmed_gets_none(sent):
    with_address(6, confirmed=False)
    in_use(6, sent=False)
    assert sent() == 0


def test_a_review_that_is_recorded_needs_no_reminder(sent):
    alice = with_address(6)
    record(alice, 6)
    assert sent() == 0


def test_each_review_has_its_own(sent):
    with_address(3)
    now = timezone.now()
    assert [sent(now + timedelta(days=days)) for days in (0, 1, 95, 96, 280)] == [1, 0, 1, 0, 1]


def test_a_start_that_moved_is_a_new_reminder(sent):
    alice = with_address(6)
    sent()
    alice.save("plan", later_answers()["plan"] | {"start": begun(3)})
    assert sent() == 1


def test_where_no_mail_can_go_none_is_noted_as_sent(sent, settings):
    with_address(6)
    settings.CAN_MAIL = False
    assert sent() == 0
    settings.CAN_MAIL = True
    assert sent() == 1
