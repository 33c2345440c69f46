"""The preview of the supplier brief in a real browser: accessible, on a phone, and by keyboard."""

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from tests.browser.at_the_browser import ERROR, scrolls_sideways
from tests.browser.keyboard import Keyboard
from tests.browser.test_accessible import faults
from tests.cases.builders import complete_answers, later_answers


def test_the_preview_is_read_and_ticked_by_keyboard_on_a_phone(sit_down, let_in):
    """With marks, in error, and ready to send."""
    owner = sit_down(width=320)
    owner.context.add_init_script(path=AXE_FILE_PATH)
    let_in(owner, complete_answers({"need": {"problem": "We have £24,000."}}) | later_answers())
    page, keys = owner.page, Keyboard(owner.page)

    owner.go("supplier-brief")
    found = faults(page)
    assert not scrolls_sideways(page)
    keys.fill("brief-ready", ["yes"])
    keys.press("Save")
    expect(page).to_have_title(ERROR)
    assert page.evaluate("document.activeElement.className") == "faults"
    found += faults(page)
    keys.fill("brief-reply_by", "30 4 2028")
    keys.press("Save")
    assert "Ready to send." in owner.reads
    found += faults(page)

    assert found == []
    keys.press("[amount: change “The need”]", role="link")
    assert owner.at == "need"
