"""Administrators add staff, switch them off, and help who lost their second step."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from readiness.accounts import roles
from readiness.accounts.models import Opening
from tests.accounts.staff import PASSWORD, Staff, code_of, member
from tests.people import said

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/user/"


@pytest.fixture
def ada():
    """An administrator, signed in."""
    person = Staff()
    person.user = member("ada", roles.ADMINISTRATOR)
    person.sign_in(person.user)
    return person


@pytest.fixture
def dawn():
    return member("dawn", roles.CONSULTANT, first_name="Dawn", email="dawn@example.org")


def page_of(user, part="change"):
    return f"{LIST}{user.pk}/{part}/"


def form_of(user, **changes):
    held = [str(pk) for pk in user.groups.values_list("pk", flat=True)]
    typed = {"username": user.username, "first_name": user.first_name, "last_name": ""}
    return typed | {"email": user.email, "groups": held, "is_active": "on"} | changes


def role(name):
    return str(Group.objects.get(name=name).pk)


def log():
    return list(Opening.objects.values_list("user__username", "deed", "label"))


def link_on(page):
    return re.search(r"(/staff/password/new/[^\s<]+)", page)[1]


def test_somebody_new_gets_a_role_and_a_link_that_is_shown_once(ada):
    typed = {"first_name": "Bea", "last_name": "O’Hara", "groups": [role(roles.CONSULTANT)]}
    page = ada.post(f"{LIST}add/", typed, follow=True).text
    bea = get_user_model().objects.get(username="bea.ohara")
    assert [group.name for group in bea.groups.all()] == [roles.CONSULTANT]
    assert bea.is_staff
    assert not bea.has_usable_password()
    assert log() == [("ada", "added", "Bea O’Hara")]
    assert "/staff/password/new/" not in ada.get(LIST).text
    person = Staff()
    form = person.get(link_on(page)).headers["Location"]
    person.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert person.first_step("bea.ohara").status_code == 302


@pytest.mark.parametrize(
    "typed", [{}, {"first_name": "李"}, {"first_name": "Bea"}, {"groups": ["999"]}]
)
def test_somebody_new_needs_a_name_and_a_role(ada, typed):
    answer = ada.post(f"{LIST}add/", typed)
    assert answer.status_code == 200
    assert 'class="errornote"' in answer.text
    assert get_user_model().objects.count() == 1


def test_two_of_the_same_name_get_two_user_names(ada):
    typed = {"first_name": "Bea", "last_name": "Hill", "groups": [role(roles.EDITOR)]}
    for _n in range(2):
        ada.post(f"{LIST}add/", typed)
    found = get_user_model().objects.filter(last_name="Hill").values_list("username", flat=True)
    assert sorted(found) == ["bea.hill", "bea.hill2"]


def test_somebody_is_switched_off_and_out_at_once(ada, dawn):
    person = Staff()
    person.enter(dawn)
    typed = form_of(dawn)
    del typed["is_active"]
    ada.post(page_of(dawn), typed)
    assert not person.is_in()
    assert log() == [("ada", "changed", "Dawn")]


def test_another_role_counts_from_the_next_sign_in(ada, dawn):
    person = Staff()
    person.enter(dawn)
    ada.post(page_of(dawn), form_of(dawn, groups=[role(roles.EDITOR)]))
    assert not person.is_in()
    person.enter(dawn, later=1)
    assert person.get("/admin/cases/version/").status_code == 403


def test_a_lost_second_step_is_reset_by_a_press_and_noted(ada, dawn):
    person = Staff()
    person.enter(dawn)
    page = ada.get(page_of(dawn, "second-step")).text
    assert "speak to them first" in said(page)
    assert Authenticator.objects.filter(user=dawn).exists(), "looking changes nothing"
    assert log() == []
    ada.post(page_of(dawn, "second-step"))
    assert not Authenticator.objects.filter(user=dawn).exists()
    assert not person.is_in()
    assert log() == [("ada", "reset", "Dawn")]
    person.first_step("dawn")
    led = person.get("/admin/", follow=True)
    assert "Set up a second step" in said(led.text)


def test_a_new_link_is_shown_and_noted(ada, dawn):
    ada.get(page_of(dawn, "sign-in-link"))
    assert log() == []
    page = ada.post(page_of(dawn, "sign-in-link"), follow=True).text
    assert Staff().get(link_on(page)).status_code == 302
    assert log() == [("ada", "link", "Dawn")]


def test_the_page_of_a_person_shows_no_password_and_no_secret(ada, dawn):
    page = ada.get(page_of(dawn)).text
    assert dawn.password not in page
    assert "sha" not in page.lower()
    assert 'name="is_superuser"' not in page
    assert "Give a new sign-in link" in page
    assert "Reset the second step" in page


@pytest.mark.parametrize(
    "query", ["user/?password__startswith=md5", "opening/?user__password__startswith=md5"]
)
def test_no_list_can_be_asked_for_the_letters_of_a_password(ada, query):
    answer = ada.get(f"/admin/accounts/{query}")
    assert answer.status_code in {302, 400}


def test_an_administrator_makes_nobody_a_superuser_and_changes_none(ada, dawn):
    ada.post(page_of(dawn), form_of(dawn, is_superuser="on", user_permissions=["1"]))
    dawn.refresh_from_db()
    assert not dawn.is_superuser
    assert not dawn.user_permissions.exists()
    root = get_user_model().objects.create_superuser("root", password=PASSWORD)
    assert ada.post(page_of(root), form_of(root, email="ada@example.org")).status_code == 403
    for part in ("second-step", "sign-in-link"):
        assert ada.post(page_of(root, part)).status_code == 403
    root.refresh_from_db()
    assert root.email == ""


@pytest.mark.parametrize("part", ["second-step", "sign-in-link"])
def test_somebody_who_is_not_there_is_no_error(ada, part):
    assert ada.get(f"{LIST}999/{part}/").status_code == 404


def test_the_list_asks_no_more_for_more_people(ada, django_assert_max_num_queries):
    for n in range(12):
        member(f"person{n}", roles.CONSULTANT, step=False)
    with django_assert_max_num_queries(9):
        page = ada.get(LIST).text
    assert page.count("consultant") >= 12


def test_the_secrets_and_the_sessions_of_others_have_no_page_in_the_admin(ada):
    root = Staff()
    root.sign_in(get_user_model().objects.create_superuser("root", password=PASSWORD))
    page = root.get("/admin/").text
    for each in ("mfa", "usersessions", "emailaddress", "auth/group"):
        assert each not in page


def test_a_code_still_works_after_somebody_else_was_reset(ada, dawn):
    eve = member("eve", roles.CONSULTANT)
    ada.post(page_of(dawn, "second-step"))
    person = Staff()
    person.enter(eve, code=code_of(eve))
    assert person.is_in()


@pytest.mark.parametrize("changes", [{"is_active": ""}, {"groups": []}])
def test_the_last_administrator_stays_one(ada, changes):
    changes = {"groups": [role(roles.CONSULTANT)]} if "groups" in changes else changes
    page = ada.post(page_of(ada.user), form_of(ada.user, **changes))
    assert "This is the last administrator." in said(page.text)
    assert roles.is_last_administrator(ada.user)
    member("bea", roles.ADMINISTRATOR)
    assert not roles.is_last_administrator(ada.user)
    assert ada.post(page_of(ada.user), form_of(ada.user, **changes)).status_code == 302


def test_a_one_time_link_is_never_in_a_cookie(ada, dawn):
    ada.post(page_of(dawn, "sign-in-link"))
    assert "messages" not in ada.cookies
