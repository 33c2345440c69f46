"""Mails are handed to a real mail server, which may refuse them, be slow, or hang up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.cases import mails
from readiness.cases.models import Case, Mail
from tests.cases import smtp_servers
from tests.cases.smtp_servers import Post, mail_server

ALICE = "alice@example.org"
NOW = timezone.now()


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def case(alice):
    Case.objects.filter(pk=alice.case.pk).update(recovery_email=ALICE, recovery_confirmed_at=NOW)
    alice.case.refresh_from_db()
    return alice.case


def send(case) -> Mail:
    """Queue a mail, and have it sent."""
    mails.send_later("approve", case, key="1", at=NOW)
    return send_again(NOW)


def send_again(at) -> Mail:
    mails.send_waiting(at=at)
    return Mail.objects.get()


def test_a_server_gets_the_mail_as_it_was_meant(case, settings, post):
    with mail_server(settings, post):
        assert send(case).status == "sent"
    (taken,) = post.taken
    assert taken.rcpt_tos == [ALICE]
    assert taken.mail_from == settings.MAIL_FROM
    text = taken.content.decode()
    assert f"To: {ALICE}" in text
    assert "Subject: Your case was reviewed" in text
    assert case.reference in text
    assert "text/plain" in text
    assert "text/html" not in text
    assert max(len(line) for line in text.splitlines() if "/open/" not in line) <= 78


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [
        ("550 5.1.1 no such box", "failed"),
        ("553 not here", "failed"),
        ("450 try again", "waiting"),
        ("421 I am closing", "waiting"),
        ("452 too full", "waiting"),
    ],
)
def test_an_address_that_is_refused_for_good_is_not_tried_again(
    case, settings, post, answer, becomes
):
    post.to_address = answer
    with mail_server(settings, post):
        assert send(case).status == becomes
    assert post.taken == []


@pytest.mark.parametrize("answer", ["451 not now", "554 no thanks", "421 bye"])
def test_words_that_are_refused_are_tried_again(case, settings, post, answer):
    post.to_words = answer
    with mail_server(settings, post):
        row = send(case)
        assert row.status == "waiting"
        post.to_words = "250 OK"
        assert send_again(row.next_try).status == "sent"
    assert len(post.taken) == 1


def test_a_server_that_hangs_up_before_the_words_has_nothing_and_is_tried_again(
    case, settings, post
):
    post.hangs_up = "address"
    with mail_server(settings, post):
        row = send(case)
        assert row.status == "waiting"
        post.hangs_up = ""
        assert send_again(row.next_try).status == "sent"
    assert len(post.taken) == 1


def test_a_server_that_hangs_up_after_the_words_may_have_them_and_gets_them_no_second_time(
    case, settings, post
):
    post.hangs_up = "words"
    with mail_server(settings, post):
        row = send(case)
        assert row.status == "unsure"
        post.hangs_up = ""
        send_again(NOW + timedelta(days=3))
    assert len(post.taken) == 1


def test_a_server_that_is_not_there_is_tried_again(case, settings, caplog):
    smtp_servers.nobody_there(settings)
    assert send(case).status == "waiting"
    assert ALICE not in caplog.text
    assert "ConnectionRefusedError" in caplog.text


def test_the_log_names_no_address(case, settings, post, caplog):
    post.to_address = f"550 <{ALICE}> is nobody"
    with mail_server(settings, post):
        send(case)
    assert "SMTPRecipientsRefused" in caplog.text
    assert ALICE not in caplog.text


def test_mail_travels_encrypted_and_signed_in(case, settings, post, tmp_path, monkeypatch):
    context, file = smtp_servers.certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with mail_server(
        settings,
        post,
        use_tls=True,
        username="guide",
        password="secret",
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=smtp_servers.knows("guide", "secret"),
    ):
        assert send(case).status == "sent"


def test_nothing_is_said_to_a_server_that_nobody_vouches_for(case, settings, post, tmp_path):
    context, _file = smtp_servers.certificate(tmp_path)
    with mail_server(settings, post, use_tls=True, tls_context=context):
        assert send(case).status == "waiting"
    assert post.taken == []


def test_a_wrong_password_is_put_right_and_the_mail_goes_out(
    case, settings, post, tmp_path, monkeypatch
):
    context, file = smtp_servers.certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    server = {
        "use_tls": True,
        "username": "guide",
        "tls_context": context,
        "auth_required": True,
        "authenticator": smtp_servers.knows("guide", "secret"),
    }
    with mail_server(settings, post, password="wrong", **server):
        row = send(case)
        assert row.status == "waiting"
    with mail_server(settings, post, password="secret", **server):
        assert send_again(row.next_try).status == "sent"
