"""What is no passkey is refused with a sentence; taking one way off leaves the other."""

import pytest
from allauth.mfa.models import Authenticator

from readiness.accounts import roles
from tests.accounts.staff import SECOND, Staff, code_of, member
from tests.people import said

pytestmark = pytest.mark.django_db

ADD = "/staff/second-step/webauthn/add/"
NONE = [
    *("", "null", "1", '"x"', "[1]", "{", '{"id": 1}', '{"id": "AA", "rawId": "AA"}'),
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": []}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", '
    '"attestationObject": "AA", "authenticatorData": "AA", "signature": "AA"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "!", '
    '"attestationObject": 1, "authenticatorData": null, "signature": {}}}',
    # A number and a nesting that are too long to be read, and half a letter.
    *("9" * 5000, "[" * 100_000, '{"id": "\\ud800"}'),
]
NAMES = [each[:30] for each in NONE]


def with_a_passkey(user):
    """Give somebody a passkey of which nothing but its name is read."""
    data = {"name": "blue key", "credential": {}}
    return Authenticator.objects.create(user=user, type="webauthn", data=data)


@pytest.mark.parametrize("credential", NONE, ids=NAMES)
def test_what_is_no_passkey_is_not_set_up(credential):
    user = member("dawn", roles.CONSULTANT, step=False)
    person = Staff()
    person.first_step("dawn")
    person.get(ADD)
    page = person.post(ADD, {"name": "mine", "credential": credential})
    assert page.status_code == 200
    assert "There is a problem" in said(page.text)
    assert not Authenticator.objects.filter(user=user).exists()


@pytest.mark.parametrize("credential", NONE, ids=NAMES)
def test_what_is_no_passkey_signs_nobody_in(credential):
    member("dawn", roles.CONSULTANT)
    person = Staff()
    person.first_step("dawn")
    person.get(SECOND)
    page = person.post(SECOND, {"credential": credential})
    assert page.status_code == 200
    assert "There is a problem" in said(page.text)
    assert not person.is_in()


def test_one_of_two_ways_is_taken_off_and_the_session_goes_on():
    user = member("dawn", roles.CONSULTANT)
    person, other = Staff(), Staff()
    person.enter(user)
    other.enter(user, later=1)
    way = with_a_passkey(user)
    take_off = f"/staff/second-step/webauthn/keys/{way.pk}/remove/"
    again = person.get(take_off).headers["Location"]
    person.post(again, {"code": code_of(user, -1)})
    assert "blue key" in person.get(take_off).text
    person.post(take_off)
    assert not Authenticator.objects.filter(pk=way.pk).exists()
    assert person.is_in()
    assert not other.is_in()


@pytest.mark.parametrize("where", ["totp/activate/", "webauthn/add/"])
def test_no_browser_keeps_a_page_with_a_secret(where):
    member("dawn", roles.CONSULTANT, step=False)
    person = Staff()
    person.first_step("dawn")
    assert "no-store" in person.get(f"/staff/second-step/{where}").headers["Cache-Control"]


def test_nobody_takes_off_or_renames_the_passkey_of_another():
    eve, user = member("eve", roles.CONSULTANT), member("dawn", roles.CONSULTANT)
    way = with_a_passkey(eve)
    person = Staff()
    person.enter(user)
    pages = [f"/staff/second-step/webauthn/keys/{way.pk}/{part}/" for part in ("remove", "edit")]
    person.post(person.get(pages[0]).headers["Location"], {"code": code_of(user, 1)})
    for page in pages:
        assert person.get(page).status_code == 404
        assert person.post(page, {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=way.pk).exists()
