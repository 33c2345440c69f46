"""Write every case to a file, one in each line: manage.py export_cases --output F."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from readiness.cases import case_file
from readiness.cases.models import Case
from readiness.catalogue.contents import contents

AT_A_TIME = 200  # cases in memory


class Command(BaseCommand):
    """The same memory however many cases there are; no half-written file is left."""

    help = "Writes every case as JSON Lines: each line is the case file of one case."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", required=True, help="A file, or - for standard output.")

    def handle(self, *args: Any, output: str, **options: Any) -> None:
        if output == "-":
            self._to_standard_output()
            return
        with _whole(Path(output)) as file:
            count = sum(1 for line in _lines() if file.write(line))
        self.stderr.write(f"{count} cases written to {output}.")

    def _to_standard_output(self) -> None:
        try:
            for line in _lines():
                self.stdout.write(line, ending="")
        except BrokenPipeError:  # whoever reads has enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _lines() -> Iterator[str]:
    version = contents().version
    for case in Case.objects.order_by("pk").iterator(AT_A_TIME):
        found = case_file.exported(case, content_version=version)
        yield json.dumps(found, ensure_ascii=False) + "\n"


@contextmanager
def _whole(output: Path) -> Iterator[TextIO]:
    """All or nothing: written beside its place, then moved into it."""
    beside = output.with_name(f".{output.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        beside.replace(output)
    except OSError as error:
        raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
