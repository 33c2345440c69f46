"""Staff sign in at a real browser: by keyboard, with an app or a passkey, on accessible pages,
and nothing that the content security policy forbids is asked for."""

import re

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from readiness.accounts import people, roles
from readiness.accounts.models import User
from tests.accounts.staff import PASSWORD, code_for, code_of, member
from tests.browser.at_the_browser import ERROR, scrolls_sideways
from tests.browser.test_accessible import faults

SET_UP = "/staff/second-step/"
LOCAL = re.compile(r"//127\.0\.0\.1")  # a passkey belongs to a name, and an address is none


@pytest.fixture
def dawn(sit_down):
    """A consultant at her browser, with axe at her side."""
    person = sit_down()
    person.context.add_init_script(path=AXE_FILE_PATH)
    return person


@pytest.fixture
def complaints(dawn):
    """What the browser complains of, such as something that the policy forbids."""
    found: list[str] = []
    dawn.page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    dawn.page.on("pageerror", lambda fault: found.append(str(fault)))
    return found


def first_step(person, name="dawn"):
    person.page.fill("#id_login", name)
    person.page.fill("#id_password", PASSWORD)
    person.press("Go on")


def enter(person, user):
    person.page.goto("/staff/sign-in/")
    first_step(person, user.username)
    person.page.fill("#id_code", code_of(user))
    person.press("Sign in")


def secret(page):
    return page.inner_text("p.address")


def test_the_first_sign_in_is_accessible_from_the_link_to_the_codes(dawn, complaints):
    page, found = dawn.page, []
    user = people.add("Dawn", "", roles.CONSULTANT)

    page.goto(people.sign_in_link(user))
    dawn.press("Save the password")
    found += faults(page)
    expect(page).to_have_title(ERROR)
    assert page.evaluate("document.activeElement.className") == "faults"
    page.fill("#id_password1", PASSWORD)
    page.fill("#id_password2", PASSWORD)
    dawn.press("Save the password")
    found += faults(page)
    dawn.follow("Sign in")
    found += faults(page)
    first_step(dawn)
    assert "Set up a second step" in dawn.reads
    found += faults(page)
    dawn.follow("Set up an app")
    found += faults(page)
    page.fill("#id_code", "000000")
    dawn.press("Set it up")
    found += faults(page)
    page.fill("#id_code", code_for(secret(page)))
    dawn.press("Set it up")
    assert "Recovery codes" in dawn.reads
    assert page.locator(".panel li").count() == 10
    found += faults(page)
    dawn.follow("I have kept them")

    assert dawn.at == "admin"
    assert found == []
    assert complaints == []


def test_the_second_step_and_the_pages_of_ones_own_sign_in_are_accessible(dawn, complaints):
    page, found = dawn.page, []
    user = member("dawn", roles.ADMINISTRATOR)

    page.goto("/staff/sign-in/")
    page.fill("#id_login", "dawn")
    dawn.press("Go on")
    found += faults(page)
    first_step(dawn)
    found += faults(page)
    page.fill("#id_code", "000000")
    dawn.press("Sign in")
    found += faults(page)
    page.fill("#id_code", code_of(user))
    dawn.press("Sign in")
    for address in (
        SET_UP,
        f"{SET_UP}webauthn/",
        f"{SET_UP}totp/deactivate/",
        "/staff/password/",
        "/staff/password/forgotten/",
        "/staff/password/sent/",
        "/staff/signed-in/",
        "/staff/closed/",
        "/staff/sign-out/",
    ):
        page.goto(address)
        found += faults(page)

    assert found == []
    assert complaints == []


@pytest.mark.parametrize("part", ["", "add/", "{pk}/change/", "{pk}/second-step/"])
def test_the_pages_of_staff_in_the_admin_are_accessible(dawn, complaints, part):
    user = member("dawn", roles.ADMINISTRATOR, first_name="Dawn")
    enter(dawn, user)

    dawn.page.goto(f"/admin/accounts/user/{part.format(pk=user.pk)}")

    assert faults(dawn.page) == []
    assert complaints == []


def test_the_audit_log_is_accessible(dawn, complaints):
    user = member("dawn", roles.ADMINISTRATOR)
    enter(dawn, user)
    dawn.page.goto(f"/admin/accounts/user/{user.pk}/sign-in-link/")
    dawn.page.get_by_role("button", name="Make the link").click()
    dawn.page.goto("/admin/accounts/opening/")

    assert "gave a new sign-in link" in dawn.page.inner_text("main")
    assert faults(dawn.page) == []
    assert complaints == []


def with_a_device(person):
    """Give the browser a device that unlocks passkeys by itself."""
    session = person.context.new_cdp_session(person.page)
    session.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})


def test_a_passkey_is_set_up_and_then_signs_somebody_in(dawn, complaints):
    page, found = dawn.page, []
    member("dawn", roles.CONSULTANT, step=False)
    with_a_device(dawn)
    here = LOCAL.sub("//localhost", dawn.guide)

    page.goto(f"{here}/staff/sign-in/")
    first_step(dawn)
    dawn.follow("Set up a passkey")
    found += faults(page)
    page.fill("#id_name", "work laptop")
    dawn.press("Set it up")
    page.wait_for_url("**/recovery-codes/")
    dawn.follow("I have kept them")
    assert dawn.at == "admin"

    page.goto(f"{here}{SET_UP}webauthn/")
    assert "work laptop" in dawn.reads
    found += faults(page)
    page.goto(f"{here}/staff/sign-out/")
    dawn.press("Sign out")
    first_step(dawn)
    found += faults(page)
    dawn.press("Use a passkey")
    page.wait_for_url("**/admin/")

    assert found == []
    assert complaints == []


def test_without_a_device_the_page_says_that_no_passkey_was_used(dawn):
    member("dawn", roles.CONSULTANT, step=False)
    dawn.page.goto("/staff/sign-in/")
    first_step(dawn)
    dawn.follow("Set up a passkey")
    assert not dawn.page.get_by_text("No passkey was used").is_visible()
    dawn.press("Set it up")
    dawn.page.get_by_text("No passkey was used").wait_for()
    assert faults(dawn.page) == []


def test_somebody_signs_in_by_keyboard_without_javascript_on_a_narrow_screen(sit_down):
    person = sit_down(javascript=False, width=320)
    user, page = member("dawn", roles.CONSULTANT), person.page
    page.goto("/admin/")
    page.focus("#id_login")
    page.keyboard.type("dawn")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.focus("#id_code")
    page.keyboard.type(code_of(user))
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    for address in (SET_UP, "/staff/signed-in/", "/staff/password/", f"{SET_UP}webauthn/"):
        page.goto(address)
        assert not scrolls_sideways(page), address
    assert User.objects.get().last_login
