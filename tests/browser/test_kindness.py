"""What a page does beyond its questions: it says the figures, asks again, and keeps its place."""

from playwright.sync_api import expect

from tests.cases.builders import complete_answers

TWELVE = {"costs": {"rows": [{**complete_answers()["costs"]["rows"][1]} for _n in range(12)]}}


def test_the_sentence_of_the_figures_follows_what_is_typed(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("time")
    live = alice.page.locator("#live")
    expect(live).to_contain_text("2,378 hours a year")

    alice.page.fill("#time-shifts_per_week", "98")

    expect(live).to_contain_text("1,189 hours a year")


def test_the_sentence_stands_there_without_javascript_after_saving(sit_down, let_in):
    alice = sit_down(javascript=False)
    let_in(alice, complete_answers({"time": {"shifts_per_week": 98}}))

    alice.go("time")

    assert "1,189 hours a year" in alice.page.inner_text("#live")


def test_a_need_that_starts_from_a_product_is_asked_again_and_let_through(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("need")
    alice.page.fill("#need-problem", "We need a care planning app.")

    alice.save()
    expect(alice.page.get_by_role("heading", name="One more question")).to_be_visible()
    assert alice.page.evaluate("document.activeElement.className") == "again"
    alice.follow("Go on with it as it is")

    assert alice.at == "need-evidence"


def test_twelve_costs_fold_to_twelve_lines(alice, let_in):
    let_in(alice, complete_answers(TWELVE))

    alice.go("costs")

    rows = alice.page.locator(".row")
    assert rows.count() == 12
    assert alice.page.locator(".row[open]").count() == 0
    expect(rows.nth(11)).to_contain_text("Cost 12: Handsets")
    expect(rows.nth(11)).to_contain_text("£600 a year")
    assert alice.page.locator("button[name=add]").count() == 0


def test_a_new_row_has_the_focus(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("savings")

    alice.press("Add another saving")

    expect(alice.page.locator("#savings-1-label")).to_be_focused()


def test_the_first_tab_skips_to_the_main_part(alice, let_in):
    let_in(alice)
    alice.go("time")

    alice.page.keyboard.press("Tab")
    expect(alice.page.get_by_text("Skip to the main part")).to_be_focused()
    alice.page.keyboard.press("Enter")

    expect(alice.page.locator("main")).to_be_focused()


def test_the_task_list_says_what_is_next(alice, let_in):
    answers = complete_answers()
    del answers["inclusion"]
    let_in(alice, answers)
    alice.go()

    alice.follow("Go on with: Who might be left out")

    assert alice.at == "inclusion"


def test_a_printed_question_page_leaves_out_what_only_a_screen_needs(alice):
    alice.page.emulate_media(media="print")

    alice.page.goto("/questions/")

    assert not alice.page.locator(".top").is_visible()
    expect(alice.page.get_by_role("heading", level=1)).to_have_text("All the questions")
