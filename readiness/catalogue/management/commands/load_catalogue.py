"""manage.py load_catalogue: the content from the fixtures into the database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from readiness.catalogue.fixtures import ContentFault
from readiness.catalogue.loader import Outcome, load


class Command(BaseCommand):
    help = "Load the content from the fixtures, keeping what was edited in the admin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--force", action="store_true", help="overwrite what was edited in the admin"
        )
        parser.add_argument("--folder", type=Path, help="read the fixtures of another folder")

    def handle(self, *, force: bool, folder: Path | None, **options: Any) -> None:
        try:
            outcome = load(folder, force=force)
        except ContentFault as fault:
            self.stderr.write("\n".join([*fault.faults, "Nothing was loaded."]))
            sys.exit(1)
        self.stdout.write("\n".join(summary(outcome)))


def summary(outcome: Outcome) -> list[str]:
    """What a load did, in a few plain lines."""
    lines = [
        f"Content: {len(outcome.added)} added, {len(outcome.updated)} updated, "
        f"{len(outcome.removed)} removed, {outcome.unchanged} unchanged. "
        f"Version {outcome.version}."
    ]
    if outcome.kept:
        lines.append("Edited in the admin, and left as it is (--force overwrites it):")
        lines += [f"  {name}" for name in outcome.kept]
    return lines
