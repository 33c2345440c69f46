"""The figures of a case as a file for a spreadsheet (CSV) or a program (JSON)."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from readiness.business_case import as_json as printed
from readiness.cases import sentences, sums
from readiness.cases.amounts import listed
from readiness.cases.facts import Facts
from readiness.cases.rules import ruling
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents
from readiness.reports.context import Edition
from readiness.spreadsheets import safe


class NoFigures(Exception):
    """Its text is a sentence for people; `steps` are the slugs of those still to be answered."""

    def __init__(self, steps: Sequence[str]) -> None:
        named = listed([f"“{STEPS[step].page.name}”" for step in steps])
        super().__init__(
            _("There are no figures yet. Still to be answered: {steps}.").format(steps=named)
        )
        self.steps = tuple(steps)


def missing(facts: Facts) -> str:
    """The sentence that says which steps are missing; "" where there are figures."""
    steps = sums.missing_for_figures(facts.answers, facts.later)
    return str(NoFigures(steps)) if steps else ""


@dataclass(frozen=True)
class FiguresFile:
    """Figures by name, some in groups; `why` has a sentence for each that is null, by dotted name."""

    values: Mapping[str, Any]
    why: Mapping[str, str]


def case_figures(facts: Facts, edition: Edition, contents: Contents) -> FiguresFile:
    """The names and forms of `case_figures`, with why a figure is null.

    Raises NoFigures.
    """
    values = {**head(facts, edition), **_figures(facts)}
    return FiguresFile(values, _why(facts, contents))


def as_json(figures: FiguresFile) -> str:
    """All of it, `why` last."""
    whole = {**figures.values, "why": figures.why}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_csv(figures: FiguresFile) -> str:
    """A row for each figure by its dotted name; where there is none, the sentence that says why."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, quoting=csv.QUOTE_ALL)  # some programs split at “;”
    rows.writerow(["figure", "value", "why_not"])
    for name, value in _flat(figures.values):
        rows.writerow([name, safe(value), safe(figures.why.get(name, ""))])
    return out.getvalue()


def head(facts: Facts, edition: Edition) -> dict[str, Any]:
    """Whose figures they are, and of which paper."""
    return {
        "reference": edition.reference,
        "organisation": facts.text("organisation", "name"),
        "version": edition.number,
        "date": edition.on.isoformat(),
    }


def _figures(facts: Facts) -> dict[str, Any]:
    if facts.figures is None:
        raise NoFigures(sums.missing_for_figures(facts.answers, facts.later))
    return {**printed(facts.figures), "verdict": ruling(facts)}


def _why(facts: Facts, contents: Contents) -> dict[str, str]:
    nulls = facts.figures.nulls if facts.figures else {}
    return {name: " ".join(sentences.say("null", name, facts, contents)) for name in nulls}


def _flat(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
