"""Alice leaves an address, confirms it, loses her link and is sent a new one. Nobody learns more."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail, signing
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from readiness.cases import recovery
from readiness.cases.models import AccessLink, Case, Mail
from readiness.running.models import Tries
from tests.people import Person, answers, faults_on, said, value_in

ALICE = "alice@example.org"


@pytest.fixture
def post(mailoutbox, django_capture_on_commit_callbacks):
    """Post, and let the mail go out as it would when the transaction ends."""

    def _post(person, url, data=None):
        with django_capture_on_commit_callbacks(execute=True):
            return person.post(url, data or {})

    return _post


def leave_address(post, person, email=ALICE):
    return post(person, person.url("save") + "address/", {"email": email})


def link_in(message) -> str:
    """The path of the address in a mail."""
    return re.search(rf"{re.escape(settings.PUBLIC_URL)}(/\S+)", message.body)[1]


@pytest.fixture
def known(alice, post):
    """Alice, whose address is confirmed; the mails so far are put away."""
    leave_address(post, alice)
    post(Person(), link_in(mail.outbox.pop()))
    alice.case.refresh_from_db()
    return alice


def ask(post, email=ALICE, person=None):
    return post(person or Person(), "/lost-link/", {"email": email})


def test_an_address_counts_once_it_is_confirmed_by_a_press(alice, post):
    leave_address(post, alice)
    (message,) = mail.outbox
    assert message.to == [ALICE]
    someone = Person()
    assert "This is my address" in someone.get(link_in(message)).text
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is None  # looking is not confirming
    assert "Your address is confirmed" in post(someone, link_in(message)).text
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is not None
    assert someone.get(alice.url()).status_code == 404


def test_no_link_is_sent_to_an_address_that_is_not_confirmed(alice, post):
    leave_address(post, alice)
    mail.outbox.clear()
    ask(post)
    assert mail.outbox == []


def test_the_step_about_alice_offers_her_address_and_does_not_set_it(alice):
    alice.save("about-you", {"role": "manager", "email": ALICE})
    alice.case.refresh_from_db()
    assert alice.case.recovery_email == ""
    assert value_in(alice.see("save"), "email") == ALICE


def test_an_import_never_sets_the_address(done):
    assert "jo@example.org" in str(answers())
    assert done.case.recovery_email == ""


def test_alice_is_sent_a_new_link_that_opens_her_case(known, post):
    ask(post)
    (message,) = mail.outbox
    assert message.to == [ALICE]
    assert known.case.reference in message.body
    new = Person()
    assert new.post(link_in(message)).headers["Location"] == known.url()
    assert new.get(known.url()).status_code == 200


def test_the_address_may_be_asked_for_in_other_letters(known, post):
    ask(post, "  ALICE@Example.ORG ")
    assert [message.to for message in mail.outbox] == [[ALICE]]


def test_an_e_mailed_link_ends_after_24_hours(known, post):
    ask(post)
    link = AccessLink.objects.get(via="emailed")
    assert link.expires_at - link.created_at == timedelta(hours=24)
    assert link.label.startswith("e-mailed ")
    AccessLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())
    assert Person().get(link_in(mail.outbox[0])).status_code == 404


def test_a_new_e_mailed_link_takes_the_place_of_the_last_once_it_is_opened(known, post):
    known.join(known.case, label="shown before")
    ask(post)
    ask(post)
    first, second = mail.outbox
    assert Person().get(link_in(first)).status_code == 200
    Person().post(link_in(second))
    page = Person().get(link_in(first))
    assert page.status_code == 404
    assert "This link was closed" in page.text
    assert known.get(known.url()).status_code == 200


def test_whoever_knows_the_address_ends_nobody_s_session_by_asking_for_mails(known, post):
    ask(post)
    at_home = Person()
    at_home.case = known.case
    at_home.post(link_in(mail.outbox[0]))
    for _n in range(4):
        Tries.objects.all().delete()  # an hour later
        ask(post)
    assert at_home.get(at_home.url()).status_code == 200
    assert Person().get(link_in(mail.outbox[0])).status_code == 200


def test_of_the_e_mailed_links_that_nobody_opened_the_newest_three_stay(known, post):
    for _n in range(5):
        Tries.objects.all().delete()
        ask(post)
    codes = [Person().get(link_in(message)).status_code for message in mail.outbox]
    assert codes == [404, 404, 200, 200, 200]


def test_what_was_typed_by_the_last_e_mailed_link_is_there_by_the_next(known, post):
    """A link ends after a day; the words that were typed by it do not."""
    friday, monday = Person(), Person()
    friday.case = monday.case = known.case
    ask(post)
    friday.post(link_in(mail.outbox[0]))
    friday.send("control", {"control-how": "Half a thought", "keep": "yes"})
    AccessLink.objects.filter(via="emailed").update(expires_at=timezone.now())
    ask(post)
    monday.post(link_in(mail.outbox[1]))
    assert value_in(monday.see("control"), "control-how") == "Half a thought"
    assert value_in(known.see("control"), "control-how") == ""


def test_the_owners_are_told_on_the_case(known, post):
    assert "e-mailed to the recovery address" not in known.see()
    ask(post)
    assert "A link to this case was e-mailed to the recovery address" in said(known.see())
    AccessLink.objects.filter(via="emailed").update(revoked_at=timezone.now())
    assert "e-mailed to the recovery address" not in known.see()


def test_the_answer_is_the_same_whether_or_not_there_is_a_case(known, post):
    found = ask(post, ALICE)
    none = ask(post, "norma@example.org")
    assert found.status_code == none.status_code == 200
    assert said(found.text).replace(ALICE, "") == said(none.text).replace("norma@example.org", "")
    # Each is out of date as soon as it is made, and so names the second in which it was made.
    del found.headers["Expires"], none.headers["Expires"]
    assert found.headers.items() == none.headers.items()
    assert len(mail.outbox) == 1


def test_one_address_is_sent_three_mails_an_hour_and_the_answer_stays_the_same(known, post):
    told = {said(ask(post, ALICE).text) for _n in range(5)}
    assert len(told) == 1
    assert len(mail.outbox) == 3


def test_ten_tries_an_hour_come_from_one_place(known, post):
    for n in range(10):
        ask(post, f"nobody-{n}@example.org")
    ask(post, ALICE)
    assert mail.outbox == []


def test_five_confirmations_an_hour_go_out_for_one_case(alice, post):
    codes = [leave_address(post, alice, f"a{n}@example.org").status_code for n in range(6)]
    assert codes == [302] * 5 + [429]
    assert len(mail.outbox) == 5


def test_twenty_confirmations_an_hour_go_to_one_letter_box_from_however_many_cases(db, post):
    for _case in range(5):
        stranger = Person()
        stranger.begin()
        codes = [leave_address(post, stranger, "Victim@example.org").status_code for _ in range(5)]
        assert set(codes) <= {302, 429}
    assert len(mail.outbox) == 20


def test_all_cases_of_an_address_come_in_one_mail(known, charlie, post):
    Case.objects.filter(pk=charlie.case.pk).update(
        recovery_email=ALICE, recovery_confirmed_at=timezone.now()
    )
    ask(post)
    (message,) = mail.outbox
    assert message.body.count("/open/") == 2


def test_a_link_goes_to_the_very_address_that_was_confirmed_for_its_case(known, charlie, post):
    """Two boxes whose names differ by a letter's size may be two people's."""
    Case.objects.filter(pk=charlie.case.pk).update(
        recovery_email="Alice@example.org", recovery_confirmed_at=timezone.now()
    )
    ask(post)
    sent = {message.to[0]: message.body for message in mail.outbox}
    assert set(sent) == {ALICE, "Alice@example.org"}
    assert known.case.reference in sent[ALICE]
    assert charlie.case.reference not in sent[ALICE]


def test_a_mail_server_that_fails_shows_nothing_of_who_has_a_case(known, post, monkeypatch):
    def fail(*_args, **_kwargs):
        raise OSError("no mail today")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    found, none = ask(post, ALICE), ask(post, "norma@example.org")
    assert said(found.text).replace(ALICE, "") == said(none.text).replace("norma@example.org", "")
    assert mail.outbox == []


def test_the_page_does_the_same_work_whether_or_not_there_is_a_case(
    known, django_capture_on_commit_callbacks
):
    """So that its time tells nothing: whose the address is, is looked up behind the page."""
    asked = []
    for email in (ALICE, "norma@example.org"):
        person = Person()
        person.get("/lost-link/")
        with CaptureQueriesContext(connection) as found, django_capture_on_commit_callbacks():
            ask(lambda person, url, data: person.post(url, data), email, person)
        asked.append([re.sub(r"'[^']*'|\d+", "…", each["sql"]) for each in found])
    assert asked[0] == asked[1]
    assert Mail.objects.filter(kind="lost-link", case=None).count() == 2


@pytest.mark.parametrize("change", ["x", "A", ":", ""])
def test_an_altered_confirmation_confirms_nothing(alice, post, change):
    leave_address(post, alice)
    token = link_in(mail.outbox[0]).split("/")[2]
    wrong = f"/confirm/{token[:-1]}{change}/" if change else "/confirm/nothing/"
    if wrong == f"/confirm/{token}/":
        wrong = f"/confirm/{token[:-1]}B/"
    for answer in (alice.get(wrong), post(alice, wrong)):
        assert answer.status_code == 404
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is None


def test_a_confirmation_of_another_purpose_or_case_confirms_nothing(alice, post):
    leave_address(post, alice)
    for token in (
        signing.dumps([alice.case.pk, ALICE], salt="something-else"),
        signing.dumps([alice.case.pk + 1, ALICE], salt=recovery.SALT),
        signing.dumps([alice.case.pk, "other@example.org"], salt=recovery.SALT),
    ):
        assert post(alice, f"/confirm/{token}/").status_code == 404
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is None


def test_a_confirmation_is_good_for_seven_days(alice, post, monkeypatch):
    leave_address(post, alice)
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 7 * 24 * 60 * 60 + 1)
    assert post(alice, link_in(mail.outbox[0])).status_code == 404


def test_the_confirmation_of_an_address_that_was_changed_meanwhile_confirms_nothing(alice, post):
    leave_address(post, alice)
    leave_address(post, alice, "new@example.org")
    old, new = mail.outbox
    assert post(alice, link_in(old)).status_code == 404
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is None
    post(alice, link_in(new))
    alice.case.refresh_from_db()
    assert alice.case.recovery_confirmed_at is not None


def test_a_new_address_has_to_be_confirmed_before_it_counts_and_the_old_counts_no_more(known, post):
    leave_address(post, known, "new@example.org")
    mail.outbox.clear()
    ask(post, ALICE)
    ask(post, "new@example.org")
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["", "alice", "a@b", "a@example.org\nBcc: all@example.org"])
def test_what_is_no_address_is_said_on_both_pages(alice, post, email):
    for url in (alice.url("save") + "address/", "/lost-link/"):
        answer = post(alice, url, {"email": email})
        assert answer.status_code == 200
        assert faults_on(answer.text)
    assert mail.outbox == []


def test_the_links_in_mails_come_from_the_settings_and_never_from_the_request(
    known, post, settings
):
    settings.ALLOWED_HOSTS = ["evil.example", "testserver"]
    person = Person(headers={"host": "evil.example"})
    ask(post, person=person)
    leave_address(post, known, "other@example.org")
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        assert "evil.example" not in message.body
        assert settings.PUBLIC_URL in message.body


def test_where_no_mail_can_be_sent_nothing_is_promised(alice, post):
    with override_settings(CAN_MAIL=False):
        assert 'name="email"' not in alice.see("save")
        assert 'name="email"' not in alice.get("/lost-link/").text
        assert leave_address(post, alice).status_code == 404
        assert "sends no e-mail" in said(ask(post).text)
    assert mail.outbox == []
    alice.case.refresh_from_db()
    assert alice.case.recovery_email == ""
