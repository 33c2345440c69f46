"""Somebody at a real browser: how they find their way, fill in a step and press a button."""

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.conf import settings
from playwright.sync_api import BrowserContext, Page

from readiness.cases.models import Answer, Case
from readiness.cases.stages import STEPS

ERROR = re.compile("^Error:")  # how the title of a page with faults begins
SAVE = "#step .buttons > .go"


class AtTheBrowser:
    """A person, their browser's page and the case that it holds."""

    case: Case

    def __init__(self, context: BrowserContext, guide: str) -> None:
        self.context, self.guide = context, guide
        self.page = context.new_page()

    def hold(self, case: Case, session: str) -> None:
        """Hold a case as a browser does that opened it."""
        self.case = case
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.guide}
        self.context.add_cookies([cookie])

    def url(self, page: str = "") -> str:
        """The address of a page of the case; of the task list where none is named."""
        return f"/cases/{self.case.pk}/{page}/" if page else f"/cases/{self.case.pk}/"

    def go(self, page: str = "", query: str = "") -> None:
        """Open a page of the case."""
        self.page.goto(self.url(page) + query)

    @property
    def at(self) -> str:
        """The end of the address: a step's slug, “check”, or the case's number."""
        return self.page.url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]

    @property
    def reads(self) -> str:
        """The words of the page's main part."""
        return self.page.inner_text("main")

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state("domcontentloaded")

    def follow(self, name: str) -> None:
        """Follow the first link of this name."""
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state("domcontentloaded")

    def put_off(self, note: str = "") -> None:
        """Say that the step is for later."""
        self.page.click("details.later summary")
        self.page.fill("#later_note", note)
        self.press("Leave it for now")

    def save(self) -> None:
        """Press the button that saves the step."""
        self.page.click(SAVE)
        self.page.wait_for_load_state("domcontentloaded")

    def kept(self, step: str) -> dict[str, Any] | None:
        """What the case holds for a step; None where it holds nothing."""
        row = Answer.objects.filter(case=self.case, step=step).first()
        return row.kept if row else None


FILL = """given => {
  for (const [name, value] of Object.entries(given)) {
    const boxes = [...document.getElementsByName(name)];
    if (!boxes.length || !boxes[0].checkVisibility()) throw new Error(`nobody sees ${name}`);
    for (const box of boxes) {
      if (box.type === "radio" || box.type === "checkbox") box.checked = [value].flat().includes(box.value);
      else box.value = value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}"""


def answer(page: Page, step: str, answers: Mapping[str, Any]) -> None:
    """Fill in a step's page that was not answered before, at one go, and save it."""
    typed = STEPS[step].as_typed(answers[step], step)
    boxes = {name: value for name, value in typed.items() if not name.endswith("_FORMS")}
    while STEPS[step].rows and page.locator("button[name=remove]").count():
        page.locator("button[name=remove]").last.click()  # what was suggested
    for these in _row_by_row(boxes) if STEPS[step].rows else [boxes]:
        if these and not page.locator(f'[name="{next(iter(these))}"]').count():
            page.click("button[name=add]")
        page.evaluate(FILL, these)
    page.click(SAVE)


def _row_by_row(boxes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The boxes of each row, as their names number them."""
    return [dict(row) for _n, row in groupby(boxes.items(), lambda box: box[0].split("-")[1])]


WIDTHS = (1200, 320)  # pixels: of a desk and of a phone


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than the window."""
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
