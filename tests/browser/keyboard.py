"""Somebody who uses the keyboard and nothing else: Tab, arrows, Space, Enter and letters."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from readiness.cases.stages import STEPS

FOCUS = """() => {
  const at = document.activeElement;
  const ring = getComputedStyle(at);
  return {
    tag: at.tagName, name: at.name || "", type: at.type || "", value: at.value || "",
    text: at.innerText || "", checked: Boolean(at.checked),
    seen: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2,
  };
}"""
MOST = 120  # presses of Tab until something must have been reached


class Keyboard:
    """The keys of a keyboard before a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, wanted) -> dict[str, Any]:
        """Press Tab until the focus is where it is wanted, and seen."""
        for _press in range(MOST):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            if wanted(focus):
                assert focus["seen"], f"no ring around {focus}"
                return focus
        raise AssertionError(f"the keyboard does not reach it on {self.page.url}")

    def press(self, text: str, *, role: str = "button") -> None:
        """Go to a button or link of this name and press it."""
        tag = {"button": "BUTTON", "link": "A"}[role]
        self.to(lambda focus: focus["tag"] == tag and " ".join(focus["text"].split()) == text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def answer(self, step: str, kept: Mapping[str, Any]) -> None:
        """Fill in a step's page and save it."""
        while self.page.locator("button[name=remove]").count():
            self._press_first("remove")
        for name, value in STEPS[step].as_typed(kept, step).items():
            if name.endswith("_FORMS"):
                continue
            if STEPS[step].rows and not self.page.locator(f'[name="{name}"]').count():
                self.press(str(STEPS[step].add))
                # The new row's first question has the focus; one step back, and Tab comes to it.
                self.page.keyboard.press("Shift+Tab")
            self.fill(name, value)
        self.press("Save and continue")

    def _press_first(self, name: str) -> None:
        self.to(lambda focus: focus["name"] == name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, name: str, value: str | list[str]) -> None:
        """Go to a question and give its answer."""
        if isinstance(value, list):
            for each in value:
                self._tick(name, each)
        elif value != "":
            self._fill(name, value)

    def _tick(self, name: str, value: str) -> None:
        self.to(lambda focus: focus["name"] == name and focus["value"] == value)
        self.page.keyboard.press("Space")

    def _fill(self, name: str, value: str) -> None:
        focus = self.to(lambda focus: focus["name"] == name)
        if focus["type"] in {"radio", "select-one"}:
            self._choose(focus, value)
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(value)

    def _choose(self, focus: dict[str, Any], value: str) -> None:
        """Space takes the first of the round ones; the arrow takes the next, there and in a list."""
        if focus["type"] == "radio":
            self.page.keyboard.press("Space")
            focus = self.page.evaluate(FOCUS)
        for _press in range(MOST):
            if focus["value"] == value:
                return
            self.page.keyboard.press("ArrowDown")
            focus = self.page.evaluate(FOCUS)
        raise AssertionError(f"{value} cannot be chosen")

    def tick_all(self, name: str) -> None:
        """Tick every box of this name."""
        for value in self.page.eval_on_selector_all(
            f'[name="{name}"]', "boxes => boxes.map(box => box.value)"
        ):
            self._tick(name, value)
