"""The decision on one page, whatever was typed: every text here has a budget of characters."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import batched
from math import ceil

from django.utils.translation import gettext as _

from readiness.cases.checks.worth import extra_staff_cheaper
from readiness.cases.verdict import GET_READY, UNKNOWN, Reason, Verdict
from readiness.reports.context import fitting, panels
from readiness.reports.context.board import Box
from readiness.reports.context.cover import avenues_of, title_of
from readiness.reports.context.fitting import (
    APART,
    HEADING,
    LINE,
    VERDICT,
    Budgets,
    as_much_as_fits,
)
from readiness.reports.context.fitting import of_paragraphs as height_of
from readiness.reports.context.panels import Lines, Panel
from readiness.reports.context.parts import Table
from readiness.reports.context.said import Said
from readiness.reports.cutting import as_many, cut

# What a panel of the page says more fully: it is not told twice.
_IN_A_PANEL = {"low-behind-better", "low-behind-now", "worry-blocks", "worries-block", "in-budget"}

# Where it falls short even at its best, that says all.
_AT_BEST, _AT_LIKELY = {"best-behind", "best-equal"}, {"likely-behind", "likely-equal"}


@dataclass(frozen=True)
class Decision:
    """`why` and `doubts` are a few reasons each, under a heading; either may be empty.

    `bought` says what would be bought, "" where nothing is listed.
    `more` says how many reasons are told elsewhere, "" where none are; `next` what to do now.
    """

    title: str
    bought: str
    verdict: str
    lead: tuple[str, ...]
    why: Panel
    doubts: Panel
    more: str
    next: str
    above: tuple[Panel, ...]
    options: Table | None
    below: tuple[Panel, ...]
    box: Box

    @property
    def groups(self) -> tuple[Panel, ...]:
        """The reasons, apart: those of them that there are."""
        return tuple(group for group in (self.why, self.doubts) if group.paragraphs)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason on the page, those that decided first."""
        return (*self.why.paragraphs, *self.doubts.paragraphs)


def decision(said: Said, verdict: Verdict, box: Box) -> Decision:
    """The second page, with as much of each text as there is room for beside the board's box."""
    lines = Lines(said)
    return as_much_as_fits(lambda budgets: _within(budgets, said, lines, verdict, box), height)


def height(page: Decision) -> float:
    """About how high the page is, in points."""
    return (
        LINE
        + fitting.lines(page.title, fitting.TITLE) * fitting.TITLE_LINE
        + height_of([page.bought] if page.bought else (), fitting.FULL)
        + VERDICT
        + height_of((*page.lead, page.more), fitting.BOXED)
        + _reasons_height(page)
        + height_of([page.next], fitting.BOLD)
        + sum(HEADING + max(map(_panel_height, pair)) for pair in _in_pairs(page))
        + fitting.of_table(page.options)
        + _box_height(page.box)
    )


def _reasons_height(page: Decision) -> float:
    """Where there are doubts, each group stands beside its heading, else below it."""
    if not page.doubts.paragraphs:
        return LINE + APART * 4 + height_of(page.why.paragraphs, fitting.BOXED)
    return sum(height_of(group.paragraphs, fitting.REASON) + APART for group in page.groups)


def _box_height(box: Box) -> float:
    """Ticks are on one line, where they are few and short."""
    if box.said:
        return LINE + height_of(
            [f"{each.lead} {each.paragraphs[0]}" for each in box.said], fitting.BOXED
        )
    letters = sum(len(each.label) + fitting.BLANKS[each.length] for each in box.choices)
    rows = len(box.rows) + ceil(letters / fitting.BOXED)
    return fitting.CHECKBOXES + fitting.ROW_OF_BLANKS * (rows - 3)


def _in_pairs(page: Decision) -> list[tuple[Panel, ...]]:
    """The panels as they stand side by side."""
    return [page.above, *batched(page.below, 2)]


def _panel_height(panel: Panel) -> float:
    return height_of(panel.paragraphs, fitting.HALF) + len(panel.weak) * fitting.WEAK


def _bought(said: Said, letters: int) -> str:
    """What would be bought, by the list of costs, else by the ways forward that were chosen."""
    labels = [row["label"] for row in said.rows("costs") if row.get("label")]
    if not letters:
        return ""
    text = _("What would be bought: {what}")
    room = letters - len(text.format(what=""))
    what = as_many(labels, room) if labels else cut(avenues_of(said), room)
    return text.format(what=what) if what else ""


def _reason(reason: Reason, letters: int) -> str:
    """A reason with as much of it as there is room for; a list of parts ends after a whole name."""
    text = cut(reason.text, letters)
    if reason.slug != "many-open" or not text.endswith("…"):
        return text
    names = cut(reason.text, letters - 15).rpartition("”, ")[0]
    left = reason.text.count("“") - names.count("“")
    return _("{names}” and {n} more.").format(names=names, n=left)


def _within(budgets: Budgets, said: Said, lines: Lines, verdict: Verdict, box: Box) -> Decision:
    why, doubts = _told(verdict, budgets)
    told = {reason.slug for reason in (*why, *doubts)}
    return Decision(
        title=cut(title_of(said), budgets.title),
        bought=_bought(said, budgets.bought),
        verdict=verdict.title,
        lead=_lead(said, lines, verdict, budgets),
        why=Panel(_why_title(verdict), tuple(_reason(r, budgets.reason) for r in why)),
        doubts=Panel(
            _("What could overturn it"), tuple(_reason(r, budgets.reason) for r in doubts)
        ),
        more=_more(len(verdict.reasons) - len(told)),
        next=verdict.next if budgets.next else "",
        above=(
            panels.need(said, budgets),
            panels.ask(said, lines, budgets, budget="over-budget" not in told),
        ),
        options=lines.options(budgets.option, notes=budgets.notes),
        below=(
            *_if_it_turns_out(said, lines, budgets),
            panels.if_we_wait(said, lines, budgets),
            panels.worry(said, budgets),
            panels.people(said, lines, budgets),
            panels.least_certain(said.facts, budgets),
        ),
        box=box,
    )


def _if_it_turns_out(said: Said, lines: Lines, budgets: Budgets) -> Iterator[Panel]:
    """What must be true, and how far it could fall."""
    if said.facts.figures:
        yield panels.must_be_true(lines)
    if badly := panels.if_it_goes_badly(said, lines, budgets):
        yield badly


def _told(verdict: Verdict, budgets: Budgets) -> tuple[list[Reason], list[Reason]]:
    """Those for which there is room: why, and what could overturn it."""
    slugs = {reason.slug for reason in verdict.reasons}
    hidden = _IN_A_PANEL | (_AT_LIKELY if slugs & _AT_BEST else set())
    new = [reason for reason in verdict.reasons if reason.slug not in hidden]
    doubts = [reason for reason in new if reason.doubt][: budgets.doubts]
    return [reason for reason in new if not reason.doubt][: budgets.reasons - len(doubts)], doubts


def _why_title(verdict: Verdict) -> str:
    titles = {UNKNOWN: _("What is still open"), GET_READY: _("To do first")}
    return titles.get(verdict.slug) or _("Why")


def _lead(said: Said, lines: Lines, verdict: Verdict, budgets: Budgets) -> tuple[str, ...]:
    """What it comes to, and how extra staff compare; where their hour is cheaper, that is first."""
    if said.facts.figures is None:
        return (verdict.body,)
    if extra_staff_cheaper(said.facts):
        return lines("staff", "lead")
    compared = said.facts.number("alternatives", "extra_fte")
    return lines("lead", "staff") if compared and budgets.staff else lines("lead")


def _more(count: int) -> str:
    if count < 1:
        return ""
    return _("1 more reason") if count == 1 else _("{n} more reasons").format(n=count)
