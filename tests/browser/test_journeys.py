"""People go all the way, from the start page to the confirmation, each in a way of their own."""

import pytest

from readiness.cases.models import Version
from readiness.cases.stages import path
from tests.browser.at_the_browser import AtTheBrowser, answer, scrolls_sideways
from tests.browser.keyboard import Keyboard
from tests.cases.organisations import CARE_HOMES, HOME_CARE, LUNCH_CLUB


def journey(person: AtTheBrowser, answers, look=lambda page: None) -> Version:
    """Start, answer each step in order, check and send; ``look`` sees every page on the way."""
    page = person.page
    page.goto("/")
    look(page)
    person.press("Start a new case")
    look(page)
    page.click("main .go")
    for step in path(answers):
        page.wait_for_url(f"**/{step}/")
        look(page)
        answer(page, step, answers)
    page.wait_for_url("**/check/")
    look(page)
    person.follow("Go on to send")
    look(page)
    for box in page.get_by_role("checkbox").all():
        box.check()
    person.press("Send this version")
    page.wait_for_url("**/sent/")
    look(page)
    return Version.objects.get()


@pytest.mark.parametrize(
    ("organisation", "verdict"),
    [
        pytest.param(CARE_HOMES, "go-ahead", id="care homes"),
        pytest.param(HOME_CARE, "get-ready", id="home care"),
        pytest.param(LUNCH_CLUB, "not-now", id="lunch club"),
    ],
)
def test_an_organisation_comes_from_the_start_to_its_verdict(alice, organisation, verdict):
    version = journey(alice, organisation)

    assert version.snapshot["answers"] == organisation
    assert version.verdict == verdict
    assert version.case.reference in alice.reads


def test_all_of_it_works_without_javascript(sit_down):
    version = journey(sit_down(javascript=False), CARE_HOMES)

    assert version.snapshot["answers"] == CARE_HOMES


def test_on_a_small_phone_no_page_scrolls_sideways(sit_down):
    wide = []

    def look(page):
        if scrolls_sideways(page):
            wide.append(page.url)

    journey(sit_down(width=320), HOME_CARE, look)

    assert wide == []


def test_all_of_it_works_with_the_keyboard_alone(alice):
    keys = Keyboard(alice.page)
    alice.page.goto("/")

    keys.press("Start a new case")
    keys.press("Go on with: About you", role="link")
    for step in path(LUNCH_CLUB):
        alice.page.wait_for_url(f"**/{step}/")
        keys.answer(step, LUNCH_CLUB[step])
    alice.page.wait_for_url("**/check/")
    keys.press("Go on to send", role="link")
    keys.tick_all("declared")
    keys.press("Send this version")
    alice.page.wait_for_url("**/sent/")

    assert Version.objects.get().snapshot["answers"] == LUNCH_CLUB
