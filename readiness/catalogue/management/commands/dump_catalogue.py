"""manage.py dump_catalogue: what was edited in the admin back into the fixtures."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from readiness.catalogue.dumping import dump
from readiness.catalogue.fixtures import ContentFault


class Command(BaseCommand):
    help = "Write what was edited in the admin into the fixtures, to be reviewed as a diff."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, help="write all fixtures into another folder")
        parser.add_argument(
            "--check", action="store_true", help="only say which files would change; 1 if any would"
        )
        parser.add_argument(
            "--force", action="store_true", help="write edits over what changed in the files too"
        )
        parser.add_argument(
            "--anew", action="store_true", help="also lay out anew what nobody edited"
        )

    def handle(
        self, *, folder: Path | None, check: bool, force: bool, anew: bool, **options: Any
    ) -> None:
        try:
            dumped = dump(force=force, anew=anew)
        except ContentFault as fault:
            self.stderr.write("\n".join([*fault.faults, "Nothing was written."]))
            sys.exit(1)
        to = folder or settings.FIXTURES
        names = dumped.changed(to) if check else dumped.write(to)
        self.stdout.write(
            f"{'Would change' if check else 'Written'}: {', '.join(names) or 'none'}."
        )
        if dumped.torn:
            self.stderr.write(
                "Changed in the files too, and left as it is (--force overwrites it):"
            )
            self.stderr.write("\n".join(f"  {name}" for name in dumped.torn))
        if dumped.torn or (check and names):
            sys.exit(1)
