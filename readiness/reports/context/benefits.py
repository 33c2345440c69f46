"""The benefits review: what was promised and what was found, side by side, on two pages at most.

Texts are cut by budgets at a sentence end, so that it is two pages whatever was typed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from readiness.benefits import says
from readiness.benefits.beside import Pair, pairs
from readiness.benefits.found import Found, found_of, odd_dates, reached
from readiness.benefits.promises import Promise, thawed
from readiness.cases import amounts
from readiness.cases.facts import Facts
from readiness.catalogue.contents import Contents
from readiness.reports.charts import Chart, Level, promised_and_found
from readiness.reports.context.cover import Cover, described, foot, organisation_of, title_of
from readiness.reports.context.edition import Edition
from readiness.reports.context.explained import undrawn_note
from readiness.reports.context.paper import Paper
from readiness.reports.context.parts import Block, Column, Line, Section, Table, section, table
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut

STEP = "benefits"  # where the facts hold the reviews: beside the steps, and none of them
# How much of each text there is room for, in ordinary letters.
OUTCOME, MEASURE, BEFORE, TARGET, ACTUAL = 76, 56, 28, 40, 70
WHY, SURPRISES, NOTES = 320, 500, 260


@dataclass(frozen=True)
class ReviewEdition(Edition):
    """The review after so many `months`; `on` is the day on which it was taken."""

    months: int = 0
    held_beside: str = ""

    @property
    def mark(self) -> str:
        """“After 6 months”."""
        return _("After {months}").format(months=amounts.months(self.months))

    @property
    def filed_as(self) -> str:
        """“after-6-months”: the mark, in the name of a file."""
        return f"after-{self.months}-months"

    @property
    def standing(self) -> str:
        """Which promise it is held beside."""
        return self.held_beside


@dataclass(frozen=True)
class Review:
    """What the paper is about: the promise, what was found, and each time somebody looked."""

    promise: Promise
    found: Found
    all: Sequence[Found]

    @property
    def pairs(self) -> list[Pair]:
        """Time and money, promised beside found."""
        return pairs(self.promise, self.found)


def facts_with(
    facts: Facts, promise: Mapping[str, Any], review: Mapping[str, Any], all_: Sequence[Any]
) -> Facts:
    """The facts of a promise with the reviews beside them, as plain values that can be drawn."""
    given = {"promise": dict(promise), "review": dict(review), "all": list(all_)}
    return Facts(answers={**facts.answers, STEP: given}, figures=facts.figures, today=facts.today)


def review_of(facts: Facts) -> Review:
    """The review that these facts hold."""
    given = facts.answers[STEP]
    every = [found_of(each) for each in given["all"]]
    return Review(thawed(given["promise"]), found_of(given["review"]), every)


def benefits_review(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The review that these facts hold. Text of theirs is printed as it is: hostile until escaped.

    `undrawn` are the letters that no font of ours has.
    """
    said, review = Said(facts, contents), review_of(facts)
    organisation, kind = organisation_of(said), _("Benefits review")
    head = Cover(
        kind=_("Benefits review after {months}").format(months=review.found.after),
        title=cut(title_of(said), 66),
        organisation=cut(organisation, 84),
        described=cut(described(said), 84),
        lines=(
            Line(_("Reference"), (edition.reference,)),
            Line(_("Taken on"), (review.found.day,)),
        ),
        standing=edition.standing,
        foot=foot(organisation, kind, edition),
    )
    return Paper(
        title=_("{kind} – {organisation}").format(kind=head.kind, organisation=head.organisation),
        edition=edition,
        cover=head,
        sections=tuple(_sections(review, undrawn)),
    )


def _sections(review: Review, undrawn: Sequence[str]) -> Iterator[Section]:
    for slug, title, block in (
        ("short", _("In short"), _in_short(review)),
        ("outcomes", _("Outcomes: promised and found"), Block(table=_outcomes(review))),
        ("figures", _("Time and money: promised and found"), _figures(review)),
        ("surprises", _("What surprised us"), _surprises(review)),
        ("gaps", _("To bear in mind"), _gaps(review, undrawn)),
        ("all", _("Each time we looked"), Block(table=_each_time(review))),
    ):
        if block:
            yield section(slug, title, [block])


def _in_short(review: Review) -> Block:
    found = review.found
    return Block(
        points=tuple(says.findings(review.promise, found)),
        lines=(
            Line(_("What happens next"), (found.decided,)),
            Line(_("Why"), (cut(found.why, WHY),)),
        ),
    )


def _outcomes(review: Review) -> Table | None:
    columns = [
        Column(title)
        for title in (
            _("Outcome"),
            _("Measure"),
            _("Before"),
            _("Promised"),
            _("Found"),
            _("Reached?"),
        )
    ]
    both = zip(review.promise.outcomes, review.found.outcomes, strict=False)
    rows = [
        [
            cut(row.get("outcome", ""), OUTCOME),
            cut(row.get("measure", ""), MEASURE),
            cut(row.get("now", ""), BEFORE) or _("not known then"),
            cut(row.get("target", ""), TARGET),
            cut(actual, ACTUAL) or _("not said"),
            reached(slug),
        ]
        for row, (slug, actual) in both
    ]
    return table("", columns, rows)


def _figures(review: Review) -> Block:
    columns = [
        Column(_("What")),
        *(Column(each, number=True) for each in (_("Promised"), _("Found"), _("Difference"))),
    ]
    rows = [
        [each.label, each.promised_text, each.actual_text or _("not said"), each.difference or "–"]
        for each in review.pairs
    ]
    return Block(
        chart=_chart(review),
        table=table("", columns, rows),
        after=(" ".join(says.how(review.promise)),) if rows else (),
    )


def _chart(review: Review) -> Chart | None:
    """The minutes, each time that they were counted; where never, what was paid; else nothing."""
    inputs = review.promise.inputs
    if inputs is None:
        return None
    minutes = next(each for each in review.pairs if each.slug == "minutes_saved")
    counted = [each for each in review.all if each.minutes is not None]
    if counted:
        levels = [_promised(minutes)]
        for each in counted:
            value = Decimal(each.minutes or 0)
            levels.append(Level(_after(each), value, minutes.say(value)))
        return _drawn(_("Minutes saved in a shift"), levels)
    paid = next((each for each in review.pairs if each.slug == "paid"), None)
    if paid is None or paid.actual is None:
        return None
    found = Level(_("Paid"), paid.actual, paid.actual_text)
    return _drawn(_("Costs so far"), [_promised(paid), found])


def _promised(pair: Pair) -> Level:
    return Level(_("Promised"), pair.promised, pair.promised_text, True, pair.low, pair.high)


def _after(found: Found) -> str:
    return _("After {months}").format(months=found.after)


def _drawn(what: str, levels: Sequence[Level]) -> Chart:
    each = [_("{name}: {text}").format(name=level.name, text=level.text) for level in levels]
    finding = _("{what}. {levels}.").format(what=what, levels=". ".join(each))
    return promised_and_found(what, levels, finding)


def _surprises(review: Review) -> Block:
    text = cut(review.found.surprises, SURPRISES)
    return Block(paragraphs=(text,) if text else ())


def _gaps(review: Review, undrawn: Sequence[str]) -> Block:
    """What cannot be said, odd dates, and letters that cannot be printed."""
    found = review.found
    said = [*odd_dates(found, review.all), *says.gaps(review.promise, found)]
    note = cut(" ".join(undrawn_note(undrawn)), NOTES)
    return Block(points=tuple(said), after=(note,) if note else ())


def _each_time(review: Review) -> Table | None:
    """A row for each time; nothing where this was the only one."""
    if len(review.all) < 2:
        return None
    columns = [
        Column(_("When")),
        Column(_("Taken on")),
        Column(_("Minutes"), number=True),
        Column(_("Paid so far"), number=True),
        Column(_("What happened next")),
    ]
    rows = [
        [
            _after(each),
            each.day,
            _("not said") if each.minutes is None else amounts.number(Decimal(each.minutes)),
            _("not said") if each.paid is None else amounts.whole_pounds(each.paid),
            each.decided,
        ]
        for each in review.all
    ]
    return table("", columns, rows)
