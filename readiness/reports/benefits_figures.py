"""The figures of a benefits review as a file: promised and found, under the same names."""

from typing import Any

from readiness.benefits.beside import POUNDS, Pair
from readiness.benefits.says import why_not
from readiness.business_case import plain
from readiness.cases.facts import Facts
from readiness.catalogue.contents import Contents
from readiness.reports.context.benefits import Review, review_of
from readiness.reports.context.edition import Edition
from readiness.reports.figures_file import FiguresFile


def benefits_figures(facts: Facts, edition: Edition, contents: Contents) -> FiguresFile:
    """Money with 2 decimals, hours and minutes with 1, as in the figures of the case. What was not
    found is null, and `why` says so."""
    review = review_of(facts)
    figures = {each.slug: _figure(each) for each in review.pairs}
    values = {
        "reference": edition.reference,
        "organisation": facts.text("organisation", "name"),
        "version": review.promise.version,
        "months": review.found.months,
        "date": review.found.taken_on.isoformat(),
        "decision": review.found.decision,
        "outcomes": _outcomes(review),
        **figures,
    }
    why = {
        f"{each.slug}.found": why_not(each.slug, review.found)
        for each in review.pairs
        if each.actual is None
    }
    return FiguresFile(values, why)


def _figure(pair: Pair) -> dict[str, str | None]:
    places = 2 if pair.unit == POUNDS else 1
    given = {"promised": pair.promised, "low": pair.low, "high": pair.high, "found": pair.actual}
    known = {name: None if each is None else plain(each, places) for name, each in given.items()}
    return {name: text for name, text in known.items() if text is not None or name == "found"}


def _outcomes(review: Review) -> dict[str, dict[str, Any]]:
    """By number, counted from 1, so that each has a name of its own in a spreadsheet too."""
    both = zip(review.promise.outcomes, review.found.outcomes, strict=False)
    return {
        str(n): {
            "outcome": row.get("outcome"),
            "measure": row.get("measure"),
            "before": row.get("now"),
            "promised": row.get("target"),
            "found": actual,
            "reached": slug,
        }
        for n, (row, (slug, actual)) in enumerate(both, start=1)
    }
