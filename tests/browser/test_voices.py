"""People answer at a phone of ten years ago and at a big screen; their manager asks and reads."""

import re

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Error, expect

from readiness.voices import closing
from readiness.voices.models import Round, Voice, Words
from tests.browser.test_accessible import faults
from tests.cases.builders import complete_answers


def opens(alice):
    """Alice fills in what people are told; the address that she passes on."""
    page = alice.page
    alice.go("voices")
    page.get_by_role("link", name="Start asking").click()
    page.get_by_label("What are you thinking about").fill("a way to write notes beside you")
    page.get_by_label("How will people hear").fill("at the residents’ meeting on 3 April")
    page.get_by_label("Who can people ask").fill("the manager, in the office")
    page.get_by_role("button", name="Open it for answers").click()
    return page.locator(".address a").get_attribute("href")


def fits(page):
    """Nothing hangs over the edge of the screen."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_alice_asks_two_people_answer_at_one_phone_and_she_reads_it(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice, complete_answers())
    address = opens(alice)
    phone = sit_down(javascript=javascript, width=320).page
    sizes = []
    phone.on("response", lambda answer: sizes.append(answer.request.sizes()["responseBodySize"]))

    for group in ("I get care or support here", "I work here with people"):
        phone.goto(address)
        phone.get_by_role("button", name=group).click()
        questions = phone.locator("section:visible")
        for _question in range(8):
            expect(questions).to_have_count(1)
            assert fits(phone)
            questions.get_by_text("A lot", exact=True).click()
            questions.get_by_role("link", name="Next, or skip").click()
        questions.get_by_role("link", name="Back").click()
        expect(questions.get_by_label("A lot", exact=True)).to_be_checked()
        phone.go_back()  # with the browser’s own button
        expect(phone).to_have_url(re.compile("#q9$"))
        questions.get_by_role("link", name="Next, or skip").click()  # skipped
        questions.get_by_text("Yes, with help").click()
        questions.get_by_role("link", name="Next, or skip").click()
        questions.get_by_role("textbox").fill("Keep the paper book.")
        phone.get_by_role("button", name="Look at my answers").click()
        expect(phone.get_by_role("heading", name="Ready to send?")).to_be_visible()
        phone.go_back()
        expect(phone.get_by_role("textbox")).to_have_value("Keep the paper book.")
        phone.get_by_role("button", name="Look at my answers").click()
        expect(phone.get_by_role("heading", name="Ready to send?")).to_be_visible()
        assert fits(phone)
        phone.get_by_role("button", name="Send my answers").click()
        expect(phone.locator(".code")).to_have_text(re.compile("^[A-Z2-9]{4} [A-Z2-9]{4}$"))

    assert sum(sizes) < 2 * 30_000
    assert phone.context.cookies() == []
    assert {voice.answers["could-use"] for voice in Voice.objects.all()} == {"with-help"}
    assert Words.objects.count() == 2
    alice.go("voices")
    alice.page.get_by_role("button", name="Close it now").click()
    expect(alice.page.get_by_text("had fewer than five answers")).to_be_visible()


def test_the_next_person_at_a_shared_screen_cannot_go_back_to_the_answers_before(sit_down, let_in):
    alice = sit_down()
    let_in(alice, {})
    address = opens(alice)
    tablet = sit_down(width=320).page
    tablet.goto(address)
    tablet.get_by_role("button", name="I am a volunteer").click()
    tablet.locator("#q1 input").first.press("Enter")
    tablet.get_by_role("button", name="Send my answers").click()
    tablet.get_by_role("link", name="Another person can answer now").click()
    expect(tablet.get_by_role("heading", name="Who are you?")).to_be_visible()
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        tablet.go_back()


def test_somebody_answers_by_keyboard_and_takes_it_back(sit_down, let_in):
    alice = sit_down()
    let_in(alice, {})
    address = opens(alice)
    page = sit_down(width=320).page
    page.goto(address)
    page.get_by_role("button", name="I am a volunteer").press("Enter")
    page.locator("#q1 input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#q2")).to_be_visible()
    page.locator("#q2 input").first.press("Enter")  # sends nothing before it was looked at
    expect(page.get_by_role("heading", name="Ready to send?")).to_be_visible()
    assert not Voice.objects.exists()
    page.get_by_role("button", name="Change my answers").click()
    expect(page.locator("#q1 input").nth(1)).to_be_checked()
    page.goto(page.url.replace("#q1", "#words"))
    page.get_by_role("button", name="Look at my answers").click()
    page.get_by_role("button", name="Send my answers").click()
    code = page.locator(".code").inner_text()
    page.get_by_role("link", name="Take my answers back").click()
    page.get_by_label("What is your code?").fill(code.lower())
    page.get_by_role("button", name="Take my answers back").click()
    expect(page.get_by_role("status")).to_contain_text("they are gone")
    assert not Voice.objects.exclude(group="").exists()


def test_the_pages_of_voices_are_accessible(sit_down, let_in):
    alice, someone = sit_down(), sit_down(width=320)
    for person in (alice, someone):
        person.context.add_init_script(path=AXE_FILE_PATH)
    let_in(alice, complete_answers())
    page, phone, found = alice.page, someone.page, []
    alice.go("voices")
    found += faults(page)
    alice.go("voices/open")
    found += faults(page)
    page.get_by_role("button", name="Open it for answers").click()
    found += faults(page)  # in error
    address = opens(alice)
    found += faults(page)
    alice.go("")
    expect(page.get_by_text("People can say what they think")).to_be_visible()
    found += faults(page)
    alice.go("voices/sheet")
    found += faults(page)

    for where in ("/v/", "/v/ABCDEFGH/", address, f"{address}take-back/"):
        phone.goto(where)
        found += faults(phone)
    phone.get_by_role("button", name="Take my answers back").click()
    found += faults(phone)
    phone.goto(address)
    phone.get_by_role("button", name="I am family or a friend").click()
    found += faults(phone)
    phone.goto(phone.url.replace("#q1", "#words"))
    phone.get_by_role("textbox").fill("Ring 07700 900123")
    phone.get_by_role("button", name="Look at my answers").click()
    found += faults(phone)
    phone.get_by_role("textbox").fill("Ring us.")
    phone.get_by_role("button", name="Look at my answers").click()
    found += faults(phone)
    phone.get_by_role("button", name="Send my answers").click()
    found += faults(phone)

    asking = Round.objects.get()
    for n in range(5):
        Voice.objects.create(
            round=asking,
            receipt=str(n),
            group="people",
            answers={"cost-much": 3, "control": "less"},
        )
    closing.close(asking, by="Alice", at=asking.opened_at)
    asking.case.refresh_from_db()
    asking.case.heard["words"] = ["Ask us first."]
    asking.case.save()
    alice.go("voices")
    found += faults(page)
    phone.goto(address)
    found += faults(phone)

    assert found == []
