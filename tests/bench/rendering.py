"""How our rendering compares with WeasyPrint's own, how it grows, and what memory it takes."""

import io
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdf

from readiness.reports import pdf, press
from tests.bench.measuring import head, in_turns, peak_of, processor_of, ratio, row, say, share
from tests.reports.states import finished

PAGES = (5, 10, 20, 30, 50)


class Own:
    """WeasyPrint alone, warm, in a process of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.own"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=press.ROOT,
            env=pdf._environment(),
        )

    def render(self, html: str) -> float:
        """The seconds of the processor that a page takes."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(html) + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        self._process.communicate()


@dataclass
class Cost:
    """The seconds of the processor of one render of ours: on the web's side and on the press's."""

    web: float
    press: float

    @property
    def whole(self) -> float:
        return self.web + self.press


def ours(html: str, labels: Mapping[str, str]) -> Cost:
    """What a render costs, the fork and all else included."""
    at_press, here = processor_of(press_pid()), time.process_time()
    pdf.render(html, link_labels=labels)
    return Cost(time.process_time() - here, processor_of(press_pid()) - at_press)


def press_pid() -> int:
    return press._presses[0].process.pid


def compare(rounds: int) -> None:
    """Our render ÷ WeasyPrint's own of the complete case, and the same thing twice."""
    html, labels = finished("complete")
    pages = count(pdf.render(html, link_labels=labels))
    own, same = Own(), Own()
    own.render(html), same.render(html)
    web: list[float] = []

    def render() -> float:
        cost = ours(html, labels)
        web.append(cost.web)
        return cost.whole

    found = in_turns(
        {"ours": render, "own": lambda: own.render(html), "same": lambda: same.render(html)}, rounds
    )
    own.end(), same.end()
    say(f"The complete case, {pages} pages, {rounds} rounds; processor time.")
    head("what", "median [quartiles]")
    row("our render ÷ WeasyPrint's own (aim ≤ 1.15)", ratio(found["ours"], found["own"]))
    row("the same thing twice (A/A)", ratio(found["same"], found["own"]))
    row("share of ours on the web's side", share(web, found["ours"]))


def grow(rounds: int) -> None:
    """Pages against time, and the memory of child and press."""
    papers = {number: repeated(number) for number in PAGES}
    pages = {number: count(pdf.render(html)) for number, html in papers.items()}
    found = in_turns(
        {str(number): lambda html=html: ours(html, {}).whole for number, html in papers.items()},  # type: ignore[misc]
        rounds,
    )
    per_page = {number: [cost / pages[number] for cost in found[str(number)]] for number in PAGES}
    say(f"One chapter again and again, {rounds} rounds; processor time.")
    head("pages", "time ÷ that of the first", "time a page ÷ that of the first", "peak memory")
    for number in PAGES:
        row(
            str(pages[number]),
            ratio(found[str(number)], found[str(PAGES[0])]),
            ratio(per_page[number], per_page[PAGES[0]]),
            f"{peak(papers[number]):.0f} MiB",
        )
    say(f"Peak memory of the press itself: {peak_of(press_pid()):.0f} MiB.")


def repeated(pages: int) -> str:
    """The page of the complete case with one chapter of it again and again, to this many pages."""
    html, _labels = finished("complete")
    start = html.index("<body")
    chapter = re.search(r'<section[^>]*id="options".*?</section>', html[start:], re.DOTALL)
    assert chapter
    plain = re.sub(r'\s(id|aria-labelledby|href)="[^"]*"', "", chapter[0])
    opening = html[: html.index(">", start) + 1]
    times = count(pdf.render(opening + plain * 8)) / 8
    return f"{opening}<h1>Trial</h1>{plain * max(1, round(pages / times))}</body></html>"


def count(made: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(made)).pages)


def peak(html: str) -> float:
    """The most memory, in MiB, that the child holds which makes this paper."""
    most, done = 0.0, threading.Event()
    children = Path(f"/proc/{press_pid()}/task/{press_pid()}/children")

    def watch() -> None:
        nonlocal most
        while not done.wait(0.005):
            most = max([most, *(peak_of(int(child)) for child in children.read_text().split())])

    watcher = threading.Thread(target=watch)
    watcher.start()
    pdf.render(html)
    done.set()
    watcher.join()
    return most
