"""Measures by the processor's clock, in rounds in which all take turns; says what came out."""

import os
import platform
import random
import statistics
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")


def processor_of(pid: int) -> float:
    """Seconds of the processor that a process and its ended children have used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) * TICK


def peak_of(pid: int) -> float:
    """The most memory that a process has held at once, in MiB; 0 where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0].split()[1]) / 1024 if found else 0


def in_turns(what: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each costs in each round; the order within a round is by chance."""
    found: dict[str, list[float]] = {name: [] for name in what}
    for _round in range(rounds):
        for name in random.sample(list(what), len(what)):
            found[name].append(what[name]())
    return found


def ratio(above: list[float], below: list[float]) -> str:
    """The median and the quartiles of the ratios within each round: “1.02 [0.98–1.05]”."""
    ratios = [a / b for a, b in zip(above, below, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return f"{middle:.2f} [{low:.2f}–{high:.2f}]"


def share(part: list[float], whole: list[float]) -> str:
    """The median share, in hundredths."""
    shares = [a / b for a, b in zip(part, whole, strict=True)]
    return f"{100 * statistics.median(shares):.0f}%"


def row(*cells: str) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)  # noqa: T201


def head(*cells: str) -> None:
    print()  # noqa: T201
    row(*cells)
    row(*("---" for _cell in cells))


def say(text: str) -> None:
    print(f"\n{text}", flush=True)  # noqa: T201


def machine() -> str:
    """What it ran on, in one line."""
    about = Path("/proc/cpuinfo").read_text()
    model = next(line.split(": ")[1] for line in about.splitlines() if "model name" in line)
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return (
        f"{time.strftime('%-d %B %Y')}. {os.cpu_count()} cores ({model}), load {busy} at the start;"
        f" {platform.system()}, Python {platform.python_version()}, Django {version('django')},"
        f" WeasyPrint {version('weasyprint')}."
    )
