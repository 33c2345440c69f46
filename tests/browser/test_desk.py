"""Dawn, a consultant, reviews a case at a real browser: accessible in each state, by keyboard too."""

import pytest
from django.utils import timezone

from readiness.cases import comments, moves, versions
from readiness.catalogue.contents import contents
from tests.browser.at_the_browser import scrolls_sideways
from tests.browser.test_accessible import faults
from tests.people import answers, case_with

LIST = "/admin/cases/version/"


def send(case):
    return versions.send(case, by="Alice", at=timezone.now(), contents=contents())


@pytest.fixture
def reviewed(user):
    """A case in its second version, after changes were asked for; Dawn has taken it."""
    case = case_with(answers())
    first = send(case)
    now = timezone.now()
    moves.take(first, moves.Hand(by=user, at=now, turn=0))
    moves.ask_for_changes(
        first, moves.Hand(by=user, at=now, turn=1), steps=["need"], words="Say it in one breath."
    )
    comments.add(
        first,
        step="need",
        place="need-problem",
        label="The problem",
        words="How often?",
        by=user,
        at=now,
    )
    row = case.answers.get(step="need")
    row.kept = {**row.kept, "problem": "Notes are written twice on each shift."}
    row.save()
    second = send(case)
    moves.take(second, moves.Hand(by=user, at=now, turn=0))
    return second


@pytest.mark.parametrize("width", [1200, 320])
def test_the_review_desk_is_accessible_and_fits_the_window(dawn, reviewed, width):
    page, found, complaints = dawn(width=width).page, [], []
    page.on("console", lambda message: complaints.append(message.text))
    for address in (
        LIST,
        f"{LIST}?whose=all",
        f"{LIST}{reviewed.pk}/change/",
        f"{LIST}{reviewed.pk}/change/?comment=need-problem",
        f"{LIST}{reviewed.pk}/compare/?with=1",
    ):
        page.goto(address)
        found += faults(page)
        if "change" in address or "compare" in address:
            assert not scrolls_sideways(page), address
    assert found == []
    assert complaints == []


def test_a_move_with_a_fault_is_accessible_and_says_what_is_missing(dawn, reviewed):
    page = dawn().page
    page.goto(f"{LIST}{reviewed.pk}/change/")
    page.get_by_text("Close it, with a reason").click()
    page.get_by_role("button", name="Close", exact=True).click()
    assert page.get_by_text("It was not done.").is_visible()
    assert faults(page) == []


def test_she_approves_by_keyboard_and_without_javascript(dawn, reviewed):
    page = dawn(javascript=False).page
    page.goto(f"{LIST}{reviewed.pk}/change/")
    page.get_by_text("Approve it").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Name on the paper").fill("Dawn Reed")
    page.get_by_label("Role on the paper").fill("Consultant")
    page.get_by_label("I have checked this version.").check()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_text("It is approved.").is_visible()
    reviewed.refresh_from_db()
    assert reviewed.status == "approved"
