"""The servers that are compared: each like that of `make run`, with one worker."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server
from urllib.parse import urlencode

from tests.bench.measuring import TICK

ROOT = Path(__file__).parents[3]
OURS = "readiness.wsgi"
FLOOR = "tests.bench.pages.floor.wsgi"
PLAIN = "tests.bench.pages.plain.wsgi"


@dataclass
class Server:
    """A running server: its master, then its worker."""

    port: int
    pids: list[int] = field(default_factory=list)

    def clock(self) -> float:
        """Seconds of the processor that its processes have used, once it rests.

        It goes on for a moment after it has answered, and that belongs to what was asked.
        """
        before, now = -1.0, self._clock()
        while now != before:
            time.sleep(0.0003)
            before, now = now, self._clock()
        return now

    def memory(self) -> float:
        """The MiB that its worker holds."""
        lines = Path(f"/proc/{self.pids[-1]}/status").read_text().splitlines()
        return next(int(x.split()[1]) for x in lines if x.startswith("VmRSS:")) / 1024

    def _clock(self) -> float:
        return sum(time.clock_gettime(~pid << 3 | 2) + _of_ended_children(pid) for pid in self.pids)


def _of_ended_children(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[13:15])) * TICK


@contextmanager
def server(
    app: str, port: int, database: str, first: tuple[str, str] = ("/nothing", "")
) -> Iterator[Server]:
    """Start it, ask it for the ``first`` page in a session, and stop it in the end.

    Raises OSError where something else stands at the port, which would otherwise be measured in its place.
    """
    create_server(("127.0.0.1", port)).close()
    command = [sys.executable, "-m", "gunicorn", app, "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket"]
    environment = {**os.environ, "DATABASE_URL": database, "PORT": str(port)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen([*command, "--log-level", "error"], cwd=ROOT, env=environment)
    try:
        _wait(process, port, *first)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        yield Server(port, [process.pid, *map(int, children)])
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen, port: int, path: str, session: str) -> None:
    while process.poll() is None:
        try:
            Visitor(port, sessionid=session).get(path)
            return
        except ConnectionError:
            time.sleep(0.05)
    raise RuntimeError("The server did not start; above it says why.")


class Visitor:
    """A browser without a screen: it keeps its connection and its cookies."""

    def __init__(self, port: int, **cookies: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port)
        self.cookies = cookies

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """The status and the body."""
        return self._send("GET", path, None, headers)

    def post(self, path: str, data: dict) -> tuple[int, bytes]:
        """The same of a form that is sent."""
        data = {"csrfmiddlewaretoken": self.cookies["csrftoken"], **data}
        body = urlencode(data, doseq=True)
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def ask(self, path: str) -> None:
        """Ask, and wait until the answer begins; `read` reads the rest."""
        self._begin("GET", path, None, {})

    def read(self) -> tuple[int, bytes]:
        """The rest of the answer, and the cookies that it sets."""
        answer = self._answer
        for header in answer.headers.get_all("Set-Cookie", []):
            name, _is, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.where = answer.headers.get("Location", "")
        return answer.status, answer.read()

    def _send(self, method: str, path: str, body, headers) -> tuple[int, bytes]:
        self._begin(method, path, body, headers)
        return self.read()

    def _begin(self, method: str, path: str, body, headers) -> None:
        named = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self._connection.request(method, path, body, {"Cookie": named, **headers})
        self._answer = self._connection.getresponse()
