"""Until both steps are passed nobody is signed in: at which addresses, tests/access asks."""

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from readiness.accounts import roles, second_step
from readiness.accounts.gate import SET_UP as OPEN_HALF_WAY
from readiness.accounts.gate import Gate
from tests.accounts.staff import ADMIN, SIGN_IN, Staff, member, way_to
from tests.people import said

pytestmark = pytest.mark.django_db


def test_who_has_no_second_step_is_led_to_set_one_up_from_wherever_they_knock():
    user = member("dawn", roles.CONSULTANT, step=False)
    person = Staff()
    person.force_login(user)
    for where in (ADMIN, "/admin/cases/version/", "/review/1/business-case.pdf", SIGN_IN):
        led, page = way_to(person, where)
        assert led[-1] == "/staff/second-step/"
        assert "Set up a second step" in said(page.text)


def test_who_has_a_second_step_cannot_set_up_another_by_a_password_alone():
    user = member("dawn", roles.CONSULTANT)
    person = Staff()
    person.force_login(user)
    for page in ("", "totp/activate/", "webauthn/add/"):
        answer = person.get(f"/staff/second-step/{page}")
        assert answer.status_code == 302
        assert "second-step" not in answer.headers["Location"].partition("?")[0]
    assert "Sign in" in person.get(SIGN_IN).text


def test_the_pages_that_are_open_half_way_are_few():
    assert {
        "account_login",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_logout",
    } == OPEN_HALF_WAY


def test_the_mark_of_one_person_is_no_use_to_another():
    dawn, eve = member("dawn", roles.CONSULTANT), member("eve", roles.CONSULTANT)
    session = {}
    second_step.let_pass(session, dawn)
    assert second_step.passed(session, dawn)
    assert not second_step.passed(session, eve)
    assert not second_step.passed(session, AnonymousUser())


def test_a_sign_in_that_was_ended_cannot_set_up_the_second_step_that_was_reset():
    user = member("dawn", roles.CONSULTANT)
    thief = Staff()
    thief.sign_in(user)  # by a session that was stolen, without the password
    second_step.reset(user)
    for page in ("", "totp/activate/", "webauthn/add/"):
        answer = thief.get(f"/staff/second-step/{page}")
        assert answer.headers["Location"].startswith(SIGN_IN), page


def test_nor_can_one_that_was_about_to_set_it_up():
    user = member("dawn", roles.CONSULTANT, step=False)
    person = Staff()
    person.first_step("dawn")
    assert person.get("/staff/second-step/").status_code == 200
    second_step.end_everywhere(user)
    assert person.get("/staff/second-step/").status_code == 302


def test_signing_in_again_gives_the_session_a_new_key_and_keeps_the_private_links(done):
    user = member("dawn", roles.CONSULTANT)
    person = Staff()
    person.enter(user)
    person.join(done.case)
    before = person.session.session_key
    user.end_sign_ins()
    assert not person.is_in()
    person.enter(user, later=1)
    assert person.is_in()
    assert person.session.session_key != before
    assert person.get(person.url()).status_code == 200


def test_somebody_signs_in_at_the_browser_of_one_who_was_switched_off():
    dawn, eve = member("dawn", roles.CONSULTANT), member("eve", roles.CONSULTANT)
    person = Staff()
    person.enter(dawn)
    dawn.is_active = False
    dawn.save()
    person.enter(eve)
    assert person.is_in()


def test_a_case_is_filled_in_as_ever_by_whoever_is_half_signed_in(alice):
    alice.force_login(member("dawn", step=False))
    assert alice.get("/").status_code == 200
    assert alice.get("/staff/second-step/").status_code == 200


def test_a_view_that_asks_later_is_told_the_same():
    request = RequestFactory().get("/")
    request.session, request.user, request.resolver_match = {}, AnonymousUser(), None
    Gate(lambda _request: None).process_view(request, None, (), {})
    assert async_to_sync(request.auser)().is_anonymous
