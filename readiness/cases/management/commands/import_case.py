"""Save one case from a case file."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from readiness.cases import case_file


class Command(BaseCommand):
    help = "Checks a case file and saves it as a new case; prints its reference on the last line."

    def add_arguments(self, parser):
        parser.add_argument("file", help="The case file, or - for standard input.")

    def handle(self, *args, file: str, **options):
        try:
            case = case_file.imported(_text(file), at=timezone.now())
        except case_file.Faulty as faulty:
            self.stderr.write("\n".join(faulty.faults))
            sys.exit(1)
        self.stdout.write(case.reference)


def _text(file: str) -> str:
    """The file's text. Raises Faulty where it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise case_file.Faulty([f"file: it cannot be read ({error.strerror})"]) from None
    except UnicodeDecodeError:
        raise case_file.Faulty(["file: it is not UTF-8 text"]) from None
