"""Has jobs done by a printing process, which has limits and can be killed.

A warm press stands beside each process of the web: one Python that has WeasyPrint loaded and forks
for each job. It starts with the first job, is started again where it died, and ends with the
process that it belongs to. Where a fork is not safe each job gets a cold process of its own.
docs/decisions/0006-a-warm-press-that-forks.md says why.
"""

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
PRINTING = [sys.executable, "-m", "readiness.reports.printing"]

# Windows has no fork, and on macOS the libraries of the system do not bear one.
FORKS = hasattr(os, "fork") and sys.platform != "darwin"

AT_ONCE = 2  # jobs side by side in one process of the web
START = 60  # seconds by which a press is up, even on a machine that has much to do
STOPPED = -14  # as by SIGALRM: the clock ran out

Sheets = tuple[IO[bytes], IO[bytes], IO[bytes]]


@dataclass(frozen=True)
class Done:
    """How a job ended (0 well, below 0 by that signal), what it made and what it says of it."""

    code: int
    made: bytes
    said: str


def run(job: bytes, *, environment: Mapping[str, str], clock: int) -> Done:
    """Have a job done, which may take `clock` seconds from when its turn comes.

    Other jobs may be in hand: then it waits, and its clock stands. The printing process learns
    nothing of the environment but what is given here.
    """
    with _place:
        for _attempt in range(2):  # the press may have died since the last job
            with _sheets(job) as sheets:
                code = (_warm if FORKS else _cold)(sheets, environment, clock)
                if code is not None:
                    return Done(code, _read(sheets[1]), _read(sheets[2]).decode(errors="replace"))
    return Done(1, b"", "The press broke down, twice.")


@contextmanager
def _sheets(job: bytes) -> Iterator[Sheets]:
    """What the job is read from, what the PDF and what messages are written to."""
    with ExitStack() as stack:
        given, made, said = (stack.enter_context(_sheet()) for _ in range(3))
        given.write(job)
        given.seek(0)
        yield given, made, said


def _sheet() -> IO[bytes]:
    """A file without a name; in memory where the system can, as people's words are in it."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("sheet"), "w+b")
    return TemporaryFile()


def _read(sheet: IO[bytes]) -> bytes:
    sheet.seek(0)
    return sheet.read()


def _cold(sheets: Sheets, environment: Mapping[str, str], clock: int) -> int:
    given, made, said = sheets
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter, no shell
            PRINTING,
            stdin=given,
            stdout=made,
            stderr=said,
            timeout=clock,
            cwd=ROOT,
            env=environment,
        ).returncode
    except subprocess.TimeoutExpired:
        return STOPPED


def _warm(sheets: Sheets, environment: Mapping[str, str], clock: int) -> int | None:
    press = _press(environment)
    code = press.order(sheets, patience=clock + START)
    if code is None:
        _end(press)
    return code


class Press:
    """A warm printing process and the way to it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._orders, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                [*PRINTING, "press"],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=ROOT,
                env=self.environment,
                start_new_session=True,  # Ctrl+C is for its owner, with whom it ends
            )

    def order(self, sheets: Sheets, patience: int) -> int | None:
        """Have one job done; how it ended, or None where the press did not live to tell."""
        ours, theirs = socket.socketpair()
        with ours, suppress(OSError):  # a TimeoutError too: such a press is as good as dead
            with theirs:
                descriptors = [each.fileno() for each in (*sheets, theirs)]
                socket.send_fds(self._orders, [b"1"], descriptors)
            ours.settimeout(patience)
            return int(told) if (told := ours.recv(8)) else None
        return None

    def end(self) -> None:
        """Let it end, which it does by itself when nobody can order any more."""
        self._orders.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def leave(self) -> None:
        """It belongs to the process that this one was forked from."""
        self._orders.close()
        self.process.returncode = 0  # nothing of ours to wait for


_place = threading.BoundedSemaphore(AT_ONCE)
_lock = threading.Lock()
_presses: list[Press] = []  # one, or none


def _press(environment: Mapping[str, str]) -> Press:
    """The press of this process, which is started where there is none of this environment."""
    with _lock:
        for press in _presses[:]:
            if press.process.poll() is None and press.environment == environment:
                return press
            _presses.remove(press)
            press.end()
        _presses.append(Press(environment))
        return _presses[0]


def _end(press: Press) -> None:
    with _lock:
        if press in _presses:
            _presses.remove(press)
            press.end()


def close() -> None:
    """End the press of this process; the next job starts another."""
    for press in _presses[:]:
        _end(press)


def _forget() -> None:
    """A process that the web server forks has no press yet, nor has anybody a place at it."""
    global _place, _lock
    _place, _lock = threading.BoundedSemaphore(AT_ONCE), threading.Lock()
    while _presses:
        _presses.pop().leave()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
