"""How a stored paper compares with a static file of the same size, served by the same server."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import press
from tests.bench.measuring import head, in_turns, processor_of, ratio, row, say
from tests.people import Person, answers, case_with

AT_ONCE = 300  # requests in one turn


def compare(port: int, rounds: int) -> None:
    """A stored version ÷ a static file; the same thing twice; and what costs most on the way."""
    call_command("collectstatic", interactive=False, verbosity=0)
    person = Person(SERVER_NAME="127.0.0.1")
    person.join(case_with(answers()))
    versions.send(person.case, by="Bench", at=timezone.now(), contents=contents())
    address = f"/cases/{person.case.pk}/business-case.pdf"
    paper = stored(person, address)
    (Path(settings.STATIC_ROOT) / "bench.pdf").write_bytes(paper)
    with CaptureQueriesContext(connection) as queries:
        stored(person, address)
    paths = {
        "static": "/static/bench.pdf",
        "same": "/static/bench.pdf",
        "stored": address,
        "guarded": f"/bench/{person.case.pk}/",
        "bare": "/bench/",
    }
    with server(port) as (client, workers):
        visitor = Visitor(client, workers, person.cookies["sessionid"].value, paper)
        turns = {name: partial(visitor.turn, path) for name, path in paths.items()}
        in_turns(turns, 1)
        found = in_turns(turns, rounds)
    say(
        f"{len(paper) // 1024} KiB; {rounds} rounds of {AT_ONCE} requests on a kept connection;"
        " processor time of the server."
    )
    head("what ÷ a static file of the same size", "median [quartiles]")
    for name, words in (
        ("stored", f"a stored version (aim ≤ 3), {len(queries)} queries"),
        ("guarded", "the same bytes after the session and the access check alone"),
        ("bare", "the same bytes after the middleware alone"),
        ("same", "the static file once more (A/A)"),
    ):
        row(words, ratio(found[name], found["static"]))


@dataclass
class Visitor:
    """Somebody who reads one paper again and again."""

    client: HTTPConnection
    workers: list[int]
    session: str
    paper: bytes

    def turn(self, path: str) -> float:
        """The seconds of the processor that the server takes for a hundred and more requests."""
        before = sum(map(processor_of, self.workers))
        for _request in range(AT_ONCE):
            self.client.request("GET", path, headers={"Cookie": f"sessionid={self.session}"})
            answer = self.client.getresponse()
            assert (answer.status, answer.read()) == (200, self.paper)
        return sum(map(processor_of, self.workers)) - before


def stored(person: Person, address: str) -> bytes:
    """The paper, once it is made."""
    for _second in range(60):
        answer = person.get(address)
        if answer.status_code == 200:
            return b"".join(answer.streaming_content)
        time.sleep(1)
    raise TimeoutError(f"{address} was not made in a minute")


@contextmanager
def server(port: int) -> Iterator[tuple[HTTPConnection, list[int]]]:
    """A web server like that of `make run`, a client that keeps its connection, and the workers."""
    command = [sys.executable, "-m", "gunicorn", "readiness.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket"]
    process = subprocess.Popen([*command, "--log-level", "warning"], cwd=press.ROOT)
    try:
        client = HTTPConnection("127.0.0.1", port)
        while True:
            try:
                client.connect()
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        yield client, [int(child) for child in children.read_text().split()]
    finally:
        process.terminate()
        process.wait()
