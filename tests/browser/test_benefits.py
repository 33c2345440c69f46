"""The benefits reviews and the note on an ending in a real browser: accessible, and by keyboard."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from readiness.benefits.models import BenefitsReview
from tests.benefits.held import begun, typed
from tests.browser.at_the_browser import ERROR, FILL, scrolls_sideways
from tests.browser.keyboard import Keyboard
from tests.browser.test_accessible import faults
from tests.cases.builders import complete_answers, later_answers
from tests.reports.benefits_states import LOW


def in_use():
    later = later_answers()
    later["plan"]["start"] = begun(6)
    return complete_answers() | later


@pytest.fixture
def looked_at(sit_down):
    """Seats an owner whose pages are looked at by a machine, each as it is opened."""

    def sit(**how):
        owner = sit_down(**how)
        owner.context.add_init_script(path=AXE_FILE_PATH)
        return owner

    return sit


def wrong(owner):
    """What a machine's eye finds wrong with the page at hand."""
    sideways = ["it scrolls sideways"] if scrolls_sideways(owner.page) else []
    return [*faults(owner.page), *sideways]


@pytest.mark.parametrize("width", [1200, 320])
def test_a_review_is_recorded_by_keyboard_and_read(looked_at, let_in, width):
    owner = looked_at(width=width)
    let_in(owner, in_use(), sent=True)
    page, keys, found = owner.page, Keyboard(owner.page), []

    owner.go()
    owner.follow("Benefits reviews")
    found += wrong(owner)
    owner.follow("Record the review after 6 months")
    found += wrong(owner)
    keys.press("Record the review")
    expect(page).to_have_title(ERROR)
    assert page.evaluate("document.activeElement.className") == "faults"
    found += wrong(owner)
    page.evaluate(FILL, typed())
    keys.press("Record the review")
    assert "1 of 2 outcomes is reached, 1 partly." in owner.reads
    found += wrong(owner)

    owner.follow("Record the review after 6 months again")
    page.click("details.said summary")
    assert "It saves time, and people like it." in owner.reads
    found += wrong(owner)
    owner.go("benefits/6/review")
    assert "Hours given back in the first 6 months" in owner.reads
    found += wrong(owner)

    assert found == []


def test_without_javascript_a_surprise_is_offered_to_the_lessons(sit_down, let_in):
    owner = sit_down(javascript=False)
    let_in(owner, in_use(), sent=True)
    owner.go("benefits/3")
    for name, text in typed(surprises="Night staff took to it first.").items():
        if name.endswith(("reached_1", "reached_2", "decision")):
            owner.page.check(f'[name="{name}"][value="{text}"]')
        else:
            owner.page.fill(f'[name="{name}"]', text)
    owner.press("Record the review")
    assert BenefitsReview.objects.get().months == 3
    owner.page.click('button[name="begin"]')
    assert owner.page.input_value('[name="what_happened"]') == "Night staff took to it first."
    assert "Night" not in owner.page.url


def test_of_a_case_that_ends_the_note_is_read_on_a_phone(looked_at, let_in):
    owner = looked_at(width=320)
    let_in(owner, complete_answers({"time": LOW}), sent=True)
    found = []

    for page in ("", "sent", "decision", "business-case"):
        owner.go(page)
        assert owner.page.get_by_role("link", name="Read the note").is_visible()
        found += wrong(owner)
    owner.follow("Read the note")
    assert "When to look again" in owner.reads
    found += wrong(owner)

    assert found == []


def test_before_there_is_anything_to_look_at_the_pages_say_so(looked_at, let_in):
    owner = looked_at(width=320)
    let_in(owner, {})
    found = []
    for page in ("benefits", "benefits/3"):
        owner.go(page)
        found += wrong(owner)
    assert "The case had no figures" in owner.reads
    assert found == []
