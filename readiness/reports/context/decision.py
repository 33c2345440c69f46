"""The decision on one page, whatever was typed: every text here has a budget of characters."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases import sentences
from readiness.cases.checks.worth import extra_staff_cheaper
from readiness.cases.facts import Facts
from readiness.cases.sentences.weakest import ESTIMATED, GIVEN, GUESS, MEASURED, QUOTED, USUAL
from readiness.cases.verdict import NOT_NOW, Verdict, ruling
from readiness.reports.context import fitting
from readiness.reports.context.cover import GROUPS, involved, lowered, title_of
from readiness.reports.context.fitting import (
    HEADING,
    LINE,
    MIDDLING,
    PAGE,
    ROOMY,
    SMALL,
    TIGHT,
    VERDICT,
    Budgets,
    of_paragraphs,
)
from readiness.reports.context.options import side_by_side
from readiness.reports.context.parts import Table
from readiness.reports.context.said import Said
from readiness.reports.cutting import cut

REASONS = 4
WEAKEST = 4


@dataclass(frozen=True)
class Weak:
    """A number of the case and, in a word, how sure it is."""

    name: str
    sure: str


@dataclass(frozen=True)
class Panel:
    """A few sentences under a heading."""

    title: str
    paragraphs: tuple[str, ...]
    weak: tuple[Weak, ...] = ()


@dataclass(frozen=True)
class Decision:
    """`more` says how many reasons are told elsewhere, "" where none are; `next` what to do now."""

    title: str
    verdict: str
    lead: tuple[str, ...]
    reasons: tuple[str, ...]
    more: str
    next: str
    above: tuple[Panel, ...]
    options: Table | None
    below: tuple[Panel, ...]


def decision(said: Said, verdict: Verdict) -> Decision:
    """The second page, with as much of each text as there is room for."""
    for budgets in (ROOMY, MIDDLING, SMALL):
        made = _within(budgets, said, verdict)
        if height(made) <= PAGE:
            return made
    return _within(TIGHT, said, verdict)


def height(page: Decision) -> float:
    """About how high the page is, in points."""
    return (
        LINE
        + fitting.lines(page.title, fitting.TITLE) * fitting.TITLE_LINE
        + VERDICT
        + of_paragraphs((*page.lead, *page.reasons, page.more), fitting.BOXED)
        + of_paragraphs([page.next], fitting.BOLD)
        + sum(HEADING + max(map(_panel_height, pair)) for pair in _in_pairs(page))
        + fitting.of_table(page.options)
        + fitting.CHECKBOXES
    )


def _in_pairs(page: Decision) -> list[tuple[Panel, ...]]:
    """The panels as they stand side by side."""
    rows = [page.above, page.below[:2], page.below[2:]]
    return [row for row in rows if row]


def _panel_height(panel: Panel) -> float:
    weak = " ".join(f"{each.name} {each.sure}      " for each in panel.weak)
    return of_paragraphs((*panel.paragraphs, *((weak,) if weak else ())), fitting.HALF)


def _within(budgets: Budgets, said: Said, verdict: Verdict) -> Decision:
    facts, figures = said.facts, said.facts.figures
    shown = [cut(reason.text, budgets.reason) for reason in verdict.reasons[:REASONS]]
    return Decision(
        title=cut(title_of(said), budgets.title),
        verdict=verdict.title,
        lead=tuple(_lead(said, verdict, budgets)),
        reasons=tuple(shown),
        more=_more(len(verdict.reasons) - len(shown)),
        next=verdict.next if budgets.next else "",
        above=(_need(said, budgets), _ask(said, budgets)),
        options=side_by_side(said, figures, names=budgets.option, brief=True) if figures else None,
        below=(
            *((_must_be_true(said, budgets),) if figures else ()),
            _waiting(said, budgets),
            Panel(_("Least certain numbers"), _if_none_weak(facts), _weakest(facts)),
            Panel(_("What people said"), tuple(_people(said, budgets))),
        ),
    )


def _lead(said: Said, verdict: Verdict, budgets: Budgets) -> list[str]:
    """What it comes to, and how extra staff compare; where their hour is cheaper, that is first."""
    if said.facts.figures is None:
        return [verdict.body]
    compared = said.facts.number("alternatives", "extra_fte")
    with_staff = extra_staff_cheaper(said.facts) or (compared and budgets.staff)
    topics = ("lead", "staff") if with_staff else ("lead",)
    return sentences.headlines(said.facts, said.contents, topics)


def _more(count: int) -> str:
    if count < 1:
        return ""
    return _("1 more reason") if count == 1 else _("{n} more reasons").format(n=count)


def _need(said: Said, budgets: Budgets) -> Panel:
    problem, baseline = said.settled("need", "problem"), said.settled("need-evidence", "baseline")
    paragraphs = [cut(problem, budgets.need) or _("The need is not described yet.")]
    if baseline:
        paragraphs.append(_("Today: {baseline}").format(baseline=cut(baseline, budgets.baseline)))
    return Panel(_("The need"), tuple(paragraphs))


def _ask(said: Said, budgets: Budgets) -> Panel:
    if said.facts.figures is None:
        return Panel(_("The ask"), (_("What it costs is not known yet."),))
    found = sentences.headlines(said.facts, said.contents, budgets.ask)
    refused = ruling(said.facts) == NOT_NOW
    title = _("What it would cost") if refused else _("The ask")
    return Panel(title, tuple(found))


def _must_be_true(said: Said, budgets: Budgets) -> Panel:
    found = sentences.headlines(said.facts, said.contents, budgets.must_be_true)
    return Panel(_("What must be true"), tuple(found))


def _waiting(said: Said, budgets: Budgets) -> Panel:
    written = cut(said.settled("need", "if_nothing_changes"), budgets.waiting)
    topics = ("waiting",) if said.facts.figures else ()
    found = sentences.headlines(said.facts, said.contents, topics)
    paragraphs = tuple(text for text in (written, *found) if text)
    return Panel(_("If we wait"), paragraphs or (_("Not said yet."),))


def _weakest(facts: Facts) -> tuple[Weak, ...]:
    doubtful = [n for n in sentences.weakest_numbers(facts) if n.sure in (GUESS, ESTIMATED, USUAL)]
    return tuple(Weak(cut(n.name, 30), sure_word(n.sure)) for n in doubtful[:WEAKEST])


def _if_none_weak(facts: Facts) -> tuple[str, ...]:
    if _weakest(facts):
        return ()
    if sentences.weakest_numbers(facts):
        return (_("None is a guess or an estimate."),)
    return (_("No numbers are given yet."),)


def sure_word(sure: str) -> str:
    """How sure a number is, in a word or two."""
    words = {
        GUESS: _("a guess"),
        ESTIMATED: _("estimated"),
        USUAL: _("our usual figure"),
        GIVEN: _("as given"),
        QUOTED: _("quoted"),
        MEASURED: _("measured"),
    }
    return words[sure]


def _people(said: Said, budgets: Budgets) -> Iterator[str]:
    """How far each group is involved, those who draw on care first; and the strongest worry."""
    yield from sentences.say("headline", "people", said.facts, said.contents)
    groups = involved(said, GROUPS[1:])
    for text, these in (
        (_("Asked too: {groups}."), groups["shaping"] + groups["asked"]),
        (_("Not asked yet: {groups}."), groups["told"] + groups["not-yet"]),
    ):
        if these:
            yield cut(text.format(groups=lowered(these)), budgets.people)
    if not any(involved(said).values()):
        yield _("Who was asked is not said yet.")
    yield from _strongest(said)


def _strongest(said: Said) -> Iterator[str]:
    for level, text in ((3, _("Blocking worry: {worry}")), (2, _("Strong worry: {worry}"))):
        rated = said.facts.answers.get("anxieties", {})
        heard = [a.worry for slug, a in said.contents.anxieties.items() if rated.get(slug) == level]
        if heard:
            more = _(" and {n} more").format(n=len(heard) - 1) if heard[1:] else ""
            yield text.format(worry=f"“{heard[0]}”{more}")
            return
