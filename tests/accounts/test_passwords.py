"""A forgotten password is replaced by a link that comes by e-mail, where this copy sends any."""

import re

import pytest
from django.core import mail

from readiness.accounts import roles
from tests.accounts.staff import ELSEWHERE, PASSWORD, Staff, code_of, member
from tests.people import faults_on, said

pytestmark = pytest.mark.django_db

ASK = "/staff/password/forgotten/"
NEW = "four white geese walk"


@pytest.fixture
def dawn(settings):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    return member("dawn", roles.CONSULTANT, email="dawn@example.org")


def link():
    """Where the last mail leads."""
    return re.search(r"http://127.0.0.1:8000(/staff/password/new/\S+)", mail.outbox[-1].body)[1]


def set_new(person, address, password=NEW):
    """Open a link and type a new password."""
    form = person.get(address)
    if form.status_code != 302:
        return form
    typed = {"password1": password, "password2": password}
    return person.post(form.headers["Location"], typed, follow=True)


def test_a_link_comes_by_e_mail_and_sets_a_new_password_once(dawn):
    person = Staff()
    person.post(ASK, {"email": "Dawn@example.org"})
    assert "your account “dawn”" in mail.outbox[0].body
    where = link()
    assert "Your password is saved" in said(set_new(person, where).text)
    assert "This link does not work" in said(set_new(Staff(), where, PASSWORD).text)
    person.first_step("dawn", NEW)
    assert not person.is_in(), "the second step is still asked for"
    person.second(code_of(dawn))
    assert person.is_in()


def test_a_new_password_ends_every_sign_in(dawn):
    person = Staff()
    person.enter(dawn)
    other = Staff()
    other.post(ASK, {"email": "dawn@example.org"})
    set_new(other, link())
    assert not person.is_in()


def test_a_link_runs_out_after_a_day(dawn, settings):
    Staff().post(ASK, {"email": "dawn@example.org"})
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "more than a day old" in said(set_new(Staff(), link()).text)


def test_an_address_that_is_known_and_one_that_is_not_are_answered_the_same(dawn):
    pages = [
        Staff().post(ASK, {"email": email}, follow=True)
        for email in ("dawn@example.org", "nobody@example.org")
    ]
    words = [said(page.text) for page in pages]
    assert words[0] == words[1]
    assert pages[0].redirect_chain == pages[1].redirect_chain
    assert [each.to for each in mail.outbox] == [["dawn@example.org"]]


def test_whoever_was_switched_off_gets_no_link(dawn):
    dawn.is_active = False
    dawn.save()
    Staff().post(ASK, {"email": "dawn@example.org"})
    assert mail.outbox == []


def test_a_former_address_gets_no_link(dawn):
    Staff().post(ASK, {"email": "dawn@example.org"})
    dawn.email = "new@example.org"
    dawn.save()
    Staff().post(ASK, {"email": "dawn@example.org"})
    assert len(mail.outbox) == 1
    assert "This link does not work" in said(set_new(Staff(), link()).text)


def test_nobodys_letter_box_is_filled_with_links(dawn):
    for n in range(7):
        Staff(at=f"203.0.113.{n}").post(ASK, {"email": "dawn@example.org"})
    assert len(mail.outbox) == 5
    page = Staff(at=ELSEWHERE).post(ASK, {"email": "dawn@example.org"})
    assert page.status_code == 429
    assert "That was a lot in a short time" in said(page.text)


def test_a_copy_that_sends_no_mail_says_so_and_sends_none(dawn, settings):
    settings.CAN_MAIL = False
    page = Staff().get(ASK).text
    assert 'name="email"' not in page
    assert "Ask an administrator" in said(page)
    Staff().post(ASK, {"email": "dawn@example.org"})
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short one", "This password is too short. It must contain at least 12 characters."),
        ("password1234", "This password is too common."),
        ("483920174652", "This password is entirely numeric."),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(dawn, password, fault):
    person = Staff()
    person.post(ASK, {"email": "dawn@example.org"})
    assert fault in faults_on(set_new(person, link(), password).text)


def test_the_link_has_our_own_address_whatever_the_request_says(dawn, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Staff().post(ASK, {"email": "dawn@example.org"}, headers={"host": "evil.example"})
    assert "evil.example" not in mail.outbox[0].body
    assert link()
