"""Dawn gives somebody a new owner's link after a check; it is logged, and told on the case."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.test.utils import override_settings

from readiness.accounts import roles
from readiness.accounts.models import Opening
from readiness.cases.models import AccessLink
from readiness.running.models import Tries
from tests.desk.at_the_desk import page, page_of
from tests.people import Person, said, value_in

CHECKED = "Rang the home on the number of the regulator’s website"


@pytest.fixture
def give(dawn, sent, mailoutbox, django_capture_on_commit_callbacks):
    """Fill in the form and press the button; the mail goes out as it would."""

    def _give(person=dawn, **typed):
        values = {"key": "k", "checked": CHECKED, "email": "alice@example.org", "certain": "on"}
        with django_capture_on_commit_callbacks(execute=True):
            url = f"/admin/cases/version/{sent.pk}/owner-link/"
            return person.post(url, values | typed)

    return _give


def path_in(text):
    return re.search(rf"{re.escape(settings.PUBLIC_URL)}(/open/[\w-]+/)", text)[1]


def test_the_link_is_mailed_and_dawn_never_sees_it(give, dawn, done, sent):
    answer = give()
    assert answer.headers["Location"].startswith(page_of(sent))
    (message,) = mail.outbox
    assert message.to == ["alice@example.org"]
    html = dawn.get(answer.headers["Location"]).text
    assert "The link goes to alice@example.org." in said(html)
    assert "/open/" not in html
    alice = Person()
    alice.case = done.case
    assert alice.post(path_in(message.body)).headers["Location"] == done.url()
    assert alice.get(alice.url("share")).status_code == 200


def test_the_link_makes_an_owner_for_24_hours_and_closes_no_other(give, done):
    give()
    link = AccessLink.objects.get(via="desk")
    assert (link.role, (link.expires_at - link.created_at).total_seconds()) == ("owner", 86400)
    assert done.get(done.url("share")).status_code == 200


def test_the_check_stands_in_the_audit_log_and_the_address_with_the_case(give, dawn, sent):
    give()
    line = Opening.objects.get(deed="owner-link")
    assert (line.user.username, line.words, line.label) == ("dawn", CHECKED, str(sent))
    text = said(page(dawn, sent).text)
    assert f"Gave a new owner’s link, to alice@example.org. The check: {CHECKED}" in text


def test_the_owners_read_it_on_the_case_and_can_close_it(give, done):
    give()
    text = said(done.see())
    assert "A consultant gave a new owner’s link to this case on" in text
    assert "given by a consultant" in said(done.see("share"))
    link = AccessLink.objects.get(via="desk")
    done.post(done.url(f"share/{link.pk}/close"))
    assert Person().get(path_in(mail.outbox[0].body)).status_code == 404
    assert "A consultant gave a new owner’s link" in said(done.see())  # it was given all the same


def test_an_editor_is_told_nothing_of_it(give, done):
    give()
    editor = Person()
    editor.join(done.case, role=AccessLink.Role.EDITOR)
    assert "A consultant gave" not in said(editor.see())


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"checked": " "}, "Say how you checked."),
        ({"checked": "x" * 201}, "at most 200 characters"),
        ({"email": ""}, "Give the address that the link goes to."),
        ({"email": "alice"}, "Enter a valid email address."),
        ({"certain": ""}, "Confirm that you are sure."),
    ],
)
def test_without_a_check_and_an_address_no_link_is_given(give, typed, fault):
    answer = give(**typed)
    assert answer.status_code == 422
    assert fault in said(answer.text)
    assert value_in(answer.text, "checked") == ({"checked": CHECKED} | typed)["checked"]
    assert not AccessLink.objects.filter(via="desk").exists()
    assert mail.outbox == []


def test_a_second_press_gives_and_notes_nothing_twice(give):
    for _n in range(2):
        assert give().status_code == 302
    assert AccessLink.objects.filter(via="desk").count() == 1
    assert Opening.objects.filter(deed="owner-link").count() == 1
    assert len(mail.outbox) == 1


def test_three_a_day_are_given_for_a_case(give):
    codes = [give(key=f"k{n}").status_code for n in range(4)]
    assert codes == [302, 302, 302, 422]
    Tries.objects.all().delete()
    assert give(key="k5").status_code == 302


def test_where_no_mail_can_be_sent_it_is_shown_once(give, dawn, done, sent):
    with override_settings(CAN_MAIL=False):
        assert 'name="email"' not in page(dawn, sent).text
        answer = give()
        assert answer.status_code == 200
        assert "/open/" not in page(dawn, sent).text
    alice = Person()
    assert alice.post(path_in(answer.text)).headers["Location"] == done.url()
    assert mail.outbox == []


def test_whoever_does_not_review_gives_none(give, sent, done, django_user_model):
    from readiness.accounts import second_step

    user = django_user_model.objects.create_user("ed", password="ed", is_staff=True)
    roles.give(user, roles.EDITOR)
    second_step.set_up(user)
    ed = Person()
    ed.sign_in(user)
    assert give(ed).status_code == 403
    assert give(Person()).status_code == 302  # to sign in
    assert give(done).status_code == 302
    assert not AccessLink.objects.filter(via="desk").exists()
