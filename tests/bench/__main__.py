"""`make bench-pdf`: prints ratios measured in one run. Needs Linux, which says what processes use."""

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--port", type=int, default=8099)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ |= {"BENCH": folder, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
        measure(given.rounds, given.port)


def measure(rounds: int, port: int) -> None:
    import django

    django.setup()

    from django.conf import settings
    from django.core.management import call_command

    from readiness.catalogue import loader
    from readiness.reports import fonts
    from tests.bench import measuring, rendering, serving

    call_command("migrate", verbosity=0)
    loader.load()
    fonts.make(Path(settings.FONTS))
    measuring.say(measuring.machine())
    rendering.compare(rounds)
    rendering.grow(max(3, rounds // 2))
    serving.compare(port, rounds)


if __name__ == "__main__":
    main()
