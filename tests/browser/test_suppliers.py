"""Suppliers are written down and compared in a real browser: on a phone, by keyboard, and without JavaScript."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from readiness.cases.answers import Change
from readiness.suppliers import recording
from tests.browser.at_the_browser import ERROR, FILL, scrolls_sideways
from tests.browser.keyboard import Keyboard
from tests.browser.test_accessible import faults
from tests.cases.builders import complete_answers, later_answers

WHOLE = complete_answers() | later_answers()
ASKED = [row["requirement"] for row in WHOLE["requirements"]["rows"]]
NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
LONG = "Incomprehensibilities" * 4


def record(case, name, *, rows=(), prices=(), references=()):
    """A supplier of whom all this is recorded."""
    supplier = recording.add(case, name, key=uuid4(), at=NOW)
    for kind, kept in (("replies", rows), ("prices", prices), ("references", references)):
        change = Change(kept={"rows": list(kept)}, base=0, by="Alice", at=NOW)
        recording.save(supplier, kind, change, lambda kept: kept)
    return supplier


def six(case):
    """As many as fit, with every answer that there is, words that are too long, and old wordings."""
    said = ("met", "partly", "not", "met", "partly", "not")
    for n, first in enumerate(said):
        rows = [{"about": "", "asked": ASKED[0], "said": first, "note": LONG}]
        rows.append({"about": "", "asked": "It works when the wifi was down", "said": "met"})
        rows.append({"about": "", "asked": "Something asked before", "said": "not"})
        prices = [{"label": LONG, "category": "licences", "per_year": "99999999.99", "in_year": 0}]
        prices.append({"label": "Help line", "category": "support", "in_year": 0})
        told = {"who": LONG, "organisation": LONG, "when": "2027-05", "said": f"{LONG}\n\nYes."}
        record(case, f"{LONG} {n}", rows=rows, prices=prices, references=[told])


@pytest.fixture
def owner(sit_down):
    """Alice at a small phone, with axe at her side."""
    person = sit_down(width=320)
    person.context.add_init_script(path=AXE_FILE_PATH)
    return person


def look(person, found):
    """See that the page is accessible and no wider than the window."""
    found += faults(person.page)
    if scrolls_sideways(person.page):
        found.append(f"{person.page.url} is too wide")


def test_every_page_is_accessible_with_none_one_and_six_and_in_error(owner, let_in):
    case, found = let_in(owner, WHOLE), []
    for page in ("suppliers", "suppliers/add", "suppliers/choose", "suppliers/choose/costs"):
        owner.go(page)
        look(owner, found)
    elm = record(case, "Elm")
    parts = [f"suppliers/{elm.pk}/{part}".rstrip("/") for part in ("", "prices", "references")]
    others = [f"suppliers/{elm.pk}/{part}" for part in ("name", "remove")]
    for page in ("suppliers", *parts, *others):
        owner.go(page)
        look(owner, found)
    owner.go(parts[0])
    owner.page.get_by_label("Note on").first.fill("Ring 07700 900123")
    owner.page.click("#step .buttons > .go")
    owner.page.wait_for_selector(".again:focus")
    look(owner, found)
    for page in (*parts, "suppliers/choose"):
        owner.go(page)
        owner.page.evaluate(
            "document.querySelectorAll('#step textarea, #step input:not([type])')"
            ".forEach(box => { box.value = 'x'.repeat(2100); })"
        )
        owner.page.click("#step .buttons > .go")
        owner.page.wait_for_selector(".faults")
        look(owner, found)
        expect(owner.page).to_have_title(ERROR)
        assert owner.page.evaluate("document.activeElement.className") == "faults"
    elm.delete()
    six(case)
    for page in ("suppliers", "suppliers/add", "suppliers/choose"):
        owner.go(page)
        look(owner, found)
    owner.page.set_viewport_size({"width": 1200, "height": 900})
    owner.go("suppliers")
    look(owner, found)

    assert owner.page.get_by_role("columnheader").count() == 7
    assert found == []


def test_the_whole_way_without_javascript(sit_down, let_in):
    """From the task list to prices that are costs of the case."""
    person = sit_down(javascript=False)
    let_in(person, WHOLE)
    page = person.page

    person.go()
    person.follow("Compare suppliers")
    person.follow("Add a supplier")
    page.fill("#supplier-name", "Elm")
    person.press("Add this supplier")
    page.get_by_role("group", name=ASKED[0]).get_by_label("Met", exact=True).check()
    page.get_by_role("group", name=ASKED[1]).get_by_label("Not met").check()
    page.get_by_label(f"Note on “{ASKED[1]}”").fill("It needs a signal")
    page.locator("#step .buttons > .go").click()
    assert person.at == "prices"
    page.get_by_label("What is it for?").fill("Licences")
    page.get_by_label("What kind of cost is it?").select_option("licences")
    page.get_by_label("Price for each year").fill("5,000")
    person.press("Add another price")
    page.get_by_label("What is it for?").last.fill("Help line")
    page.locator("#step .buttons > .go").click()
    expect(page).to_have_title(ERROR)
    page.get_by_label("What kind of cost is it?").last.select_option("support")
    page.locator("#step .buttons > .go").click()
    person.press("‹ All suppliers")
    assert "No price yet for Help line." in person.reads
    person.follow("Choose one, or none")
    page.get_by_label("Elm").check()
    page.fill("#supplier-choice-why", "It suits the night staff.")
    page.locator("#step .buttons > .go").click()
    person.follow("Put its prices into your case")
    assert "Elm has not told you all its prices." in person.reads
    person.follow("Fill in the prices")
    page.get_by_text("Price 2: Help line").click()
    page.get_by_label("Price for each year").last.fill("0")
    page.locator("#step .buttons > .go").click()
    person.go("suppliers/choose/costs")
    page.get_by_label("Set-up and data migration").uncheck()
    person.press("Put these costs into the case")
    assert "Nothing was put in yet" in person.reads
    person.press("Put these costs into the case")

    assert "Done. The prices are now costs of your case." in person.reads
    assert [row["label"] for row in person.kept("costs")["rows"]] == [
        "Handsets",
        "Wi-Fi in both buildings",
        "Licences",
        "Help line",
    ]


def test_by_keyboard_on_a_phone_and_what_is_typed_is_kept_by_itself(owner, let_in):
    case = let_in(owner, WHOLE)
    elm = record(case, "Elm")
    page, keys = owner.page, Keyboard(owner.page)

    owner.go(f"suppliers/{elm.pk}")
    name = f"supplier-{elm.pk}-replies-0"
    with page.expect_response(lambda told: "keep=yes" in (told.request.post_data or "")):
        page.evaluate(FILL, {f"{name}-note": "Half a thou"})
    page.reload()
    assert page.locator(f"#{name}-note").input_value() == "Half a thou"
    keys.fill(f"{name}-said", "partly")
    keys.press("Save and continue")
    assert owner.at == "prices"
    owner.go("suppliers")
    assert "Half a thou" in owner.reads
    keys.press("Choose one, or none", role="link")
    keys.fill("supplier-choice-chosen", "none")
    keys.fill("supplier-choice-why", "Nobody answered.")
    keys.press("Record this")

    assert "You chose none of them on" in owner.reads


def test_two_at_once_see_both_and_old_and_new_stand_side_by_side(owner, let_in):
    case, found = let_in(owner, WHOLE), []
    first = {"about": "", "asked": ASKED[0], "said": "met"}
    price = {"label": "Licences", "category": "licences", "per_year": "5000.00", "in_year": 0}
    elm = record(case, "Elm", rows=[first], prices=[price])
    page = owner.page

    owner.go(f"suppliers/{elm.pk}")
    change = Change(kept={"rows": [{**first, "said": "not"}]}, base=1, by="Sam", at=NOW)
    recording.save(elm, "replies", change, lambda kept: kept)
    page.get_by_role("group", name=ASKED[0]).get_by_label("Partly").check()
    page.click("#step .buttons > .go")
    assert "Somebody else changed this too" in owner.reads
    look(owner, found)
    owner.press("Save what I chose")
    assert owner.at == "prices"
    owner.go("suppliers/choose")
    page.get_by_label("Elm").check()
    page.fill("#supplier-choice-why", "It suits us.")
    page.click("#step .buttons > .go")
    look(owner, found)
    owner.follow("Put its prices into your case")
    look(owner, found)
    owner.press("Show what changes")
    look(owner, found)
    owner.press("Put these costs into the case")
    look(owner, found)

    assert "Its prices became the costs of your case" in owner.reads
    assert found == []
