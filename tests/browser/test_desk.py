"""Dawn, a consultant, reviews a case at a real browser: accessible in each state, by keyboard too."""

import pytest
from django.utils import timezone

from readiness.accounts import roles
from readiness.cases import comments, moves, versions
from readiness.catalogue.contents import contents
from tests.accounts.staff import PASSWORD, code_of, member
from tests.browser.at_the_browser import WIDTHS, scrolls_sideways
from tests.browser.keyboard import Keyboard
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


def test_the_review_desk_is_accessible_and_fits_the_window(dawn, reviewed):
    page, found, complaints = dawn().page, [], []
    page.on("console", lambda message: complaints.append(message.text))
    for address in (
        "/admin/",
        LIST,
        f"{LIST}?whose=all",
        f"{LIST}{reviewed.pk}/change/",
        f"{LIST}{reviewed.pk}/change/?comment=need-problem",
        f"{LIST}{reviewed.pk}/compare/?with=1",
    ):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += faults(page)
            if "change" in address or "compare" in address:
                assert not scrolls_sideways(page), (address, width)
    page.goto(LIST)
    page.check("[name=_selected_action]")
    page.get_by_role("button", name="Allocate").click()
    page.get_by_role("button", name="Allocate them").click()
    assert page.get_by_text("Choose who is to review them.").is_visible()
    found += faults(page)
    complaints = [each for each in complaints if "422" not in each]
    assert found == []
    assert complaints == []


def test_a_move_with_a_fault_is_accessible_and_says_what_is_missing(dawn, reviewed):
    page = dawn().page
    page.goto(f"{LIST}{reviewed.pk}/change/")
    page.get_by_text("Close it, with a reason").click()
    page.get_by_role("button", name="Close", exact=True).click()
    assert page.get_by_text("It was not done.").is_visible()
    assert faults(page) == []


def test_giving_an_owner_s_link_is_accessible_and_says_what_is_missing(dawn, reviewed):
    page = dawn().page
    page.goto(f"{LIST}{reviewed.pk}/change/")
    page.get_by_text("Give a new owner’s link", exact=True).click()
    found = faults(page)
    page.get_by_role("button", name="Give the link").click()
    found += faults(page)

    assert page.get_by_text("Say how you checked.").is_visible()
    assert found == []


class ByKeyboard(Keyboard):
    """She uses the keyboard and nothing else."""

    def unfold(self, name: str) -> None:
        self.to(lambda focus: focus["tag"] == "SUMMARY" and focus["text"].strip() == name)
        self.page.keyboard.press("Enter")

    def write(self, words: str) -> None:
        """In the box that has the focus as the page opens."""
        assert self.page.evaluate("document.activeElement.id") == "comment-words"
        self.page.keyboard.insert_text(words)


class ByMouse:
    """She uses the mouse, and her browser runs no scripts."""

    def __init__(self, page):
        self.page = page

    def press(self, name: str, *, role="button") -> None:
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).first.click()

    def fill(self, name: str, value: str | list[str]) -> None:
        for each in value if isinstance(value, list) else []:
            self.page.check(f'[name="{name}"]:is([value="{each}"], :not([value]))')
        box = self.page.locator(f'[name="{name}"]:visible').first
        if isinstance(value, str):
            box.select_option(value) if name == "to" else box.fill(value)

    def unfold(self, name: str) -> None:
        self.page.get_by_text(name, exact=True).first.click()

    def write(self, words: str) -> None:
        self.page.fill("#comment-words", words)


@pytest.mark.parametrize(("hands", "scripts"), [(ByKeyboard, True), (ByMouse, False)])
def test_a_day_at_the_desk(sit_down, guide, hands, scripts):
    dawn, version = member("dawn", roles.CONSULTANT), send(case_with(answers()))
    page = sit_down(javascript=scripts).page
    she = hands(page)

    page.goto("/staff/sign-in/")
    she.fill("login", "dawn")
    she.fill("password", PASSWORD)
    she.press("Go on")
    she.fill("code", code_of(dawn))
    she.press("Sign in")
    she.press("1 Nobody’s yet", role="link")
    she.press("Hazel Court Care", role="link")
    she.press("Take it: I review this")
    she.press("Ask the right questions", role="link")
    she.press("Comment on the whole step (The need)", role="link")
    she.write("How often does it happen?")
    she.press("Put the comment beside the answer")
    page.goto(page.url.partition("#")[0])  # from the top, wherever the focus was
    she.unfold("Ask for changes")
    she.fill("steps", ["need"])
    she.fill("words", "Please say how often.")
    she.press("Ask for changes")
    she.unfold("Close it, with a reason")
    she.fill("words", "It was sent twice.")
    she.press("Close")
    she.press("Reopen it")
    she.press("Back to the list", role="link")
    she.fill("_selected_action", [str(version.pk)])
    she.press("Allocate")
    she.fill("to", str(dawn.pk))
    she.press("Allocate them")
    assert page.get_by_text("1 case is now with dawn.").is_visible()
    page.goto(f"{LIST}?whose=mine")
    she.press("Hazel Court Care", role="link")
    she.press("Take it: I review this")
    she.unfold("Approve it")
    she.fill("name", "Dawn Price")
    she.fill("role", "Consultant")
    she.fill("sure", ["on"])
    she.press("Approve")

    assert page.get_by_text("It is approved.").is_visible()
    assert version.case.comments.get().words == "How often does it happen?"
    assert list(version.moves.values_list("verb", flat=True)) == [
        *("take", "ask-for-changes", "close", "reopen", "hand-over", "take", "approve")
    ]
