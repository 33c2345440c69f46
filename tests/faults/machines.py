"""The machines of the fault test: web servers, workers, a database and a stand-in for a bucket."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
BUCKET = "papers"
PATIENCE = 300  # seconds until something is up again, on a machine that has much to do
NO_ROOM = 8192  # bytes: no file of the database grows further, nor its log


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class Machine:
    """A process that can be killed and started again, with all that it started."""

    name: str
    command: list[str]
    environment: dict[str, str]
    log: Path
    address: str = ""  # of a web server
    process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def is_up(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """As a power cut ends it."""
        self._signal(signal.SIGKILL)
        self._wait()

    def stop(self) -> None:
        """As an upgrade ends it."""
        self._signal(signal.SIGTERM)
        self._wait()

    def stand_still(self, seconds: float) -> None:
        """As a machine that swaps, or that the network lost: it does nothing, and then goes on."""
        self._signal(signal.SIGSTOP)
        time.sleep(seconds)
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        assert self.process
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)

    def _wait(self) -> None:
        assert self.process
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Cluster(NamedTuple):
    """A server of PostgreSQL, as Debian's tools name it."""

    version: str
    name: str
    owner: str
    folder: Path


class Database:
    """The server of `.setup/with-postgres`, which may be started again."""

    def restart(self) -> None:
        """At once, as after a power cut: it finds its way back by its own log."""
        self._control("restart", "-m", "immediate")

    def have_no_room(self, seconds: float) -> None:
        """Its disk takes no more for a while. It stops where it cannot write its log, as it should,
        and is started again once there is room."""
        self._limit_files(str(NO_ROOM))
        time.sleep(seconds)
        self._limit_files("unlimited")
        self._control("restart", "-m", "immediate")

    def _limit_files(self, most: str) -> None:
        """Of each of its processes, as the one whose they are: nobody else may."""
        owner = ["runuser", "-u", self._cluster.owner, "--"] if os.geteuid() == 0 else []
        for process in self._processes():
            command = [*owner, "prlimit", f"--pid={process}", f"--fsize={most}:"]
            subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # it may have ended

    def _control(self, *what: str) -> None:
        command = ["pg_ctlcluster", self._cluster.version, self._cluster.name, *what]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @cached_property
    def _cluster(self) -> "Cluster":
        clusters = subprocess.check_output(["pg_lsclusters", "-h"], text=True)
        wanted = [os.environ["PGVERSION"], os.environ["PGPORT"]]
        for line in clusters.splitlines():
            version, name, port, _status, owner, folder, *_log = line.split()
            if [version, port] == wanted:
                return Cluster(version, name, owner, Path(folder))
        raise LookupError(f"no cluster of {wanted}")

    def _processes(self) -> Iterator[int]:
        """The server, and all that it started."""
        try:
            first = int((self._cluster.folder / "postmaster.pid").read_text().splitlines()[0])
        except FileNotFoundError:
            return
        yield first
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                number, _name_and, rest = status.read_text().replace(")", "(").split("(")
            except (OSError, ValueError):  # it ended meanwhile
                continue
            if int(rest.split()[1]) == first:
                yield int(number)


def bucket(folder: Path) -> tuple[Machine, dict[str, str]]:
    """A stand-in for S3-compatible storage, and the settings that name it."""
    port = free_port()
    program = str(Path(sys.executable).with_name("moto_server"))
    server = Machine(
        "bucket", [program, "-H", "127.0.0.1", "-p", str(port)], {}, folder / "bucket.log"
    )
    address = f"http://127.0.0.1:{port}"
    named = {"S3_BUCKET": BUCKET, "S3_ENDPOINT": address, "S3_REGION": "eu-west-2"}
    return server, named | {"S3_KEY": "key", "S3_SECRET": "secret"}


def web(number: int, folder: Path) -> Machine:
    """A web server."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "readiness.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket"]
    command += ["--log-level", "warning"]
    name = f"web-{number}"
    return Machine(name, command, {}, folder / f"{name}.log", f"http://127.0.0.1:{port}")


def worker(number: int, folder: Path) -> Machine:
    """One that does the work behind pages."""
    name = f"worker-{number}"
    return Machine(name, [sys.executable, "manage.py", "worker"], {}, folder / f"{name}.log")


def wait_until_up(address: str) -> None:
    """Until the address answers at all."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=20).close()  # noqa: S310 - our own, on loopback
        except (URLError, OSError) as fault:
            if hasattr(fault, "code"):
                return
            if time.monotonic() > end:
                raise
            time.sleep(0.3)
        else:
            return
