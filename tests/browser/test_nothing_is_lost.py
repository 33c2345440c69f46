"""Back and forward, two tabs, a refresh, a double click, a closed tab: nothing is lost or doubled."""

import pytest
from playwright.sync_api import expect

from readiness.cases.models import Answer, Case, Version
from tests.browser.at_the_browser import SAVE, answer
from tests.cases.builders import complete_answers

WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
HOW = "#control-how"
CHANGE = "#control-change"


@WITH_AND_WITHOUT
def test_a_double_click_starts_one_case(sit_down, javascript):
    alice = sit_down(javascript=javascript)
    alice.page.goto("/")

    alice.page.dblclick("main .go")

    expect(alice.page.get_by_role("heading", level=1)).to_have_text("Your case")
    assert Case.objects.count() == 1


@WITH_AND_WITHOUT
def test_a_double_click_saves_once(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice)
    alice.go("about-you")
    alice.page.check("#about-you-role")

    alice.page.dblclick(SAVE)
    alice.page.wait_for_url("**/organisation/")

    assert Answer.objects.get().version == 1


@WITH_AND_WITHOUT
def test_a_double_click_adds_one_row(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice)
    alice.go("costs")
    alice.page.fill("#costs-0-label", "Handsets")

    alice.page.dblclick("button[name=add]")

    expect(alice.page.locator("#costs-1-label")).to_be_visible()
    assert alice.page.locator(".row").count() == 2
    assert alice.page.input_value("#costs-0-label") == "Handsets"


@WITH_AND_WITHOUT
def test_a_double_click_sends_one_version(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice, complete_answers())
    alice.go("submit")
    for box in alice.page.get_by_role("checkbox").all():
        box.check()

    alice.page.dblclick("main .go")
    alice.page.wait_for_url("**/sent/")

    assert Version.objects.count() == 1


def test_back_and_forward_show_what_was_saved(alice, let_in):
    let_in(alice)
    answers = complete_answers()
    alice.go("about-you")
    answer(alice.page, "about-you", answers)
    answer(alice.page, "organisation", answers)
    alice.page.wait_for_url("**/need/")

    alice.page.go_back()
    alice.page.go_back()
    assert alice.page.input_value("#about-you-name") == "Jo Okafor"
    alice.page.go_forward()
    assert alice.page.input_value("#organisation-name") == "Hazel Court Care"
    alice.page.fill("#organisation-staff", "80")
    alice.save()
    alice.page.wait_for_url("**/need/")

    assert alice.kept("organisation") == answers["organisation"] | {"staff": 80}
    assert alice.kept("about-you") == answers["about-you"]


def test_a_refresh_after_saving_saves_nothing_twice(alice, let_in):
    let_in(alice)
    alice.go("about-you")
    answer(alice.page, "about-you", complete_answers())
    alice.page.wait_for_url("**/organisation/")

    alice.page.reload()

    assert alice.at == "organisation"
    assert Answer.objects.get().version == 1


def test_what_two_tabs_change_is_put_together(alice, let_in):
    let_in(alice, complete_answers())
    other = alice.context.new_page()
    for page in (alice.page, other):
        page.goto(alice.url("control"))

    alice.page.check(f"{CHANGE}-much-more")
    alice.save()
    alice.page.wait_for_url("**/inclusion/")
    other.fill(HOW, "They can say no.")
    other.click(SAVE)
    other.wait_for_url("**/inclusion/")

    assert alice.kept("control")["change"] == "much-more"
    assert alice.kept("control")["how"] == "They can say no."


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Bob’s words"), ("theirs", "Alice’s words")])
def test_where_two_people_change_the_same_the_second_chooses(alice, bob, let_in, choice, kept):
    case = let_in(alice, complete_answers())
    let_in(bob, case)
    bob.go("control")
    alice.go("control")
    alice.page.fill(HOW, "Alice’s words")
    alice.save()
    alice.page.wait_for_url("**/inclusion/")

    bob.page.fill(HOW, "Bob’s words")
    bob.save()
    expect(bob.page.get_by_role("heading", level=1)).to_have_text("Somebody else changed this too")
    assert "Alice’s words" in bob.reads
    bob.page.check(f"#{choice}-how")
    bob.press("Save what I chose")
    bob.page.wait_for_url("**/inclusion/")

    assert bob.kept("control")["how"] == kept


def test_what_was_typed_survives_a_closed_tab(alice, let_in):
    let_in(alice)
    alice.go("need")
    with alice.page.expect_response(lambda response: response.status == 204):
        alice.page.fill("#need-problem", "Nobody can find the day’s notes.")
    alice.page.close()

    alice.page = alice.context.new_page()
    alice.go()
    expect(alice.page.locator("#status-need")).to_have_text("Change not saved")
    alice.follow("The need")

    assert alice.page.input_value("#need-problem") == "Nobody can find the day’s notes."
    assert "Not saved yet" in alice.reads
    assert alice.kept("need") is None


def test_a_draft_can_be_thrown_away(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("control")
    with alice.page.expect_response(lambda response: response.status == 204):
        alice.page.fill(HOW, "Not sure")
    alice.page.reload()
    assert alice.page.input_value(HOW) == "Not sure"

    alice.press("Throw it away and go back to what was saved")

    expect(alice.page.locator(HOW)).to_have_value(complete_answers()["control"]["how"])


@WITH_AND_WITHOUT
def test_a_row_is_taken_out_and_put_back(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice, complete_answers())
    before = alice.kept("outcomes")["rows"]
    alice.go("outcomes")

    alice.page.click("summary >> text=Outcome 2")
    alice.press("Remove outcome 2")
    assert "One outcome was taken out." in alice.reads
    assert alice.page.locator(".row").count() == 1
    alice.press("Put it back")
    expect(alice.page.locator(".row")).to_have_count(2)
    alice.save()
    alice.page.wait_for_url("**/control/")

    assert alice.kept("outcomes")["rows"] == before


def test_an_error_keeps_every_word(alice, let_in):
    let_in(alice)
    alice.go("time")
    alice.page.fill("#time-staff_using", "lots")
    alice.page.fill("#time-minutes_now", "55")

    alice.save()
    alice.page.click(".faults a >> nth=0")

    assert alice.page.evaluate("document.activeElement.id") == "time-staff_using"
    assert alice.page.input_value("#time-staff_using") == "lots"
    assert alice.page.input_value("#time-minutes_now") == "55"


def test_a_step_is_put_off_with_a_note(alice, let_in):
    let_in(alice)
    alice.go("need-evidence")
    alice.page.check("#need-evidence-sources")

    alice.put_off("Ask Priya for the survey")
    alice.page.wait_for_url("**/outcomes/")
    alice.go()

    row = alice.page.get_by_role("listitem").filter(has_text="How you know")
    expect(row).to_contain_text("Put off")
    expect(row).to_contain_text("Ask Priya for the survey")
    assert alice.kept("need-evidence") == {"sources": ["own-records"]}


@WITH_AND_WITHOUT
def test_what_was_typed_is_there_after_a_look_in_the_library(sit_down, let_in, javascript):
    alice = sit_down(javascript=javascript)
    let_in(alice)
    alice.go("control")
    alice.page.fill(HOW, "They can say no.")

    alice.press("All findings, for and against")
    alice.page.wait_for_url("**/library/evidence/**")
    alice.page.locator(f'main a[href="{alice.url("control")}"]').first.click()

    expect(alice.page.locator(HOW)).to_have_value("They can say no.")
    assert alice.kept("control") is None


def test_enter_in_a_box_saves_and_leads_nowhere_else(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("avenues")
    alice.page.fill("#avenues-title", "Notes written once")
    alice.page.press("#avenues-title", "Enter")
    alice.page.wait_for_url("**/time/")

    assert alice.kept("avenues")["title"] == "Notes written once"


def test_enter_in_a_box_throws_nothing_away_where_a_draft_is_shown(alice, let_in):
    let_in(alice)
    alice.go("avenues")
    alice.page.fill("#avenues-title", "Notes written")
    alice.press("All findings, for and against")
    alice.go("avenues")
    expect(alice.page.get_by_role("button", name="Throw it away")).to_be_visible()
    alice.page.fill("#avenues-title", "Notes written once")
    alice.page.press("#avenues-title", "Enter")
    alice.page.wait_for_selector(".faults")

    assert alice.page.input_value("#avenues-title") == "Notes written once"


WAYS_OUT = ["Save and come back later", "Library", "‹ All steps", "Get in touch"]


@pytest.mark.parametrize("way", WAYS_OUT)
def test_every_way_out_of_a_step_keeps_what_was_typed_without_scripts(sit_down, let_in, way):
    alice = sit_down(javascript=False)
    let_in(alice)
    alice.go("control")
    alice.page.fill(HOW, "They can say no.")

    alice.page.get_by_role("button", name=way, exact=True).first.click()
    assert alice.at != "control"
    alice.go("control")

    expect(alice.page.locator(HOW)).to_have_value("They can say no.")
