"""How long a server takes to start and to answer for the first time, and what it then holds."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from tests.bench.pages.servers import ROOT, server

CHECK = [sys.executable, "manage.py", "check"]


def cold(app: str, port: int, database: str, path: str, session: str) -> Callable[[], float]:
    """The seconds of the processor from nothing to the first page."""

    def start() -> float:
        with server(app, port, database, first=(path, session)) as started:
            return started.clock()

    return start


def check(database: str) -> tuple[float, float]:
    """What `manage.py check` takes: seconds of the processor, and seconds."""
    before, began = _of_children(), time.perf_counter()
    environment = {**os.environ, "DATABASE_URL": database}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run(CHECK, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return _of_children() - before, time.perf_counter() - began


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
