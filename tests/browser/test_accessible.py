"""Every page meets WCAG 2.2 AA and good practice, as far as a machine can tell: empty, filled,
in error, and in each of its states."""

import re
from itertools import batched, pairwise
from threading import Semaphore

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.utils import timezone
from playwright.sync_api import expect

from readiness.cases import decisions, versions
from readiness.cases.stages import STEPS
from readiness.cases.steps.readiness import Readiness
from readiness.cases.steps.worries import Worry
from readiness.catalogue.contents import contents
from readiness.reports import pdf, views
from tests.browser.at_the_browser import ERROR, SAVE
from tests.cases.builders import ANXIETIES, complete_answers

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
    "preload": False,
}
# One of the eight worries and one of the nine dimensions: they are alike but for their words, which
# are text without any marks of their own.
ALIKE = [
    [slug for slug, step in STEPS.items() if issubclass(step, kind)][1:]
    for kind in (Worry, Readiness)
]
APART = [slug for slug in STEPS if not any(slug in alike for alike in ALIKE)]
SOME_APART = [list(some) for some in batched(APART, 6)]

WORRIED = complete_answers({"anxieties": dict.fromkeys(ANXIETIES, 3)}) | {
    f"anxiety-{slug}": {"who": ["board"], "response": "We did the sum, and showed it."}
    for slug in ANXIETIES
}
SPOILT = """() => {
  for (const box of document.querySelectorAll("#step input, #step textarea")) {
    if (["radio", "checkbox"].includes(box.type)) box.checked = false;
    else if (box.type !== "hidden" && !box.name.startsWith("later")) box.value = "x".repeat(2100);
  }
}"""


@pytest.fixture
def alice(alice):
    """Alice with axe at her side on every page; putting it there again and again takes longer."""
    alice.context.add_init_script(path=AXE_FILE_PATH)
    return alice


def faults(page) -> list[str]:
    """What axe finds wrong with the page, each in a line."""
    page.wait_for_load_state()
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{page.url}: {each['id']}: {node['html'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("steps", SOME_APART, ids=lambda steps: steps[0])
def test_every_kind_of_step_is_accessible_before_it_is_answered(alice, let_in, steps):
    let_in(alice, {"anxieties": WORRIED["anxieties"]})
    found = []

    for step in steps:
        alice.go(step)
        found += faults(alice.page)

    assert found == []


@pytest.mark.parametrize("steps", SOME_APART, ids=lambda steps: steps[0])
def test_every_kind_of_step_is_accessible_filled_and_in_error(alice, let_in, steps):
    let_in(alice, WORRIED)
    page, found = alice.page, []

    for step in steps:
        alice.go(step)
        found += faults(page)
        page.evaluate(SPOILT)
        page.click(SAVE)
        page.wait_for_selector(".faults")
        found += faults(page)

        expect(page).to_have_title(ERROR)
        assert page.evaluate("document.activeElement.className") == "faults"

    assert found == []


@pytest.mark.parametrize("answers", [{}, {"need": {"_later": True, "_note": "Ask Sam"}}, WORRIED])
def test_the_pages_around_the_steps_are_accessible(alice, let_in, answers):
    let_in(alice, answers)
    found = []

    for page in ("", "check", "submit", "save"):
        alice.go(page)
        found += faults(alice.page)

    assert found == []


@pytest.mark.parametrize("answers", [{}, WORRIED], ids=["empty", "whole"])
def test_the_documents_are_accessible_pages(alice, let_in, answers):
    let_in(alice, answers)
    found = []

    for page in ("business-case", "statement-of-need"):
        alice.go(page)
        found += faults(alice.page)
        levels = alice.page.eval_on_selector_all(
            "h1, h2, h3, h4", "heads => heads.map(head => Number(head.tagName[1]))"
        )
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    assert found == []


def test_a_file_that_is_waited_for_or_cannot_be_made_says_so_accessibly(alice, let_in, monkeypatch):
    def fail(*_given, **_more):
        raise pdf.RenderFailed("This document took too long to make.")

    let_in(alice, {})
    file = f"{alice.url()}business-case."
    alice.page.goto(f"{file}csv")
    found = faults(alice.page)
    assert "There are no figures yet" in alice.reads

    monkeypatch.setattr(pdf, "render", fail)
    alice.page.goto(f"{file}pdf")
    found += faults(alice.page)
    assert "took too long" in alice.reads

    monkeypatch.setattr(views, "_presses", Semaphore(0))
    alice.page.goto(f"{file}pdf")
    found += faults(alice.page)
    assert "is being made" in alice.reads
    assert found == []


def test_sending_and_what_follows_is_accessible(alice, let_in):
    let_in(alice, WORRIED)

    alice.go("submit")
    alice.press("Send this version")
    found = faults(alice.page)
    for box in alice.page.get_by_role("checkbox").all():
        box.check()
    alice.press("Send this version")
    found += faults(alice.page)
    alice.go()
    found += faults(alice.page)

    assert alice.page.get_by_text("Version 1 was sent").is_visible()
    assert found == []


def test_the_ways_back_are_accessible(alice, let_in):
    let_in(alice)
    page, found = alice.page, []

    alice.go("save")
    page.fill("#email", "not an address")
    alice.press("Use this address")
    found += faults(page)
    page.fill("#email", "alice@example.org")
    alice.press("Use this address")
    found += faults(page)
    alice.press("Show me my private link")
    found += faults(page)
    page.goto(page.inner_text(".address"))
    found += faults(page)
    alice.press("Open the case")
    alice.press("Leave this case")
    found += faults(page)

    assert found == []


def test_sharing_is_accessible(alice, let_in):
    let_in(alice, WORRIED)
    page, found = alice.page, []

    alice.go("share")
    found += faults(page)
    alice.press("Make the link")
    found += faults(page)
    expect(page).to_have_title(ERROR)
    assert page.evaluate("document.activeElement.className") == "faults"
    page.fill("#share-label", "Sam, finance")
    page.get_by_label("Answer questions with you").check()
    alice.press("Make the link")
    found += faults(page)
    address = page.inner_text(".address")
    page.get_by_role("link", name=re.compile("Change *: Sam, finance")).click()
    found += faults(page)
    alice.follow("Close this link instead")
    found += faults(page)
    alice.press("Close the link")
    found += faults(page)
    alice.follow("Hand the case over")
    found += faults(page)
    page.fill("#share-label", "Nina")
    page.get_by_label("We go on as editors").check()
    alice.press("Make the link for the new owner")
    found += faults(page)
    page.goto(address)
    found += faults(page)

    assert "This link was closed" in alice.reads
    assert found == []


def test_talking_and_looking_back_is_accessible(alice, let_in):
    let_in(alice, WORRIED)
    page, found = alice.page, []

    alice.go("talk/need")
    found += faults(page)
    alice.press("Add the comment")
    found += faults(page)
    page.fill("#talk-words", "Is that so?")
    alice.press("Add the comment")
    found += faults(page)
    for other in ("need", "check", "history"):
        alice.go(other)
        found += faults(page)

    assert found == []


def test_what_the_board_sees_is_accessible(alice, let_in):
    case = let_in(alice, WORRIED)
    alice.go("board")
    found = faults(alice.page)
    version = versions.send(case, by="Alice", at=timezone.now(), contents=contents())
    alice.go("board")
    found += faults(alice.page)
    made = {"outcome": "conditions", "decided_on": timezone.localdate().isoformat()}
    made["conditions"] = "Ask families first."
    decisions.record(version, made, by="Alice", at=timezone.now())
    alice.go("board")
    found += faults(alice.page)

    assert "Agreed with conditions" in alice.reads
    assert found == []


@pytest.mark.parametrize(
    "address", ["/", "/questions/", "/lost-link/", "/open/nothing/", "/start/", "/no/such/page"]
)
def test_the_pages_without_a_case_are_accessible(alice, address):
    alice.page.goto(address)

    assert faults(alice.page) == []


def test_what_was_refused_is_shown_and_sent_again_accessibly(alice, let_in):
    let_in(alice)
    alice.go("need")
    alice.page.fill("#need-problem", "Notes are written three times.")
    alice.page.context.clear_cookies(name="csrftoken")
    alice.save()
    assert "Notes are written three times." in alice.reads
    found = faults(alice.page)
    alice.press("Send it again")

    assert alice.page.input_value("#need-problem") == "Notes are written three times."
    assert found == []


def test_a_lost_link_is_asked_for_accessibly(alice):
    page = alice.page
    page.goto("/lost-link/")
    page.fill("#email", "nobody")
    alice.press("Send me a new link")
    found = faults(page)
    page.fill("#email", "nobody@example.org")
    alice.press("Send me a new link")
    found += faults(page)

    assert "nobody@example.org" in alice.reads
    assert found == []


def test_a_step_put_off_a_draft_and_a_second_question_are_accessible(alice, let_in):
    let_in(alice, complete_answers({"need": {"problem": "We need a care planning app."}}))
    page = alice.page

    alice.go("costs")
    alice.press("Add another cost")
    found = faults(page)
    alice.page.locator("button[name=remove]").last.click()
    found += faults(page)
    alice.go("need", "?again=1")
    found += faults(page)
    alice.go("control")
    alice.put_off("Ask Sam first")
    alice.go("control")
    found += faults(page)

    assert page.get_by_text("Ask Sam first").is_visible()
    assert found == []


def test_nothing_on_a_page_comes_from_elsewhere_or_is_written_into_it(alice, let_in):
    let_in(alice, WORRIED)
    asked, complaints = [], []
    alice.page.on("request", lambda request: asked.append(request.url))
    alice.page.on("console", lambda message: complaints.append(message.text))

    for page in ("", "time", "costs", "check", "save"):
        alice.go(page)

    assert [url for url in asked if not url.startswith(alice.guide)] == []
    assert complaints == []
