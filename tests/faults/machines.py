"""The machines of the fault test: web servers, workers, a database and a stand-in for a bucket."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
BUCKET = "papers"
PATIENCE = 180  # seconds until something is up again, on a machine that has much to do


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
    kills: int = field(default=0)

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

    def kill(self) -> None:
        """As a power cut ends it."""
        self.kills += 1
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """As an upgrade ends it."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: int) -> None:
        assert self.process
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Database:
    """The server of `.setup/with-postgres`, which may be started again."""

    restarts = 0

    def restart(self) -> None:
        """At once, as after a power cut: it finds its way back by its own log."""
        self.restarts += 1
        version, port = os.environ["PGVERSION"], os.environ["PGPORT"]
        clusters = subprocess.check_output(["pg_lsclusters", "-h"], text=True)
        name = next(
            line.split()[1]
            for line in clusters.splitlines()
            if line.split()[:3:2] == [version, port]
        )
        command = ["pg_ctlcluster", version, name, "restart", "-m", "immediate"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


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


def web(number: int, settings: dict[str, str], folder: Path) -> Machine:
    """A web server."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "readiness.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket"]
    command += ["--log-level", "warning"]
    name = f"web-{number}"
    address = f"http://127.0.0.1:{port}"
    return Machine(name, command, settings, folder / f"{name}.log", address)


def worker(number: int, settings: dict[str, str], folder: Path) -> Machine:
    """One that does the work behind pages."""
    name = f"worker-{number}"
    return Machine(name, [sys.executable, "manage.py", "worker"], settings, folder / f"{name}.log")


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
