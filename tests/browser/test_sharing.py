"""Alice shares her case with her board and with a colleague; each sees what is meant for them."""

import re

from playwright.sync_api import expect

from readiness.cases.models import AccessLink, Comment, Draft
from tests.browser.at_the_browser import scrolls_sideways
from tests.cases.builders import complete_answers


def make_link(person, label: str, may: str) -> str:
    """The address of a new link for somebody, as the person copies it."""
    person.go("share")
    person.page.fill("#share-label", label)
    person.page.get_by_label(may).check()
    person.press("Make the link")
    return person.page.inner_text(".address").strip()


def test_the_board_reads_what_was_sent_on_a_phone_without_javascript(alice, sit_down, let_in):
    let_in(alice, complete_answers(), sent=True)
    address = make_link(alice, "Our board", "Read what was sent, as the board does")
    bea = sit_down(javascript=False, width=320)

    bea.page.goto(address)
    bea.press("Open the case")

    expect(bea.page.get_by_role("heading", level=1)).to_have_text(
        "Business case of Hazel Court Care"
    )
    assert bea.page.url == f"{alice.guide}{alice.url('board')}"
    assert "The decision on one page" in bea.reads
    assert not scrolls_sideways(bea.page)
    paper = bea.page.get_by_role("link", name="Business case for Word")
    with bea.page.expect_download() as kept:
        paper.click()
    assert kept.value.suggested_filename.endswith(".docx")
    for page in ("", "check", "need", "business-case", "history"):
        bea.page.goto(alice.guide + alice.url(page))
        expect(bea.page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")


def test_a_link_that_alice_closes_stops_at_once_and_says_so(alice, bob, let_in):
    let_in(alice, complete_answers(), sent=True)
    address = make_link(alice, "Our board", "Read what was sent, as the board does")
    bob.page.goto(address)
    bob.press("Open the case")

    alice.page.get_by_role("link", name=re.compile("Close *: Our board")).click()
    assert "It stops working at once" in alice.reads
    alice.press("Close the link")
    assert "opens nothing now" in alice.reads
    bob.page.reload()

    expect(bob.page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")
    bob.page.goto(address)
    expect(bob.page.get_by_role("heading", level=1)).to_have_text("This link was closed")


def test_a_double_click_makes_one_link_and_shows_one_that_works(alice, sit_down, let_in):
    plain = sit_down(javascript=False)
    let_in(plain, complete_answers())
    plain.go("share")
    plain.page.fill("#share-label", "Sam")
    plain.page.get_by_label("Answer questions with you").check()

    plain.page.get_by_role("button", name="Make the link").dblclick()

    expect(plain.page.locator(".address")).to_be_visible()
    assert AccessLink.objects.filter(label="Sam").count() == 1
    alice.page.goto(plain.page.inner_text(".address").strip())
    alice.press("Open the case")
    expect(alice.page.get_by_role("heading", level=1)).to_have_text(
        "Your case for Hazel Court Care"
    )


def test_two_colleagues_talk_about_an_answer(alice, bob, let_in):
    case = let_in(alice, complete_answers())
    let_in(bob, case)

    bob.go("need")
    bob.page.fill("#need-problem", "Half a thought of Bob’s")
    bob.press("Say something of this step to your colleagues")
    bob.page.select_option("#talk-place", label="The problem")
    bob.page.fill("#talk-words", "Is it every shift?")
    bob.press("Add the comment")
    assert "Your comment is there" in bob.reads

    alice.go()
    alice.page.get_by_role("link", name=re.compile("1 new comment")).click()
    expect(alice.page.locator("#comments")).to_contain_text("Is it every shift?")
    alice.press("Reply, or say something else")
    alice.page.fill("#talk-words", "Every single one.")
    alice.press("Add the comment")
    alice.go()
    assert "new comment" not in alice.reads

    bob.go("need")
    expect(bob.page.locator("#comments")).to_contain_text("Every single one.")
    assert bob.page.input_value("#need-problem") == "Half a thought of Bob’s"
    assert Comment.objects.count() == 2


def test_whoever_leaves_from_a_step_without_javascript_loses_no_word(sit_down, let_in):
    alice = sit_down(javascript=False)
    case = let_in(alice, complete_answers())
    case.links.create(via="shown", label="to come back by", token_hash="x")
    alice.go("need")
    alice.page.fill("#need-problem", "Half a thought")

    alice.press("Leave this case")

    expect(alice.page.get_by_role("heading", level=1)).to_have_text("You have left the case")
    assert Draft.objects.get(case=case, step="need").typed["need-problem"] == ["Half a thought"]


def test_the_case_is_handed_over_when_the_new_owner_opens_it(alice, bob, let_in):
    let_in(alice, complete_answers())
    alice.go("share")
    alice.follow("Hand the case over")
    alice.page.fill("#share-label", "Nina")
    alice.page.get_by_label("We go on as editors").check()
    alice.press("Make the link for the new owner")
    address = alice.page.inner_text(".address").strip()

    bob.page.goto(address)
    assert "you are its owner" in bob.reads
    bob.press("Open the case")
    bob.follow("Share this case")
    expect(bob.page.get_by_role("heading", level=1)).to_have_text("Share this case")

    alice.go()
    assert "The case was handed over to “Nina”" in alice.reads
    assert alice.page.get_by_role("link", name="Share this case").count() == 0
