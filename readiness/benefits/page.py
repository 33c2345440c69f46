"""The pages of the reviews as finished values: a template only has to print them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.benefits import says
from readiness.benefits.forms import Review
from readiness.benefits.found import Found, found_of, odd_dates
from readiness.benefits.models import BenefitsReview, kept
from readiness.benefits.promises import Promise, thawed
from readiness.business_case import Promised
from readiness.cases import amounts, asking
from readiness.cases.facts import Row
from readiness.cases.fields import Month
from readiness.cases.reviews_due import AFTER, Due, due
from readiness.cases.steps.step import Kept


@dataclass(frozen=True)
class Card:
    """One of the three reviews: when it is due, and what it found once it is recorded."""

    months: int
    after: str
    due: Due | None
    has_come: bool
    review: BenefitsReview | None = None
    found: Found | None = None
    measured_by: str = ""
    findings: Sequence[str] = ()
    gaps: Sequence[str] = ()
    odd: Sequence[str] = ()


def cards(reviews: Sequence[BenefitsReview], start: date | None, today: date) -> list[Card]:
    """The three of them, in order."""
    by_months = {each.months: each for each in reviews}
    every = [found_of(kept(each)) for each in reviews]
    return [_card(months, by_months.get(months), every, start, today) for months in AFTER]


def _card(
    months: int,
    review: BenefitsReview | None,
    every: Sequence[Found],
    start: date | None,
    today: date,
) -> Card:
    when = due(start, months) if start else None
    empty = Card(months, amounts.months(months), when, bool(when and when.has_come(today)))
    if review is None:
        return empty
    promise, found = thawed(review.promise), found_of(kept(review))
    return replace(
        empty,
        review=review,
        found=found,
        measured_by=says.measured_by(promise),
        findings=says.findings(promise, found),
        gaps=says.gaps(promise, found),
        odd=odd_dates(found, every),
    )


@dataclass(frozen=True)
class PromisedRow:
    """A row of what was promised for the first 3, 6 and 12 months."""

    name: str
    values: tuple[str, ...]


def promised_rows(promise: Promise) -> list[PromisedRow]:
    """Hours and costs by each review; nothing where no figures were promised."""
    by = [each for months in AFTER if (each := promise.by(months))]
    rows = (
        (_("Hours given back, likely"), lambda each: amounts.number(each.hours.likely, places=0)),
        (_("Paid once"), lambda each: amounts.whole_pounds(each.one_off)),
        (_("Paid for running it"), lambda each: amounts.whole_pounds(each.running)),
        (_("Both together"), lambda each: amounts.whole_pounds(each.cost)),
    )
    return [PromisedRow(name, tuple(map(say, by))) for name, say in rows if by]


@dataclass(frozen=True)
class Part:
    """Some questions under a heading, with what was promised beside them, line by line."""

    title: str
    promised: Sequence[tuple[str, str]]
    blocks: Sequence[asking.Box]
    hint: str = ""


def parts(
    form: Review, promise: Promise, months: int, answers: Mapping[str, Kept]
) -> Iterator[Part]:
    """The form of a review, part by part; the plan in `answers` says who looks, and how."""
    looks = _who_looks(answers)
    yield Part("", (), _boxes(form, "taken_on"))
    for n, row in enumerate(promise.outcomes, start=1):
        title = _("Outcome {n}: {outcome}").format(n=n, outcome=row.get("outcome", ""))
        lines = [*_of_outcome(row), *looks.get(_words(row), ())]
        yield Part(title, lines, _boxes(form, f"actual_{n}", f"reached_{n}"))
    yield Part(_("The time it saves"), _of_time(promise), _boxes(form, "minutes"))
    yield Part(
        _("What was paid in the first {months}").format(months=amounts.months(months)),
        _of_money(promise.by(months)),
        _boxes(form, "paid_once", "paid_running"),
        _("Nearly right is good enough. Leave empty what you do not know."),
    )
    yield Part(_("What you make of it"), (), _boxes(form, "surprises", "decision", "why"))


def _boxes(form: Review, *names: str) -> list[asking.Box]:
    return [asking.box(form, name, form.is_bound, {}) for name in names]


def _of_outcome(row: Row) -> list[tuple[str, str]]:
    by = Month("", noun="").read(row.get("by"))
    lines = (
        (_("Measure"), row.get("measure", "")),
        (_("Before"), row.get("now", "") or _("not known then")),
        (_("Promised"), row.get("target", "")),
        (_("By when"), by),
    )
    return [(name, text) for name, text in lines if text]


def _who_looks(answers: Mapping[str, Kept]) -> dict[str, list[tuple[str, str]]]:
    """Who looks at each outcome and how, by the words of the outcome, as the plan stands now."""
    outcomes = answers.get("outcomes", {}).get("rows") or []
    found = {}
    for row in answers.get("tracking", {}).get("rows") or []:
        if 1 <= row["outcome"] <= len(outcomes):
            lines = [(_("Who looks"), row["who"]), (_("How"), row.get("method", ""))]
            found[_words(outcomes[row["outcome"] - 1])] = [line for line in lines if line[1]]
    return found


def _words(row: Row) -> str:
    return str(row.get("outcome", "")).casefold()


def _of_time(promise: Promise) -> list[tuple[str, str]]:
    if promise.inputs is None:
        return []
    said = promise.inputs.time.minutes_saved.each(lambda each: amounts.minutes(Decimal(each)))
    return [
        (_("Promised"), said.likely),
        (_("At worst"), said.low),
        (_("At best"), said.high),
    ]


def _of_money(promised: Promised | None) -> list[tuple[str, str]]:
    if promised is None:
        return []
    return [
        (_("Promised, once"), amounts.whole_pounds(promised.one_off)),
        (_("Promised, for running it"), amounts.whole_pounds(promised.running)),
    ]
