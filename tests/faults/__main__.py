"""`make fault-test`: prints what was counted, and ends with an error where anything was lost."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import mkdtemp

from tests.faults import power_cut, several_machines

MUST_BE_NONE = ("lost", "doubled", "stuck", "unsound")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("part", choices=("machines", "power-cut"))
    asked.add_argument("--people", type=int, default=6)
    asked.add_argument("--blows", type=int, default=30, help="15 are one round of every kind")
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "readiness.settings")
    folder = Path(mkdtemp(prefix="fault-test-"))
    if options.part == "machines":
        found = several_machines.run(
            folder, people=options.people, blows=options.blows, seed=options.seed
        )
    else:
        found = power_cut.run(folder, rounds=options.rounds, seed=options.seed)
    bad = [name for name, count in found.items() if name.startswith(MUST_BE_NONE) and count]
    for name, count in found.items():
        print(f"{count!s:>8}  {name}")  # noqa: T201
    print(f"What the processes said is in {folder}")  # noqa: T201
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
