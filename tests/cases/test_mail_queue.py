"""A mail to Alice goes out once, after what it tells of is committed, and is never stuck."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone

from readiness import mail_server
from readiness.cases import mails
from readiness.cases.models import AccessLink, Case, Draft, Mail
from readiness.cases.models.mail import WAITS
from tests.people import Person, said

ALICE = "alice@example.org"
NOW = timezone.now()


@pytest.fixture
def case(alice):
    """Alice's case, whose address is confirmed."""
    Case.objects.filter(pk=alice.case.pk).update(recovery_email=ALICE, recovery_confirmed_at=NOW)
    alice.case.refresh_from_db()
    return alice.case


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done within is committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def no_server(monkeypatch):
    """A mail server that nobody reaches; what to have it say in place of that can be changed."""
    failures = [OSError("nobody there")]

    def fail(*_given):
        raise failures[-1]

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    return failures


def queue(case, key="1", kind="approve") -> bool:
    return mails.send_later(kind, case, key=key, at=NOW)


def the_mail() -> Mail:
    return Mail.objects.get()


def test_it_goes_out_once_however_often_it_is_asked_for(case, committed):
    with committed():
        assert queue(case)
        assert not queue(case)
    assert not queue(case)
    assert len(mail.outbox) == 1
    assert (the_mail().status, the_mail().tries) == ("sent", 1)
    mails.deliver.call(the_mail().pk)
    mails.send_waiting(at=NOW + timedelta(days=9))
    assert len(mail.outbox) == 1


def test_another_key_kind_or_case_is_another_mail(case, charlie, committed):
    Case.objects.filter(pk=charlie.case.pk).update(
        recovery_email="c@example.org", recovery_confirmed_at=NOW
    )
    charlie.case.refresh_from_db()
    with committed():
        assert queue(case)
        assert queue(case, key="2")
        assert queue(case, kind="close")
        assert queue(charlie.case)
    assert [each.to for each in mail.outbox] == [[ALICE]] * 3 + [["c@example.org"]]


def test_what_is_rolled_back_is_told_to_nobody(case, committed):
    with committed():
        try:
            with transaction.atomic():
                queue(case)
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
    assert not Mail.objects.exists()
    assert mail.outbox == []


def test_nothing_goes_out_before_the_change_is_committed(case, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        queue(case)
    assert mail.outbox == []
    assert the_mail().status == "waiting"


def test_no_token_is_kept_and_the_link_is_made_when_it_goes_out(
    case, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        queue(case)
    assert not AccessLink.objects.filter(via="emailed").exists()
    mails.send_waiting(at=NOW)
    (message,) = mail.outbox
    address = next(line for line in message.body.splitlines() if "/open/" in line)
    token = address.rstrip("/").rpartition("/")[2]
    kept = str([list(model.objects.values()) for model in (Mail, AccessLink)])
    assert token not in kept
    someone = Person()
    assert someone.post(f"/open/{token}/").headers["Location"] == f"/cases/{case.pk}/"


def test_nobody_is_mailed_who_left_no_address_or_did_not_confirm_it(alice, committed):
    with committed():
        assert not queue(alice.case)
        alice.case.set_recovery_email(ALICE)
        assert not queue(alice.case)
    with override_settings(CAN_MAIL=False):
        alice.case.confirm_recovery_email(ALICE, at=NOW)
        alice.case.refresh_from_db()
        assert not queue(alice.case)
    assert not Mail.objects.exists()


def test_an_address_that_was_changed_meanwhile_gets_no_mail_and_nor_does_the_new_one_yet(
    case, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        queue(case)
    case.set_recovery_email("new@example.org")
    mails.send_waiting(at=NOW)
    assert mail.outbox == []
    assert not Mail.objects.exists()


def test_what_fails_is_tried_again_later_and_later_and_then_given_up(case, committed, no_server):
    with committed():
        queue(case)
    at = NOW
    for number, wait in enumerate(WAITS, start=1):
        row = the_mail()
        assert (row.status, row.tries) == ("waiting", number)
        assert row.next_try - row.changed_at == wait
        assert mails.send_waiting(at=row.next_try - timedelta(seconds=1)) == (
            "0 mails sent, 0 not sent."
        )
        at = row.next_try
        assert mails.send_waiting(at=at) == "0 mails sent, 1 not sent."
    assert (the_mail().status, the_mail().tries) == ("failed", len(WAITS) + 1)
    mails.send_waiting(at=at + timedelta(days=99))
    assert the_mail().tries == len(WAITS) + 1


def test_what_failed_goes_out_when_the_server_is_back(case, committed, monkeypatch, no_server):
    with committed():
        queue(case)
    monkeypatch.undo()
    mails.send_waiting(at=the_mail().next_try)
    assert len(mail.outbox) == 1
    assert the_mail().status == "sent"


def test_a_mail_whose_sender_was_killed_is_neither_stuck_nor_sent_twice(case, committed):
    queue(case)
    assert the_mail().take(at=NOW)
    mails.send_waiting(at=NOW + Mail.PATIENCE)
    assert the_mail().status == "sending"  # somebody may still be at it
    mails.send_waiting(at=NOW + Mail.PATIENCE + timedelta(seconds=1))
    assert the_mail().status == "unsure"
    assert mail.outbox == []


def test_of_two_who_send_at_once_one_does(case):
    queue(case)
    first, second = the_mail(), the_mail()
    assert first.take(at=NOW)
    assert not second.take(at=NOW)
    second.was_refused(at=NOW)  # it knows of no try, so it has nothing to say
    assert the_mail().status == "sending"


def test_who_comes_back_too_late_changes_nothing(case):
    queue(case)
    slow = the_mail()
    assert slow.take(at=NOW)
    the = the_mail()
    the.may_have_been_sent(at=NOW)
    slow.was_sent(at=NOW)
    assert the_mail().status == "unsure"


def test_a_line_that_breaks_too_late_is_not_tried_again(case, committed, no_server):
    no_server.append(mail_server.Unsure())
    with committed():
        queue(case)
    assert the_mail().status == "unsure"


def test_alice_and_dawn_are_told_that_a_mail_did_not_arrive(
    done, dawn, committed, no_server, monkeypatch
):
    Case.objects.filter(pk=done.case.pk).update(recovery_email=ALICE, recovery_confirmed_at=NOW)
    done.case.refresh_from_db()
    done.post(done.url("submit"), {"declared": ["true", "no-names", "people-know", "readers"]})
    version = done.case.versions.get()
    desk = f"/admin/cases/version/{version.pk}/change/"
    assert "may not have arrived" not in said(dawn.get(desk).text)
    no_server.append(mail_server.Unsure())
    with committed():
        queue(done.case)
    assert f"to {ALICE} may not have arrived" in said(done.see())
    assert f"to {ALICE} may not have arrived" in said(done.see("save"))
    assert "may not have arrived" in said(dawn.get(desk).text)
    monkeypatch.undo()
    with committed():
        queue(done.case, key="2")
    assert "may not have arrived" not in said(done.see())


def test_a_new_address_starts_with_a_clean_sheet(case, alice):
    Case.objects.filter(pk=case.pk).update(mail_failed_at=NOW)
    assert "may not have arrived" in said(alice.see("save"))
    alice.post(alice.url("save") + "address/", {"email": "new@example.org"})
    assert "may not have arrived" not in said(alice.see("save"))


def test_the_address_that_somebody_typed_for_a_lost_link_is_not_kept(case, committed):
    for email in (ALICE, "norma@example.org"):
        with committed():
            mails.send_links_later(email, at=NOW)
    assert len(mail.outbox) == 1
    assert not Mail.objects.exists()


def test_drafts_typed_by_the_last_e_mailed_link_go_along_with_the_news(case, committed):
    with committed():
        queue(case)
    old = AccessLink.objects.get(via="emailed")
    Draft.objects.create(case=case, link=old, step="need", typed={"need-problem": ["x"]})
    with committed():
        queue(case, key="2")
    address = next(line for line in mail.outbox[1].body.splitlines() if "/open/" in line)
    Person().post("/open/" + address.rpartition("/open/")[2])
    assert Draft.objects.get().link == AccessLink.objects.get(via="emailed", revoked_at=None)


def test_a_mail_of_a_case_that_is_gone_is_gone(case):
    queue(case)
    key = the_mail().pk
    case.delete()
    mails.deliver.call(key)
    assert mail.outbox == []


def test_a_fault_of_our_own_is_no_end_either(case, committed, monkeypatch):
    with committed():
        queue(case)
        monkeypatch.setattr("readiness.cases.mail_kinds.KINDS", {})
    assert (the_mail().status, the_mail().tries) == ("waiting", 1)
    with pytest.raises(KeyError):
        queue(case, key="2")


def test_an_address_that_takes_no_links_is_let_go_of_in_the_end(case, committed, no_server):
    with committed():
        mails.send_links_later(ALICE, at=NOW)
    while row := Mail.objects.first():
        mails.send_waiting(at=row.next_try)
    assert mail.outbox == []


def test_what_waits_is_sent_by_a_command_too(case, capsys, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        queue(case)
    call_command("send_mails")
    assert capsys.readouterr().out == "1 mails sent, 0 not sent.\n"
    assert len(mail.outbox) == 1
