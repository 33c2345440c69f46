"""manage.py check_catalogue: whether the content is sourced, two-sided, neutral and plain."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from readiness.catalogue import quality
from readiness.catalogue.contents import Contents, gather
from readiness.catalogue.entry import Entry
from readiness.catalogue.fixtures import ContentFault, read
from readiness.catalogue.models import KINDS, ProductWord
from readiness.catalogue.quality import plain_english

HARDEST = 3


class Command(BaseCommand):
    help = "Check the published content, or that of a folder. Ends with 1 where there is a fault."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, help="check the fixtures of a folder")
        parser.add_argument(
            "--concerns", action="store_true", help="also show what may be left as it is"
        )

    def handle(self, *, folder: Path | None, concerns: bool, **options: Any) -> None:
        try:
            entries = [each.entry for each in read(folder)] if folder else published()
        except ContentFault as fault:
            self._end(fault.faults)
        if not entries:
            self._end(["There is no content. Load it with load_catalogue, or name a --folder."])
        faults = []
        for content in by_language(entries):
            faults += quality.of_all(content)
            self.stdout.write("\n".join(grades(content)))
            if concerns:
                told = (quality.concerns(entry, content) for entry in content.entries)
                self.stdout.write("\n".join(str(concern) for each in told for concern in each))
        if faults:
            self._end([*map(str, faults), f"{len(faults)} to put right."])
        self.stdout.write(f"{len(entries)} entries, and nothing to put right.")

    def _end(self, lines: list[str]) -> None:
        self.stderr.write("\n".join(lines))
        sys.exit(1)


def published() -> list[Entry]:
    """Every entry of the database, kind by kind."""
    return [entry for kind in KINDS for entry in kind._default_manager.all()]


def by_language(entries: list[Entry]) -> Iterator[Contents]:
    """The entries of each language together."""
    for language in sorted({entry.language for entry in entries}):
        yield gather([entry for entry in entries if entry.language == language], "")


def grades(content: Contents) -> Iterator[str]:
    """For each kind its mean grade, and the entries that are hardest to read."""
    for kind in KINDS:
        entries = content.of(kind).values()
        if not entries or kind is ProductWord:
            continue
        each = {e.slug: plain_english.mean_grade(plain_english.our_words([e])) for e in entries}
        hardest = sorted(each.items(), key=lambda pair: -pair[1])[:HARDEST]
        mean = plain_english.mean_grade(plain_english.our_words(entries))
        named = ", ".join(f"{slug} {found:.1f}" for slug, found in hardest)
        yield f"{kind._meta.verbose_name_plural}: grade {mean:.1f} in the mean; hardest: {named}"
