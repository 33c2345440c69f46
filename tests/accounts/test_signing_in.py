"""Staff sign in with two steps. Whoever has no second one is led to set it up before anything else."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.urls import NoReverseMatch, get_resolver, reverse

from readiness.accounts import people, roles, second_step
from tests.accounts.staff import (
    ADMIN,
    PASSWORD,
    SECOND,
    SET_UP,
    SIGN_IN,
    Staff,
    code_for,
    code_of,
    member,
    recovery_codes_of,
    secret_on,
    way_to,
)
from tests.people import faults_on, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def dawn():
    return member("dawn", roles.CONSULTANT)


@pytest.mark.django_db(transaction=True)  # what is set up counts once it is committed
def test_the_first_sign_in_goes_from_a_link_to_the_review_desk():
    dawn = people.add("Dawn Price", "dawn@example.org", roles.CONSULTANT)
    person = Staff()

    set_password = person.get(people.sign_in_link(dawn).removeprefix("http://127.0.0.1:8000"))
    new = {"password1": PASSWORD, "password2": PASSWORD}
    saved = person.post(set_password.headers["Location"], new, follow=True)
    assert "Your password is saved" in said(saved.text)

    person.first_step("dawn.price")
    _led, page = way_to(person, ADMIN)
    assert "Set up a second step" in said(page.text)

    set_up = "/staff/second-step/totp/activate/"
    code = code_for(secret_on(person.get(set_up).text))
    shown = person.post(set_up, {"code": code}, follow=True)
    codes = recovery_codes_of(dawn)
    assert len(codes) == 10
    assert all(code in shown.text for code in codes)
    assert person.is_in()


def test_both_steps_lead_to_the_page_that_was_asked_for(dawn):
    person = Staff()
    wanted = "/admin/cases/version/"
    led, _page = way_to(person, wanted)
    person.post(led[-1], {"login": "dawn", "password": PASSWORD})
    assert person.second(code_of(dawn)).headers["Location"] == wanted
    assert person.get(wanted).status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:1"])
def test_signing_in_leads_to_no_other_site(dawn, elsewhere):
    person = Staff()
    person.first_step("dawn", after=f"?next={elsewhere}")
    assert person.second(code_of(dawn)).headers["Location"] == ADMIN


def test_a_password_alone_opens_nothing(dawn):
    person = Staff()
    person.first_step("dawn")
    assert not person.is_in()
    assert person.get(SET_UP).status_code == 302
    assert person.get("/staff/second-step/totp/activate/").status_code == 302


@pytest.mark.parametrize(
    ("login", "password"), [("dawn", "wrong"), ("nobody", PASSWORD), ("nobody", "wrong")]
)
def test_a_wrong_password_and_an_unknown_name_are_told_the_same(dawn, login, password):
    page = Staff().first_step(login, password).text
    assert faults_on(page) == ["That name and password do not go together."]
    assert "<title>Error:" in page


def test_a_wrong_code_is_refused_and_the_right_one_goes_on(dawn):
    person = Staff()
    person.first_step("dawn")
    page = person.second("000000").text
    assert "That code is not right" in said(page)
    assert person.second(code_of(dawn)).headers["Location"] == ADMIN
    assert person.is_in()


def test_a_code_works_once(dawn):
    code = code_of(dawn)
    Staff().enter(dawn, code=code)
    another = Staff()
    another.enter(dawn, code=code)
    assert not another.is_in()


def test_a_recovery_code_stands_in_for_the_app_once(dawn):
    code = recovery_codes_of(dawn)[0]
    for person, let_in in ((Staff(), True), (Staff(), False)):
        person.enter(dawn, code=code)
        assert person.is_in() is let_in


def test_recovery_codes_are_shown_once_and_new_ones_take_their_place(dawn):
    person = Staff()
    person.enter(dawn)
    old = recovery_codes_of(dawn)
    for page in ("", "generate/"):
        person.get(f"/staff/second-step/recovery-codes/{page}")
    asked = person.get("/staff/second-step/recovery-codes/")
    person.post(asked.headers["Location"], {"code": code_of(dawn, 1)})
    person.post("/staff/second-step/recovery-codes/generate/")
    new = recovery_codes_of(dawn)
    assert not set(new) & set(old)
    assert new[0] in person.get("/staff/second-step/recovery-codes/").text
    again = person.get("/staff/second-step/recovery-codes/").text
    assert "10 of your codes are left" in said(again)
    assert not [code for code in new if code in again]


def test_what_is_delicate_asks_for_the_second_step_again(dawn):
    person = Staff()
    person.enter(dawn)
    for page in ("totp/deactivate/", "webauthn/add/", "recovery-codes/generate/"):
        assert "/reauthenticate/" in person.get(f"/staff/second-step/{page}").headers["Location"]
    again = person.get("/staff/again/")
    assert "/second-step/reauthenticate/" in again.headers["Location"], "not by a password"


def test_an_app_that_is_taken_off_has_to_be_followed_by_another(dawn):
    person, other = Staff(), Staff()
    person.enter(dawn)
    other.enter(dawn, later=1)
    take_off = "/staff/second-step/totp/deactivate/"
    person.post(person.get(take_off).headers["Location"], {"code": code_of(dawn, -1)})
    person.post(take_off)
    assert not Authenticator.objects.filter(user=dawn).exists()
    assert not other.is_in()
    _led, page = way_to(person, ADMIN)
    assert "Set up a second step" in said(page.text)


def test_somebody_who_was_switched_off_is_out_at_once_and_cannot_come_back(dawn):
    person = Staff()
    person.enter(dawn)
    dawn.is_active = False
    dawn.save()
    assert not person.is_in()
    page = Staff().post(SIGN_IN, {"login": "dawn", "password": PASSWORD}, follow=True)
    assert "This account is switched off" in said(page.text)


def test_somebody_who_is_no_staff_is_told_so_and_not_led_in_a_circle():
    user = member("eve", step=True)
    user.is_staff = False
    user.save()
    person = Staff()
    person.enter(user)
    assert person.get(ADMIN, follow=True).status_code == 403


def test_signing_out_is_a_press_of_a_button(dawn):
    person = Staff()
    person.enter(dawn)
    assert "Sign out" in person.get("/staff/sign-out/").text
    assert person.is_in()
    person.post("/staff/sign-out/")
    assert not person.is_in()


def test_the_admins_own_sign_in_and_password_pages_lead_to_ours(dawn):
    person = Staff()
    assert person.get("/admin/login/").headers["Location"].startswith(SIGN_IN)
    person.enter(dawn)
    assert person.get("/admin/login/").headers["Location"] == ADMIN
    assert person.get("/admin/password_change/").headers["Location"] == "/staff/password/"
    assert person.get(SIGN_IN).headers["Location"] == ADMIN


def test_nobody_can_sign_up():
    for name in ("account_signup", "account_email", "socialaccount_signup"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert not get_adapter().is_open_for_signup(None)
    staff = next(each for each in get_resolver().url_patterns if str(each.pattern) == "staff/")
    assert not [each for each in staff.url_patterns if "sign-up" in str(each.pattern)]


def test_the_secret_of_an_app_is_sealed_in_the_database(dawn):
    for way in Authenticator.objects.filter(user=dawn):
        assert str(next(iter(way.data.values()))).startswith("gAAAA") or "seed" in way.data
    seed = Authenticator.objects.get(user=dawn, type="recovery_codes").data["seed"]
    assert seed.startswith("gAAAA")


def test_a_code_that_was_sealed_with_a_former_key_still_opens(dawn, settings):
    code = code_of(dawn)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "n" * 60
    person = Staff()
    person.first_step("dawn")
    assert person.second(code).headers["Location"] == ADMIN


def test_staff_without_a_second_step_are_not_taken_for_somebody_with_one(dawn):
    Authenticator.objects.filter(user=dawn, type="totp").delete()
    assert not second_step.has_one(dawn), "recovery codes alone are none"
    person = Staff()
    assert person.first_step("dawn").headers["Location"] != SECOND
    assert not person.is_in()
