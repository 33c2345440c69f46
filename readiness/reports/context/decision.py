"""The decision on one page, whatever was typed: every text here has a budget of characters."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases.checks.worth import extra_staff_cheaper
from readiness.cases.verdict import GET_READY, UNKNOWN, Reason, Verdict
from readiness.reports.context import fitting, panels
from readiness.reports.context.cover import title_of
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
from readiness.reports.cutting import cut

REASONS = 4

# What a panel of the page says more fully: it is not told twice.
_IN_A_PANEL = {"low-behind-better", "low-behind-now", "worry-blocks", "worries-block", "in-budget"}

# Where it falls short even at its best, that says all.
_AT_BEST, _AT_LIKELY = {"best-behind", "best-equal"}, {"likely-behind", "likely-equal"}


@dataclass(frozen=True)
class Decision:
    """`why` and `doubts` are a few reasons each, under a heading; either may be empty.

    `more` says how many reasons are told elsewhere, "" where none are; `next` what to do now.
    """

    title: str
    verdict: str
    lead: tuple[str, ...]
    why: Panel
    doubts: Panel
    more: str
    next: str
    above: tuple[Panel, ...]
    options: Table | None
    below: tuple[Panel, ...]

    @property
    def groups(self) -> tuple[Panel, ...]:
        """The reasons, apart: those of them that there are."""
        return tuple(group for group in (self.why, self.doubts) if group.paragraphs)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason on the page, those that decided first."""
        return (*self.why.paragraphs, *self.doubts.paragraphs)


def decision(said: Said, verdict: Verdict) -> Decision:
    """The second page, with as much of each text as there is room for."""
    lines = Lines(said)
    return as_much_as_fits(lambda budgets: _within(budgets, said, lines, verdict), height)


def height(page: Decision) -> float:
    """About how high the page is, in points."""
    return (
        LINE
        + fitting.lines(page.title, fitting.TITLE) * fitting.TITLE_LINE
        + VERDICT
        + height_of((*page.lead, page.more), fitting.BOXED)
        + _reasons_height(page)
        + height_of([page.next], fitting.BOLD)
        + sum(HEADING + max(map(_panel_height, pair)) for pair in _in_pairs(page))
        + fitting.of_table(page.options)
        + fitting.CHECKBOXES
    )


def _reasons_height(page: Decision) -> float:
    """Where there are doubts, each group stands beside its heading, else below it."""
    if not page.doubts.paragraphs:
        return LINE + height_of(page.why.paragraphs, fitting.BOXED)
    return sum(height_of(group.paragraphs, fitting.REASON) + APART for group in page.groups)


def _in_pairs(page: Decision) -> list[tuple[Panel, ...]]:
    """The panels as they stand side by side."""
    rows = [page.above, page.below[:2], page.below[2:4], page.below[4:]]
    return [row for row in rows if row]


def _panel_height(panel: Panel) -> float:
    weak = " ".join(f"{each.name} {each.sure}      " for each in panel.weak)
    return height_of((*panel.paragraphs, *((weak,) if weak else ())), fitting.HALF)


def _within(budgets: Budgets, said: Said, lines: Lines, verdict: Verdict) -> Decision:
    why, doubts = _told(verdict, budgets.doubts)
    told = {reason.slug for reason in (*why, *doubts)}
    return Decision(
        title=cut(title_of(said), budgets.title),
        verdict=verdict.title,
        lead=_lead(said, lines, verdict, budgets),
        why=Panel(_why_title(verdict), tuple(cut(r.text, budgets.reason) for r in why)),
        doubts=Panel(
            _("What could overturn it"), tuple(cut(r.text, budgets.reason) for r in doubts)
        ),
        more=_more(len(verdict.reasons) - len(told)),
        next=verdict.next if budgets.next else "",
        above=(
            panels.need(said, budgets),
            panels.ask(said, lines, budgets, budget="over-budget" not in told),
        ),
        options=lines.options(budgets.option),
        below=(
            *(_on_figures(lines, budgets, told) if said.facts.figures else ()),
            panels.if_we_wait(said, lines, budgets),
            panels.worry(said, budgets),
            panels.people(said, lines, budgets),
            panels.least_certain(said.facts, budgets),
        ),
    )


def _on_figures(lines: Lines, budgets: Budgets, told: Collection[str]) -> tuple[Panel, Panel]:
    """How far it could fall. What is `told` as a reason is not told here again."""
    rival = "minutes-ahead-of-better" not in told
    return panels.must_be_true(lines, rival=rival), panels.if_it_goes_badly(lines, budgets)


def _told(verdict: Verdict, most: int) -> tuple[list[Reason], list[Reason]]:
    """Those for which there is room: why, and what could overturn it, `most` at the most."""
    slugs = {reason.slug for reason in verdict.reasons}
    hidden = _IN_A_PANEL | (_AT_LIKELY if slugs & _AT_BEST else set())
    new = [reason for reason in verdict.reasons if reason.slug not in hidden]
    doubts = [reason for reason in new if reason.doubt][:most]
    return [reason for reason in new if not reason.doubt][: REASONS - len(doubts)], doubts


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
