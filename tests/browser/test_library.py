"""The library in a real browser: accessible, on a phone too, by keyboard, and on paper."""

from itertools import pairwise

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.at_the_browser import scrolls_sideways
from tests.browser.test_accessible import faults

# One of each kind of page, the fullest.
PAGES = [
    "",
    "avenues/",
    "avenues/crm/",
    "anxieties/two-members-of-staff/?back=/cases/1/need/",
    "lessons/?stance=success&theme=people",
    "lessons/technology-before-thinking/",
    "evidence/airedale-control-group-shrinks-benefit/",
    "principles/technology-can-leave-people-out/",
    "other-ways/people/",
    "glossary/",
    "glossary/i-to-z/",
    "search/?q=night+falls",
    "search/?q=zebra",
    "search/?q=too+much+paperwerk",
    "search/",
    "lessons/?stance=success&theme=money&avenue=crm&anxiety=future-proof",
    "no-such-shelf/",
]


def test_every_kind_of_page_is_accessible_and_fits(sit_down):
    reader = sit_down(width=320)
    reader.context.add_init_script(path=AXE_FILE_PATH)
    page, found = reader.page, []

    for path in PAGES:
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(f"/library/{path}")
        found += faults(page)
        assert not scrolls_sideways(page), path
        page.set_viewport_size({"width": 1200, "height": 900})
        assert not scrolls_sideways(page), path
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4", "heads => heads.map(head => Number(head.tagName[1]))"
        )
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    assert found == []


def test_a_reader_finds_and_narrows_by_keyboard_without_scripts(sit_down):
    reader = sit_down(javascript=False)
    page = reader.page
    page.goto("/library/search/?back=/cases/9/need/")
    page.focus("#q")
    page.keyboard.type("telecare")
    page.keyboard.press("Enter")
    assert page.locator("mark").first.inner_text().lower() == "telecare"
    page.get_by_role("link", name="Evidence").first.focus()
    page.keyboard.press("Enter")
    page.focus("#stance")
    page.keyboard.press("A")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show these").press("Enter")
    assert "stance=against" in page.url
    assert page.get_by_role("link", name="Back to your answers").get_attribute("href") == (
        "/cases/9/need/"
    )


def test_on_paper_a_page_is_what_there_is_to_read_and_where_it_comes_from(sit_down):
    reader = sit_down()
    reader.page.goto("/library/avenues/crm/?back=/cases/1/need/")
    reader.page.emulate_media(media="print")
    seen = reader.page.inner_text("body")
    assert "CRM: one place for everyone you are in touch with" in seen
    assert "/library/avenues/crm/" in seen
    for gone in ("On this page", "Kinds of technology", "Back to your answers", "Use your browser"):
        assert gone not in seen
