"""`make bench`: how a page turn of the guide compares with the floor, in one run. Needs Linux."""

import argparse
import json
import os
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from tests.bench.pages.servers import FLOOR, OURS, PLAIN, ROOT, server

FOLDER = ROOT / "var" / "bench"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.bench.pages.settings"}


def main() -> None:
    """Make the databases, start every server at once, and measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--many", default=f"sqlite:///{FOLDER / 'many.sqlite3'}")
    parser.add_argument("--few", default=f"sqlite:///{FOLDER / 'few.sqlite3'}")
    parser.add_argument("--no-phone", action="store_true", help="where there is no Chromium")
    given = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    visitors = {"many": _filled(given.many, given.cases), "few": _filled(given.few, 100)}
    os.environ |= {**SETTINGS, "DATABASE_URL": given.many}
    _measure(given, visitors)


def _filled(database: str, cases: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.pages.building", "--cases", str(cases)]
    environment = {**os.environ, **SETTINGS, "DATABASE_URL": database}
    made = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(made.stdout.splitlines()[-1])


def _measure(given, visitors: dict[str, Any]) -> None:
    import django

    django.setup()

    from tests.bench.measuring import machine, say
    from tests.bench.pages import measures

    say(f"{machine()} {measures.database()}, {given.cases:,} cases, {given.rounds} rounds.\n")
    with ExitStack() as stack:
        apps = {"floor": FLOOR, "same": FLOOR, "plain": PLAIN, "guide": OURS}
        servers = {
            name: stack.enter_context(server(app, given.port + n, given.many))
            for n, (name, app) in enumerate(apps.items())
        }
        servers["few"] = stack.enter_context(server(OURS, given.port + 5, given.few))
        run = measures.Run(servers, visitors, given.rounds, given.many)
        for part in run.parts():
            part()
        if not given.no_phone:
            run.phone()
    run.starts(given.port + 6)


if __name__ == "__main__":
    main()
