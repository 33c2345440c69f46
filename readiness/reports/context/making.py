"""Buying and making it happen: what the first two stages hold, and a line on what comes later."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.cases import amounts
from readiness.reports.context.parts import Block, Column, Section, Table, section, table
from readiness.reports.context.said import Said, still_open


def buying(said: Said) -> Section:
    """One line, until the third stage is there."""
    text = _(
        "Not asked yet. What suppliers must offer, how to buy, independent advice and the way out"
        " of the contract belong to the next stage, “Approach the market”."
    )
    return section("buying", _("Buying"), [Block(paragraphs=(text,))])


def making(said: Said) -> Section:
    """Learning, risks, and what is left for the fourth stage."""
    later = _(
        "The plan with dates and names, who tracks each benefit and what would make us stop are"
        " settled in the last stage, “Roll out”."
    )
    blocks = [
        Block(_("Learning it"), paragraphs=tuple(_learning(said))),
        Block(_("Risks, the most serious first"), paragraphs=_no_risks(said), table=_risks(said)),
        Block(_("Plan and benefits"), paragraphs=(later,)),
    ]
    open_line = still_open(said.facts, ("time", "cost-assumptions", "risks"))
    return section("making", _("Making it happen"), blocks, open_line)


def _learning(said: Said) -> Iterator[str]:
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
