"""What could overturn a case that stands on its likely figures."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases import amounts
from readiness.cases.checks.findings import name_of
from readiness.cases.checks.worries import BLOCKING, rated, readiness_steps
from readiness.cases.facts import Facts
from readiness.cases.rules import NOT_NOW, ruling
from readiness.cases.sentences.compared import above
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.weakest import ESTIMATED, GUESS, MEASURED, QUOTED
from readiness.cases.steps.choices import GROUPS
from readiness.catalogue.contents import Contents

NAMED = 3  # statements that are named
_THIN = 3  # minutes between what is expected and what is needed
_GROUP_NAMES = {group.value: group.label for group in GROUPS}


def ruling_on_low(facts: Facts) -> str:
    """The slug of the verdict, were the low figures the likely ones."""
    if facts.figures is None:
        return ruling(facts)
    worth = facts.figures.npv_all
    low = replace(facts.figures, npv_all=replace(worth, likely=worth.low))
    return ruling(replace(facts, figures=low))


def low_loses_to_better(facts: Facts) -> bool:
    """On low figures it would be “not now”, and on likely ones it is not."""
    return ruling_on_low(facts) == NOT_NOW != ruling(facts)


def low_loses_to_now(facts: Facts) -> bool:
    """On low figures the verdict would be another, but for carrying on as now."""
    return ruling_on_low(facts) not in (NOT_NOW, ruling(facts))


def minutes_are_doubtful(shown: Shown) -> bool:
    """It is ahead by its minutes, and they are not measured or leave little to spare."""
    ahead = shown.worth > max(shown.better_worth, shown.now_worth)
    if not ahead or shown.minutes_needed is None or shown.minutes_needed < 1:
        return False
    unsure = shown.facts.get("time", "confidence") in (GUESS, ESTIMATED)
    return unsure or above(_THIN, shown.minutes - shown.minutes_needed)


def lowest(facts: Facts) -> list[tuple[str, int]]:
    """The step and the place (0 to 2) of each statement at the lowest level, called good enough."""
    return [
        (step, place)
        for step in readiness_steps(facts)
        if facts.get(step, "good_enough") == "yes"
        for place in range(3)
        if facts.get(step, f"s{place + 1}") == 0
    ]


def blocking(facts: Facts) -> list[str]:
    """The anxieties that are strong enough to block the work, answered or not."""
    return rated(facts, BLOCKING)


def doubtful_words(facts: Facts, contents: Contents) -> Iterator[tuple[str, str]]:
    """The words for the places of these sentences."""
    sure = {GUESS: _("a guess"), ESTIMATED: _("an estimate"), MEASURED: _("measured")}
    sure[QUOTED] = _("quoted")
    yield "minutes_sure", sure.get(facts.text("time", "confidence"), "")
    title = contents.sentences.get(f"verdict-{ruling_on_low(facts)}")
    yield "low_verdict", _as_said(title.text) if title else ""
    at_lowest = lowest(facts)
    count = len(at_lowest)
    said = ngettext("{n} readiness statement is", "{n} readiness statements are", count)
    yield "at_lowest", said.format(n=count)
    names = [_statement(step, place, contents) for step, place in at_lowest[:NAMED]]
    yield "lowest_names", amounts.listed([name for name in names if name])
    worries = [_worry(slug, facts, contents) for slug in blocking(facts)]
    yield "blocking_worries", amounts.listed(worries)


def _as_said(title: str) -> str:
    return f"“{title[:1].lower()}{title[1:]}”"


def _statement(step: str, place: int, contents: Contents) -> str:
    dimension = contents.dimensions.get(step.removeprefix("readiness-"))
    return f"“{dimension.statements[place]['name']}”" if dimension else ""


def _worry(slug: str, facts: Facts, contents: Contents) -> str:
    worry = f"“{name_of(f'anxiety-{slug}', contents)}”"
    holders = [str(_GROUP_NAMES.get(who, who)) for who in facts.many(f"anxiety-{slug}", "who")]
    if not holders:
        return worry
    return _("{worry} (held by: {who})").format(worry=worry, who=amounts.listed(holders))
