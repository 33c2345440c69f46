"""A slow phone: Chromium with a processor four times slower, at 400 Kbit/s."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

SLOWER = 4
PACE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
WATCH = """
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"


@dataclass
class Seen:
    """One page: seconds to the first words, how far the layout shifted, requests and bytes."""

    paint: float
    shift: float
    requests: int
    bytes: int


@contextmanager
def phone() -> Iterator[Any]:
    """A new browser, which has seen nothing yet: a function that opens an address."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        page.add_init_script(WATCH)
        link = page.context.new_cdp_session(page)
        link.send("Network.enable")
        link.send("Network.emulateNetworkConditions", PACE)
        link.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        came: list[int] = []

        def finished(event: dict) -> None:
            if event["encodedDataLength"]:  # 0 is what the browser had kept
                came.append(event["encodedDataLength"])

        link.on("Network.loadingFinished", finished)

        def seen() -> Seen:
            page.wait_for_load_state("networkidle")
            found = Seen(
                page.evaluate(PAINTED), page.evaluate("shifted"), len(came), int(sum(came))
            )
            came.clear()
            return found

        yield page, seen
        browser.close()
