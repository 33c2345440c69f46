"""What follows when a case was sent, on a phone: a machine's eye finds nothing in its way."""

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from tests.browser.at_the_browser import ERROR, scrolls_sideways
from tests.browser.test_accessible import faults
from tests.cases.builders import complete_answers, later_answers

PAGES = ["decision", "next", "roll-out-on-one-page", "roll-out-plan", ""]


def test_the_pages_of_the_last_stages_are_accessible(sit_down, let_in):
    owner = sit_down(width=320)
    owner.context.add_init_script(path=AXE_FILE_PATH)
    let_in(owner, complete_answers() | later_answers(), sent=True)

    for page in PAGES:
        owner.go(page)
        assert faults(owner.page) == [], page
        assert not scrolls_sideways(owner.page), page
    owner.go("decision")
    owner.press("Record the decision")
    expect(owner.page).to_have_title(ERROR)
    assert faults(owner.page) == []
    assert not scrolls_sideways(owner.page)
