"""A back-up that was put back knows nothing of what happened after it was made."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.accounts import roles
from readiness.cases import mails
from readiness.cases.models import Case, Mail
from readiness.privacy import erasing, restored
from tests.accounts.staff import Staff, member

NOW, TODAY = timezone.now(), timezone.localdate()


@pytest.fixture
def with_address(alice):
    """Alice, who can be told by mail."""
    Case.objects.update(recovery_email="alice@example.org", recovery_confirmed_at=NOW)
    alice.case.refresh_from_db()
    return alice


def settle():
    return list(restored.settle(at=NOW))


def test_an_owner_who_may_have_kept_a_case_since_is_told_and_has_time_to_do_so(with_address):
    with_address.case.erase_later(on=TODAY - timedelta(days=3), why=Case.Why.ASKED)
    assert "1 cases that were to be erased are kept for some days more." in settle()
    erasing.erase_due(at=NOW)
    assert Case.objects.get().erase_on == TODAY + timedelta(days=14)
    assert Mail.objects.get().values["on"]


def test_nobody_has_less_than_a_week(with_address, settings):
    settings.ERASE_AFTER = 0
    with_address.case.erase_later(on=TODAY, why=Case.Why.ASKED)
    settle()
    assert Case.objects.get().erase_on == TODAY + timedelta(days=7)


def test_a_day_that_is_later_anyhow_stays(with_address):
    later = TODAY + timedelta(days=30)
    with_address.case.erase_later(on=later, why=Case.Why.ASKED)
    settle()
    assert Case.objects.get().erase_on == later
    assert not Mail.objects.exists()


def test_a_case_that_nobody_opened_may_have_been_opened_since_and_is_warned_of_anew(alice):
    alice.case.erase_later(on=TODAY, why=Case.Why.UNTOUCHED)
    settle()
    assert Case.objects.get().erase_on is None


@pytest.mark.parametrize("status", ["waiting", "sending"])
def test_a_mail_that_may_have_gone_out_since_does_not_go_again(with_address, status):
    Mail.objects.create(case=with_address.case, kind="approve", key="1", status=status)
    settle()
    assert Mail.objects.get().status == Mail.Status.UNSURE
    assert mails.send_waiting(at=NOW + timedelta(days=1)) == "0 mails sent, 0 not sent."
    assert "may not have arrived" in with_address.see("save")


def test_staff_sign_in_again(alice):
    dawn, person = member("dawn", roles.CONSULTANT), Staff()
    person.enter(dawn)
    assert person.is_in()
    settle()
    assert not person.is_in()
    person.enter(dawn, later=1)
    assert person.is_in()
