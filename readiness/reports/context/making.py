"""Making it happen: what changes for people, the plan, who looks whether it works, and the risks."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.cases import amounts
from readiness.cases.facts import Facts
from readiness.reports.context.buying import served
from readiness.reports.context.parts import Block, Column, Section, Table, section, table
from readiness.reports.context.said import Said, not_begun, still_open

LATER = ("people-change", "plan", "milestones", "tracking")


PEOPLE = ("staff_change", "volunteer_change", "people_change", "support")


def making(said: Said) -> Section:
    """What changes for people, learning, the plan, tracking and risks."""
    lines = said.lines
    blocks = [
        Block(_("Who leads it"), lines=lines("people-change", "sponsor", "champions")),
        Block(_("What changes for people"), lines=lines("people-change", *PEOPLE)),
        Block(_("Learning it"), paragraphs=tuple(learning(said))),
        Block(_("How we go about it"), lines=lines("plan", "style", "start", "feedback")),
        Block(_("What would make us stop"), said.paragraphs("plan", "stop_rule")),
        Block(_("What happens when"), table=dates(said)),
        Block(_("How we will know that it works"), table=tracked(said)),
        Block(_("Risks, the most serious first"), paragraphs=_no_risks(said), table=_risks(said)),
    ]
    return section("making", _("Making it happen"), blocks, _open(said.facts))


def _open(facts: Facts) -> str:
    waiting = still_open(facts, ("time", "cost-assumptions", "risks"))
    return " ".join(text for text in (waiting, not_begun(facts, LATER)) if text)


def dates(said: Said) -> Table | None:
    """The milestones, the first first."""
    columns = [Column(_("What")), Column(_("Who")), Column(_("By when"))]
    both = zip(said.facts.rows("milestones"), said.rows("milestones"), strict=True)
    ranked = sorted(both, key=lambda pair: pair[0]["when"])
    return table(
        "", columns, [[read["what"], read["who"], read["when"]] for _given, read in ranked]
    )


def tracked(said: Said) -> Table | None:
    """Who looks at each outcome, when and how."""
    columns = [
        Column(_("Outcome")),
        Column(_("Who looks")),
        Column(_("First look")),
        Column(_("How")),
    ]
    outcomes = [row.get("outcome", "") for row in said.rows("outcomes")]
    both = zip(said.facts.rows("tracking"), said.rows("tracking"), strict=True)
    rows = [
        [
            served(given.get("outcome"), outcomes),
            read["who"],
            read["first_review"],
            read["method"] or _("not said"),
        ]
        for given, read in both
    ]
    return table("", columns, rows)


def learning(said: Said) -> Iterator[str]:
    """How long it takes to learn, and what that costs, where both are known."""
    number, figures = said.facts.number, said.facts.figures
    people, hours = number("time", "staff_using"), number("cost-assumptions", "training_hours")
    if people is None or hours is None:
        return
    yield _("{people} will use it, and each has {hours} to learn it, in paid time.").format(
        people=amounts.people(int(people)), hours=amounts.hours(hours)
    )
    leavers = number("cost-assumptions", "turnover_percent")
    if figures and hours and leavers is not None:
        yield _(
            "That costs {learning} at the start. With {percent} of staff leaving in a year, new"
            " starters need another {relearning} each year."
        ).format(
            learning=amounts.pounds(figures.learning),
            percent=amounts.percent(leavers),
            relearning=amounts.pounds(figures.relearning),
        )


def _no_risks(said: Said) -> tuple[str, ...]:
    empty = said.facts.answered("risks") and not said.facts.rows("risks")
    return (_("No risks are listed."),) if empty else ()


def _risks(said: Said) -> Table | None:
    columns = [
        Column(_("Risk")),
        Column(_("How likely")),
        Column(_("How bad")),
        Column(_("Who looks after it")),
        Column(_("What we do about it")),
    ]
    fields = ("risk", "likelihood", "impact", "owner", "response")
    rows = [[row[name] for name in fields] for row in _worst_first(said)]
    return table("", columns, rows)


def _worst_first(said: Said) -> list[dict[str, str]]:
    both = zip(said.rows("risks"), said.facts.rows("risks"), strict=True)
    ranked = sorted(both, key=lambda pair: -pair[1]["likelihood"] * pair[1]["impact"])
    return [dict(read) for read, _given in ranked]
