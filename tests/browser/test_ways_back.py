"""The private link: shown, opened elsewhere, lost and found again, and left behind on no computer."""

import re

from django.core import mail
from playwright.sync_api import expect

from readiness.cases.models import AccessLink
from tests.cases.builders import complete_answers


def link_of(person) -> str:
    """The private link, as the person copies it."""
    person.go("save")
    person.press("Show me my private link")
    return person.page.inner_text(".address").strip()


def test_a_link_opens_the_case_at_another_browser_and_is_gone_from_the_address(alice, bob, let_in):
    let_in(alice, complete_answers())
    link = link_of(alice)
    bob.page.goto(link)

    bob.press("Open the case")

    expect(bob.page.get_by_role("heading", level=1)).to_have_text("Your case for Hazel Court Care")
    assert bob.page.url == alice.guide + alice.url()
    bob.page.goto(alice.guide + alice.url("check"))
    expect(bob.page.get_by_role("heading", level=1)).to_have_text("Check your answers")


def test_a_double_click_shows_one_link(alice, let_in):
    let_in(alice)
    alice.go("save")

    alice.page.dblclick("main .go")

    expect(alice.page.locator(".address")).to_be_visible()
    assert AccessLink.objects.filter(via="shown").count() == 1


def test_a_link_that_was_closed_opens_nothing(alice, bob, let_in):
    let_in(alice)
    link = link_of(alice)
    alice.follow("Share this case")
    alice.page.get_by_role("link", name=re.compile("Close *: shown")).click()
    alice.press("Close the link")
    assert "opens nothing now" in alice.reads

    bob.page.goto(link)

    expect(bob.page.get_by_role("heading", level=1)).to_have_text("This link was closed")


def test_whoever_leaves_the_case_leaves_nothing_behind(alice, let_in):
    let_in(alice, complete_answers())
    link_of(alice)
    alice.go("need")

    alice.press("Leave this case")
    expect(alice.page.get_by_role("heading", level=1)).to_have_text("You have left the case")
    alice.page.go_back()

    expect(alice.page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")


def test_a_lost_link_comes_by_e_mail_once_the_address_is_confirmed(alice, bob, let_in):
    let_in(alice, complete_answers())
    alice.go("save")
    assert alice.page.input_value("#email") == "jo@example.org"
    alice.press("Use this address")
    assert "We are sending an e-mail" in alice.reads
    alice.page.goto(address_in(mail.outbox[-1].body))
    alice.press("This is my address")
    assert "Your address is confirmed" in alice.reads

    bob.page.goto("/lost-link/")
    bob.page.fill("#email", "jo@example.org")
    bob.press("Send me a new link")
    assert "Look at your e-mail" in bob.reads
    bob.page.goto(address_in(mail.outbox[-1].body))
    bob.press("Open the case")

    expect(bob.page.get_by_role("heading", level=1)).to_have_text("Your case for Hazel Court Care")


def address_in(text: str) -> str:
    """The one address in a mail."""
    found = re.search(r"http://\S+", text)
    assert found
    return found[0]


def test_what_is_changed_from_the_check_comes_back_there(alice, let_in):
    let_in(alice, complete_answers())
    alice.go("check")

    alice.page.get_by_role("link", name=re.compile("Change.*Your organisation")).click()
    alice.page.fill("#organisation-staff", "81")
    alice.press("Save and go back")

    alice.page.wait_for_url("**/check/#organisation")
    expect(alice.page.locator("#organisation")).to_contain_text("81 staff")
