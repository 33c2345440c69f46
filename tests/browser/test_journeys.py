"""People go all the way, from the start page to the confirmation, each in a way of their own."""

from readiness.cases.models import Version
from readiness.cases.stages import TO_SEND, path
from tests.browser.at_the_browser import AtTheBrowser, answer, scrolls_sideways
from tests.browser.keyboard import Keyboard
from tests.cases.organisations import CARE_HOMES, HOME_CARE, LUNCH_CLUB


def asked(answers) -> list[str]:
    """The steps that lead to sending: those of the last two stages come when a case was sent."""
    return [step for step in path(answers) if step in TO_SEND]


def journey(person: AtTheBrowser, answers, look=lambda page: None) -> Version:
    """Start, answer each step in order, check and send; ``look`` sees every page on the way."""
    page = person.page
    page.goto("/")
    look(page)
    person.press("Start a new case")
    look(page)
    page.click("main .go")
    for step in asked(answers):
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


def arrived(person: AtTheBrowser, version: Version, answers, verdict: str) -> None:
    """All that was answered was sent, and the confirmation names the case."""
    assert version.snapshot["answers"] == answers
    assert version.verdict == verdict
    assert version.case.reference in person.reads


def test_two_care_homes_come_to_their_verdict_without_javascript(sit_down):
    person = sit_down(javascript=False)

    version = journey(person, CARE_HOMES)

    arrived(person, version, CARE_HOMES, "go-ahead")


def test_home_care_comes_to_its_verdict_on_a_small_phone_that_never_scrolls_sideways(sit_down):
    person, wide = sit_down(width=320), []

    def look(page):
        if scrolls_sideways(page):
            wide.append(page.url)

    version = journey(person, HOME_CARE, look)

    assert wide == []
    arrived(person, version, HOME_CARE, "get-ready")


def test_a_lunch_club_comes_to_its_verdict_with_the_keyboard_alone(alice):
    keys = Keyboard(alice.page)
    alice.page.goto("/")

    keys.press("Start a new case")
    keys.press("Go on with: About you", role="link")
    for step in asked(LUNCH_CLUB):
        alice.page.wait_for_url(f"**/{step}/")
        keys.answer(step, LUNCH_CLUB[step])
    alice.page.wait_for_url("**/check/")
    keys.press("Go on to send", role="link")
    keys.tick_all("declared")
    keys.press("Send this version")
    alice.page.wait_for_url("**/sent/")

    arrived(alice, Version.objects.get(), LUNCH_CLUB, "not-now")
