"""What is measured, and how it is said: each part adds rows to the one table."""

import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import connection

from tests.bench.measuring import in_turns, ratio
from tests.bench.pages import journeys, starting, table, waiting
from tests.bench.pages import phone as phones
from tests.bench.pages.servers import FLOOR, OURS, ROOT, Server, Visitor

GETS = 12  # of one page in a turn
DESK = {
    "the list of cases": "/admin/cases/version/?whose=all",
    "the review page of a version": "/admin/cases/version/{version}/change/",
    "the insights": "/admin/insights/needs/?split=quarter&nation=england",
}
NARROWED = "/admin/insights/needs/?split=service&nation=scotland"


def database() -> str:
    """What holds the cases, with its release."""
    version = ".".join(map(str, connection.get_database_version()))
    return f"{connection.display_name} {version}"


@dataclass
class Run:
    """All servers, with those who visit them."""

    servers: dict[str, Server]
    visitors: dict[str, Any]
    rounds: int
    database: str

    def parts(self) -> Iterator[Callable[[], None]]:
        """One after the other; each prints its rows."""
        yield from (self.journeys, self.answered, self.queries, self.bytes, self.first_bytes)
        yield from (self.memory, self.many)

    def journeys(self) -> None:
        """Whole journeys on each server, taking turns."""
        journeys.Floor.cookie = self.visitors["many"]["floor"]
        kinds = {
            "floor": journeys.Floor,
            "same": journeys.Floor,
            "plain": journeys.Plain,
            "guide": journeys.Guide,
        }
        people = {name: kind(self.servers[name]) for name, kind in kinds.items()}
        turns = {name: person.go for name, person in people.items()}
        in_turns(turns, 1)
        table.begin(in_turns(turns, self.rounds))  # type: ignore[arg-type]

    def answered(self) -> None:
        """One step again and again, by how many others were answered, at length."""
        there, many = self.visitors["many"], len(journeys.answers())
        states = dict(
            zip((0, 10, 20, 30, many), (there["new"], *there["tens"], there["full"]), strict=True)
        )
        turns: dict[str, Any] = {}
        for answered, case in states.items():
            saved = 1 if answered else 0  # the version of the step's answer
            turns[f"guide {answered}"] = journeys.SameStep(self.servers["guide"], case, saved).go
            turns[f"plain {answered}"] = journeys.SamePlainStep(
                self.servers["plain"], answered=answered
            ).go
        in_turns(turns, 1)
        spent = in_turns(turns, self.rounds)
        found = {name: [each.turn for each in all_] for name, all_ in spent.items()}  # type: ignore[attr-defined]
        for answered in states:
            guide, plain = found[f"guide {answered}"], found[f"plain {answered}"]
            table.line(
                f"one step, {answered} answered at length: a page turn, ms; ÷ none answered",
                f"{table.ms(guide)}; {ratio(guide, found['guide 0'])}",
                "",
                "",
                f"{ratio(guide, plain)}; formtools ÷ none answered: {ratio(plain, found['plain 0'])}",
            )

    def queries(self) -> None:
        """How many questions a GET and a POST ask the database."""
        there = self.visitors["many"]
        pages = [f"/cases/{there['full']['case']}/{step}/" for step in journeys.POSTED]
        first = [f"/cases/{there['new']['case']}/{step}/" for step in ("organisation", "control")]
        ours = self._counts(
            "readiness.settings", there["full"]["session"], _gets([pages[0], *pages])
        )
        posts = [
            request
            for page in first
            for request in _turn(page, {**journeys.POSTED[page.split("/")[3]], "base": "0"})
        ]
        saved = self._counts("readiness.settings", there["new"]["session"], posts)
        data = {"name": "Larch", "problem": "Notes", "often": "daily"}
        floors = self._counts(
            "tests.bench.pages.floor.settings",
            there["floor"],
            [*_turn("/", data), *_turn("/", data)],
        )
        table.line(
            "questions to the database: a GET / a POST",
            f"{max(ours[2:])} / {max(saved[3::2])}",
            f"{floors[2]} / {floors[3]}",
        )

    def _counts(self, settings: str, session: str, requests: list) -> list[int]:
        made = subprocess.run(
            [sys.executable, "-m", "tests.bench.pages.counting", "--session", session],
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": settings, "DATABASE_URL": self.database},
            input=json.dumps(requests),
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return json.loads(made.stdout.splitlines()[-1])

    def bytes(self) -> None:
        """How long the pages are, as they are sent and as gzip has them."""
        there = self.visitors["many"]["full"]
        visitor = Visitor(self.servers["guide"].port, sessionid=there["session"])
        pages = [visitor.get(f"/cases/{there['case']}/{step}/")[1] for step in journeys.POSTED]
        packed = [len(gzip.compress(page)) for page in pages]
        floor = Visitor(self.servers["floor"].port, sessionid=self.visitors["many"]["floor"])
        table.line(
            "bytes of a step's page, everything answered at length: the middle one, gzipped",
            f"{statistics.median(map(len, pages)):.0f}, {statistics.median(packed):.0f}",
            f"{len(floor.get('/')[1])}",
        )
        table.line("bytes of the longest one, gzipped", f"{max(map(len, pages))}, {max(packed)}")
        table.line(f"bytes of all {len(pages)}, gzipped", f"{sum(map(len, pages))}, {sum(packed)}")

    def first_bytes(self) -> None:
        """The wait for the first byte."""
        there, floor = self.visitors["many"]["full"], self.visitors["many"]["floor"]
        path = f"/cases/{there['case']}/{journeys.STEP}/"
        for people in (1, 16):
            turns = {
                "guide": waiting.typical(self.servers["guide"], path, there["session"], people),
                "floor": waiting.typical(self.servers["floor"], "/", floor, people),
            }
            found = in_turns(turns, self.rounds)
            table.compared(f"the wait for the first byte, {people} at a time, ms", found, table.ms)

    def memory(self) -> None:
        """What a worker holds by now."""
        guide, floor = (self.servers[name].memory() for name in ("guide", "floor"))
        table.line(
            "memory of a worker, MiB", f"{guide:.0f}", f"{floor:.0f}", f"{guide / floor:.2f}"
        )

    def many(self) -> None:
        """Pages in the full database ÷ in one with a hundred cases."""
        for what, gets in self._pages():
            found = in_turns(gets, self.rounds)
            table.line(
                f"{what}, ms; many cases ÷ a hundred",
                f"{table.ms(found['many'])}; {ratio(found['many'], found['few'])}",
            )
        began = time.perf_counter()
        self._visitor("guide", "consultant").get(NARROWED)
        table.line(
            "the insights, narrowed to a nation for the first time, s",
            f"{time.perf_counter() - began:.2f}",
        )

    def _pages(self) -> Iterator[tuple[str, dict[str, Callable[[], float]]]]:
        both = {"many": "guide", "few": "few"}
        step = {
            name: partial(
                self._gets, server, self._step(name), self.visitors[name]["full"]["session"]
            )
            for name, server in both.items()
        }
        yield "a step's page", step
        for what, path in DESK.items():
            yield (
                what,
                {
                    name: partial(
                        self._gets,
                        server,
                        path.format(**self.visitors[name]),
                        self.visitors[name]["consultant"],
                    )
                    for name, server in both.items()
                },
            )

    def _step(self, name: str) -> str:
        return f"/cases/{self.visitors[name]['full']['case']}/{journeys.STEP}/"

    def _visitor(self, server: str, who: str) -> Visitor:
        name = "few" if server == "few" else "many"
        return Visitor(self.servers[server].port, sessionid=self.visitors[name][who])

    def _gets(self, server: str, path: str, session: str) -> float:
        visitor = Visitor(self.servers[server].port, sessionid=session)
        before = self.servers[server].clock()
        for _get in range(GETS):
            status, _body = visitor.get(path)
            assert status == 200, (path, status)
        return (self.servers[server].clock() - before) / GETS

    def phone(self) -> None:
        """A first visit and a later page on a slow phone."""
        address = f"http://127.0.0.1:{self.servers['guide'].port}"
        with phones.phone() as (page, seen):
            page.goto(f"{address}/")
            _say("a first visit", seen())
            page.click("main form button")
            _say("the task list after it", seen())
            page.goto(page.url + f"{journeys.STEP}/")
            _say("a step after that", seen())

    def starts(self, port: int) -> None:
        """From nothing to the first page, and `manage.py check`."""
        there = self.visitors["many"]
        path = f"/cases/{there['full']['case']}/{journeys.STEP}/"
        turns = {
            "guide": starting.cold(OURS, port, self.database, path, there["full"]["session"]),
            "floor": starting.cold(FLOOR, port, self.database, "/", there["floor"]),
        }
        found = in_turns(turns, max(3, self.rounds // 3))
        table.compared("a cold start up to the first page, s of the processor", found, _seconds)
        used, waited = starting.check(self.database)
        table.line("manage.py check, s of the processor; s", f"{used:.2f}; {waited:.2f}")


def _gets(paths: list[str]) -> list:
    return [["get", path, {}] for path in paths]


def _turn(path: str, data: dict) -> list:
    return [["get", path, {}], ["post", path, data]]


def _seconds(found) -> str:
    return f"{statistics.median(found):.2f}"


def _say(what: str, seen: phones.Seen) -> None:
    table.line(
        f"slow phone, {what}: first words, s; layout shift; requests; bytes",
        f"{seen.paint:.2f}; {seen.shift:.3f}; {seen.requests}; {seen.bytes}",
    )
