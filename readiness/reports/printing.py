"""The process that prints. It knows neither Django nor the database, and fetches nothing.

`python -m readiness.reports.printing` does the job on its standard input. With `press` it is a warm
press (see press.py): it reads orders from the socket that is its standard input, and does each job
in a fork of its own, which is safe as it runs no threads: Pango's have ended before the first.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import IO

from readiness.reports import pdf

PER_ORDER = 4  # descriptors: where to read the job, write the PDF and messages, and tell its end
SHORTLY = 5  # seconds


def do(given: IO[bytes], made: IO[bytes], said: IO[bytes]) -> int:
    """Do one job within its limits; returns how it ended. What went wrong is said in `said`."""
    job = json.load(given)
    _limit(**job["limits"])
    try:
        paper, warnings = pdf.typeset(job["html"], job["link_labels"])
        if len(paper) > job["limits"]["file"]:
            raise MemoryError(f"{len(paper)} bytes")
    except pdf.Lacking as error:
        return _end(pdf.LACKING, error, said)
    except pdf.Unreadable as error:
        return _end(pdf.FAULTY, error, said)
    except (MemoryError, RecursionError) as error:
        return _end(pdf.BIG, error, said)
    made.write(paper)
    said.write("\n".join(warnings).encode())
    return 0


def _end(code: int, error: Exception, said: IO[bytes]) -> int:
    said.write(f"{type(error).__name__}: {error}".encode())
    return code


def _limit(*, processor: int, memory: int, file: int, clock: int) -> None:
    """Windows has no such limits; there the clock of the owner alone stops a document."""
    with suppress(AttributeError):
        signal.setitimer(signal.ITIMER_REAL, clock)  # ends the process also in the midst of C
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, file),
        (resource.RLIMIT_CORE, 0),  # a dump would hold what people wrote
    ):
        with suppress(ValueError, OSError):  # where the machine is stricter, or has no such limit
            resource.setrlimit(kind, (most, most))


def serve(orders: socket.socket) -> None:
    """Do what is ordered until nobody can order any more, then end what is still in hand."""
    with suppress(pdf.Lacking):  # each job will say so
        pdf.warm_up()
    _wait_until_alone()
    bell = _bell()
    at_work: dict[int, int] = {}  # the children, and the descriptor that waits for each one's end
    while True:
        ready, _, _ = select.select([orders.fileno(), bell], [], [])
        if bell in ready:
            os.read(bell, 512)
            _tell(at_work)
        if orders.fileno() in ready:
            _, received, _, _ = socket.recv_fds(orders, 1, PER_ORDER)
            if len(received) < PER_ORDER:
                break
            *sheets, end = received
            child = _fork(sheets, not_its_own=[orders.fileno(), end, *at_work.values()])
            at_work[child] = end
            for sheet in sheets:
                os.close(sheet)
    for child in at_work:
        os.kill(child, signal.SIGKILL)


def _wait_until_alone() -> None:
    """Pango looks for fonts in threads, which end a moment after what they were for (Linux)."""
    threads = Path("/proc/self/task")
    until = time.monotonic() + SHORTLY
    while threads.is_dir() and len(list(threads.iterdir())) > 1 and time.monotonic() < until:
        time.sleep(0.001)


def _bell() -> int:
    """A descriptor that can be read when a child has ended."""
    bell, hammer = os.pipe()
    os.set_blocking(hammer, False)
    signal.set_wakeup_fd(hammer)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return bell


def _tell(at_work: dict[int, int]) -> None:
    """Tell those who wait how their jobs ended; no child stays behind as a zombie."""
    for child in list(at_work):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            waiting = at_work.pop(child)
            with suppress(OSError):  # it waits no more
                os.write(waiting, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(waiting)


def _fork(sheets: list[int], not_its_own: list[int]) -> int:
    """A child that does one job and ends, whatever happens."""
    if child := os.fork():
        return child
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in not_its_own:  # so that those who wait see at once when the press dies
            os.close(descriptor)
        code = _do(*sheets)
    finally:
        os._exit(code)


def _do(given: int, made: int, said: int) -> int:
    gc.disable()  # it lives for one document: to collect its rubbish costs a tenth
    with open(given, "rb") as job, open(made, "wb") as paper, open(said, "wb") as messages:
        try:
            return do(job, paper, messages)
        except Exception:
            messages.write(traceback.format_exc().encode())
            return 1


if __name__ == "__main__":
    if sys.argv[1:] == ["press"]:
        serve(socket.socket(fileno=0))
    else:
        sys.exit(do(sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer))
