"""The dates of a plan in one row: its start, what is to be done, and when somebody first looks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases.amounts import listed
from readiness.cases.facts import month
from readiness.reports.charts import Moment
from readiness.reports.context.buying import served
from readiness.reports.context.parts import Column, Table, table
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut

START, DATE, LOOK = "start", "date", "look"
MOST_SHOWN = 11  # dates on the short form's one page


@dataclass(frozen=True)
class Planned:
    """One date. `name` is ours, “Date 2”; `what`, `who` and `how` are hostile until escaped."""

    kind: str
    name: str
    what: str
    who: str
    on: date
    month: str
    how: str = ""

    @property
    def moment(self) -> Moment:
        """Its place in the chart."""
        return Moment(self.name, self.on, self.kind)


def planned(said: Said) -> list[Planned]:
    """All dates, the first first; what is in one month in the order in which it was asked."""
    found = sorted([*_start(said), *_dates(said), *_looks(said)], key=lambda each: each.on)
    counts = dict.fromkeys((DATE, LOOK), 0)
    names = {DATE: _("Date {n}"), LOOK: _("First look {n}")}
    for place, each in enumerate(found):
        if each.kind in counts:
            counts[each.kind] += 1
            found[place] = replace(each, name=names[each.kind].format(n=counts[each.kind]))
    return found


def _start(said: Said) -> Iterator[Planned]:
    on = said.facts.month("plan", "start")
    if on:
        style = said("plan", "style")
        what = _("We start: {style}").format(style=style[:1].lower() + style[1:])
        yield Planned(
            START, _("Start"), what, said("people-change", "sponsor"), on, said("plan", "start")
        )


def _dates(said: Said) -> Iterator[Planned]:
    for given, read in zip(said.facts.rows("milestones"), said.rows("milestones"), strict=True):
        if on := month(given["when"]):
            yield Planned(DATE, "", read["what"], read["who"], on, read["when"])


def _looks(said: Said) -> Iterator[Planned]:
    outcomes = [row.get("outcome", "") for row in said.rows("outcomes")]
    for given, read in zip(said.facts.rows("tracking"), said.rows("tracking"), strict=True):
        if on := month(given["first_review"]):
            what = _("First look: {outcome}").format(outcome=served(given.get("outcome"), outcomes))
            yield Planned(
                LOOK, "", what, read["who"], on, read["first_review"], read.get("method", "")
            )


def told(found: list[Planned]) -> str:
    """What the chart shows, in full sentences and in words of ours: its text alternative."""
    if not found:
        return ""
    first, last = found[0].month, found[-1].month
    each = [_("{name} in {month}").format(name=one.name, month=one.month) for one in found]
    if first == last:
        return _("All of the plan is in {month}: {names}.").format(
            month=first, names=listed([one.name for one in found])
        )
    return _("The plan runs from {first} to {last}: {dates}.").format(
        first=first, last=last, dates=listed(each)
    )


def dates_table(found: list[Planned]) -> Table | None:
    """Every date in full, under the name that it has in the chart."""
    columns = [Column(_("In the chart")), Column(_("By when")), Column(_("What")), Column(_("Who"))]
    return table("", columns, [[one.name, one.month, one.what, one.who] for one in found])


def short_table(found: list[Planned]) -> Table | None:
    """The first dates, each on one line; what is more is in the full plan."""
    columns = [Column(_("By when")), Column(_("What")), Column(_("Who"))]
    rows = [[one.month, cut(one.what, 58), cut(one.who, 26)] for one in found[:MOST_SHOWN]]
    return table("", columns, rows)


def left_out(found: list[Planned]) -> str:
    """A line on the dates that the short form has no room for; "" where it has all."""
    more = len(found) - MOST_SHOWN
    if more <= 0:
        return ""
    return ngettext(
        "{n} more date is in the full plan.", "{n} more dates are in the full plan.", more
    ).format(n=more)
