"""Not this, or not now: how a case ended, why, and when to look again, on one page.

It is a finished piece of work, and is told as one. Texts are cut by budgets at a sentence end.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases import amounts
from readiness.cases.facts import Facts
from readiness.cases.models import Decision
from readiness.cases.sentences.shown import Shown
from readiness.cases.verdict import GO_AHEAD, NOT_NOW, Reason, Verdict, verdict
from readiness.catalogue.contents import Contents
from readiness.reports.context.cover import (
    Cover,
    asked_of,
    described,
    foot,
    in_a_row,
    involved,
    organisation_of,
    title_of,
)
from readiness.reports.context.edition import Decided, Edition
from readiness.reports.context.explained import undrawn_note
from readiness.reports.context.paper import Paper
from readiness.reports.context.parts import Block, Line, Section, section
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut

# Reasons that say why it is not worth it; all others say what would have to be put right first.
WHY = {
    "best-behind",
    "best-equal",
    "better-wins",
    "better-equal",
    "likely-behind",
    "likely-equal",
    "better-no-better",
    "as-now-costs",
    "outcomes-must-carry",
}
REASON, ANSWER, OUTCOMES, NOTE, MOST_WHY, MOST_CHANGES = 190, 210, 130, 200, 4, 4
USUAL = 12  # months until we look again, where nobody said when


def not_now_note(
    facts: Facts, *, contents: Contents, edition: Edition, undrawn: Sequence[str] = ()
) -> Paper:
    """The note on a case that ends there. Text of the facts is printed as it is: hostile until
    escaped. `undrawn` are the letters that no font of ours has."""
    said, found = Said(facts, contents), verdict(facts, contents)
    organisation, kind = organisation_of(said), _("Not this, or not now")
    early = found.slug == NOT_NOW
    head = Cover(
        kind=kind,
        title=cut(title_of(said), 66),
        organisation=cut(organisation, 84),
        described=cut(described(said), 84),
        lines=(Line(_("Reference"), (edition.reference,)), Line(edition.mark, (edition.date,))),
        standing=_("To find this out before any money was spent is a result.")
        if early
        else _("A case that was thought through and ends here is a finished piece of work."),
        foot=foot(organisation, _("Not now"), edition),
    )
    return Paper(
        title=_("{kind} – {organisation}").format(kind=kind, organisation=head.organisation),
        edition=edition,
        cover=head,
        sections=tuple(_sections(said, found, edition, undrawn)),
    )


def _sections(
    said: Said, found: Verdict, edition: Edition, undrawn: Sequence[str]
) -> Iterator[Section]:
    note = cut(" ".join(undrawn_note(undrawn)), NOTE)
    for slug, title, block in (
        ("why", _("What was decided, and why"), _why(found, edition.decision)),
        ("change", _("What would have to change"), _changes(said, found)),
        ("meanwhile", _("What to do instead"), _meanwhile(said)),
        ("keep", _("What this work leaves you with"), _kept(said)),
        ("again", _("When to look again"), _again(edition, note)),
    ):
        if block:
            yield section(slug, title, [block])


def _why(found: Verdict, decided: Decided | None) -> Block:
    """The board’s decision, if there is one; then what the figures say."""
    against = [each for each in found.reasons if each.slug in WHY]
    if found.slug == NOT_NOW:
        said = (found.body,)
        points = _some(against, MOST_WHY)
    else:
        said = (
            _(
                "The guide’s verdict on the figures was “{verdict}”. The board weighed it up and decided otherwise, as a board may. Its minutes have its reasons."
            ).format(verdict=found.title),
        )
        points = ()
    return Block(paragraphs=(*_by_the_board(decided), *said), points=points)


def _by_the_board(decided: Decided | None) -> Iterator[str]:
    if decided is None:
        return
    day = date_format(decided.on, "j F Y")
    if decided.outcome == Decision.Outcome.DECLINED:
        yield _("The board declined it on {day}.").format(day=day)
    elif decided.until:
        yield _("The board put it off on {day}, until {month}.").format(
            day=day, month=_month(decided.until)
        )


def _some(reasons: Sequence[Reason], most: int) -> tuple[str, ...]:
    """The first of them, each within its room; and how many more there are."""
    said = [cut(each.text, REASON) for each in reasons[:most]]
    left = len(reasons) - most
    if left > 0:
        said.append(
            ngettext(
                "{n} more is in the business case.", "{n} more are in the business case.", left
            ).format(n=left)
        )
    return tuple(said)


def _changes(said: Said, found: Verdict) -> Block:
    """What the figures would have to be, then what there is to put right first."""
    figures = list(_figures(said.facts, found))
    first = [each for each in found.reasons if each.slug not in WHY and _asks(each, found)]
    points = (*figures, *_some(first, MOST_CHANGES - len(figures)))
    none = _(
        "Nothing in the figures stands in its way. It is for the board to say what must change."
    )
    return Block(points=points) if points else Block(paragraphs=(none,))


def _asks(reason: Reason, found: Verdict) -> bool:
    """Whether it says what could be different: of a go-ahead, only its doubts do."""
    return reason.doubt or found.slug != GO_AHEAD


def _figures(facts: Facts, found: Verdict) -> Iterator[str]:
    """How many minutes, or how much less money, would put it ahead of the other ways."""
    if found.slug != NOT_NOW or facts.figures is None:
        return
    shown = Shown(facts, facts.figures)
    if minutes := _minutes(shown):
        yield minutes
    yield _money(shown)


def _minutes(shown: Shown) -> str:
    """Whole minutes, as they are asked."""
    needed = shown.minutes_needed
    if needed is None:
        return ""
    if needed > shown.minutes_now:
        return _(
            "No saving of time alone would be enough: it would take {needed} in a shift, and the task takes {now}."
        ).format(needed=amounts.minutes(Decimal(needed)), now=amounts.minutes(shown.minutes_now))
    return _(
        "Each shift would have to save {needed} or more, with all else as it is. The case expects {likely}, and {high} at best."
    ).format(
        needed=amounts.minutes(Decimal(needed)),
        likely=amounts.number(shown.minutes),
        high=amounts.number(shown.minutes_high),
    )


def _money(shown: Shown) -> str:
    """What the cost would have to fall by, over all years at their worth of today."""
    goal = max(shown.better.npv_all, shown.as_now.npv_all)
    short = goal - shown.figures.npv_all.likely
    if short <= 0:
        return _(
            "It is worth just as much as the best other way: any change for the better would put it ahead."
        )
    if short >= shown.figures.present_value_cost:
        return _("Even if it cost nothing, it would not be worth more than the best other way.")
    return _(
        "At the likely savings, it would have to cost {short} less over {years}. At its worth of today it costs {cost}."
    ).format(
        short=amounts.whole_pounds(short),
        years=amounts.years(shown.years),
        cost=amounts.whole_pounds(shown.figures.present_value_cost),
    )


def _meanwhile(said: Said) -> Block:
    """Another way that is worth more than carrying on as now; what waiting costs, if anything."""
    figures = said.facts.figures
    if figures is None:
        return Block()
    points, lines = [], []
    better, now = figures.options["better"].npv_all, figures.options["as_now"].npv_all
    if better > now:
        points.append(
            _(
                "Do it better without new technology. That is worth {worth} more than carrying on as now."
            ).format(worth=amounts.whole_pounds(better - now))
        )
        if how := cut(said("alternatives", "change_description"), ANSWER):
            lines.append(Line(_("How"), (how,)))
    if waiting := said.facts.number("alternatives", "cost_of_waiting"):
        points.append(
            _("Carrying on as now is not free: it costs {amount} a year.").format(
                amount=amounts.pounds(waiting)
            )
        )
    calm = _("Carry on as now, and go on measuring. Nothing here says that it must change at once.")
    return Block(points=tuple(points), lines=tuple(lines)) if points else Block(paragraphs=(calm,))


def _kept(said: Said) -> Block:
    """What is known now and was not before: it need not be asked again."""
    named = in_a_row(asked_of(involved(said)))
    lines = (
        (_("The need"), said("need", "problem"), ANSWER),
        (_("Where you stand"), said("need-evidence", "baseline"), ANSWER),
        (_("Who said what they think"), named, ANSWER),
        (_("What should be better"), _outcomes(said), OUTCOMES),
    )
    return Block(
        lines=tuple(Line(label, (cut(text, room),)) for label, text, room in lines if text)
    )


def _outcomes(said: Said) -> str:
    named = [row["outcome"] for row in said.rows("outcomes") if row.get("outcome")]
    return "; ".join(named)


def _again(edition: Edition, note: str) -> Block:
    """The month that the board named; where it named none, our usual one, which says that it is."""
    decided = edition.decision
    when = (decided.until or decided.review) if decided else None
    if when:
        first = _("In {month}, as the board said.").format(month=_month(when))
    else:
        first = _("Nobody named a date. We usually say after {n} months: in {month}.").format(
            n=USUAL, month=_month(_later(edition.on))
        )
    sooner = _(
        "Sooner, if one of the reasons above changes: a price, the time the task takes, or who does it. This case is kept. Change the answer that changed, and the figures follow."
    )
    return Block(paragraphs=(f"{first} {sooner}",), after=(note,) if note else ())


def _later(day: date) -> date:
    return day.replace(year=day.year + USUAL // 12, day=1)


def _month(day: date) -> str:
    return date_format(day, "F Y")
