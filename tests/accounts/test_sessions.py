"""Staff see where they are signed in, and end the others."""

import re

import pytest
from allauth.usersessions.models import UserSession

from readiness.accounts import roles
from tests.accounts.staff import Staff, code_of, member
from tests.people import said

pytestmark = pytest.mark.django_db

LIST = "/staff/signed-in/"


@pytest.fixture
def dawn():
    return member("dawn", roles.CONSULTANT)


def test_each_sign_in_is_listed_with_its_browser_and_the_one_at_hand_is_marked(dawn):
    here, there = Staff(), Staff(at="198.51.100.7")
    here.enter(dawn)
    there.defaults["HTTP_USER_AGENT"] = "Another browser <b>"
    there.enter(dawn, later=1)
    page = here.get(LIST).text
    assert "Another browser &lt;b&gt;" in page
    assert "198.51.100.7" in page
    assert page.count(">Here<") == 1
    assert page.count("<li>\n        <span>") == 2


def test_nobody_sees_the_sign_ins_of_others(dawn):
    eve = member("eve", roles.CONSULTANT)
    person, other = Staff(), Staff(at="198.51.100.7")
    person.enter(dawn)
    other.enter(eve)
    assert "198.51.100.7" not in person.get(LIST).text


def test_the_others_end_and_the_one_at_hand_goes_on(dawn):
    here, there = Staff(), Staff()
    here.enter(dawn)
    there.enter(dawn, later=1)
    assert there.is_in()
    assert "signed out everywhere but here" in said(here.post(LIST, follow=True).text)
    assert not there.is_in()
    assert here.is_in()


def ends(person):
    """The keys of the buttons that end one session."""
    return re.findall(r'name="end" value="(\d+)"', person.get(LIST).text)


def test_one_ends_and_the_rest_go_on(dawn):
    here, there, elsewhere = Staff(), Staff(), Staff()
    for later, person in enumerate((here, there, elsewhere), start=-1):
        person.enter(dawn, later=later)
    first, second = ends(here)
    assert "That browser is signed out." in said(here.post(LIST, {"end": first}, follow=True).text)
    assert [each.is_in() for each in (here, there, elsewhere)] == [True, False, True]
    assert ends(here) == [second]


def test_nobody_ends_the_sign_in_of_another_or_their_own_by_its_button(dawn):
    eve = member("eve", roles.CONSULTANT)
    person, other = Staff(), Staff()
    person.enter(dawn)
    other.enter(eve)
    own, not_hers = UserSession.objects.get(user=dawn), UserSession.objects.get(user=eve)
    for key in (not_hers.pk, "x", "9" * 30, ""):
        assert person.post(LIST, {"end": key}).status_code == 404
    person.post(LIST, {"end": own.pk})
    assert person.is_in()
    assert other.is_in()


def test_a_sign_in_ends_even_if_its_session_has_had_another_key_since(dawn, done):
    here, there = Staff(), Staff()
    here.enter(dawn)
    there.enter(dawn, later=1)
    there.join(done.case)  # opens a private link in the same browser, which changes the key
    assert there.is_in()
    here.post(LIST)
    assert not there.is_in()


def test_a_new_password_ends_the_other_sign_ins(dawn):
    here, there = Staff(), Staff()
    here.enter(dawn)
    there.enter(dawn, later=1)
    new = "four white geese walk"
    typed = {"oldpassword": "three brown hens lay", "password1": new, "password2": new}
    page = here.post("/staff/password/", typed, follow=True)
    assert "Your password is changed" in said(page.text)
    assert here.is_in()
    assert not there.is_in()
    again = Staff()
    again.first_step("dawn", new)
    again.second(code_of(dawn, -1))
    assert again.is_in()
