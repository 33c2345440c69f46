"""The verdict on a case and every reason that applies, in full sentences with the case's own figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from readiness.cases.amounts import listed
from readiness.cases.checks.findings import name_of
from readiness.cases.checks.worries import not_ready
from readiness.cases.facts import Facts
from readiness.cases.reasons import AGAINST, DOUBTS, FOR, STILL, Told
from readiness.cases.rules import GET_READY, GO_AHEAD, NOT_NOW, UNKNOWN, ruling
from readiness.cases.sentences.actions import actions_for
from readiness.cases.sentences.placeholders import placeholders
from readiness.cases.sentences.put_off import without_put_off
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.words import sentence
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents

__all__ = ["GET_READY", "GO_AHEAD", "NOT_NOW", "UNKNOWN", "Reason", "Verdict", "ruling", "verdict"]

_MANY = 5  # open steps that are listed one by one


@dataclass(frozen=True)
class Reason:
    """One full sentence or two. `step` is where it can be changed, "" where there is no one place.

    A `doubt` could still overturn the verdict; the others are why it is what it is.
    """

    slug: str
    text: str
    step: str = ""
    doubt: bool = False


@dataclass(frozen=True)
class Verdict:
    """`slug` is unknown, not-now, get-ready or go-ahead; `title` names it.

    `body` says what it means and `next` what to do now. `reasons` are in the order of the rules:
    those that decided first, the doubts last.
    """

    slug: str
    title: str
    body: str
    next: str
    reasons: tuple[Reason, ...]


def verdict(facts: Facts, contents: Contents) -> Verdict:
    """What the rules say of this case, and why."""
    facts = without_put_off(facts)
    slug, words = ruling(facts), placeholders(facts, contents)
    reasons = tuple(r for r in _reasons(slug, facts, words, contents) if r.text)
    in_doubt = slug == GO_AHEAD and any(reason.doubt for reason in reasons)
    means = "means-in-doubt" if in_doubt else "means"
    return Verdict(
        slug=slug,
        title=sentence(f"verdict-{slug}", words, contents),
        body=sentence(f"verdict-{slug}-{means}", words, contents),
        next=sentence(f"verdict-{slug}-next", words, contents),
        reasons=reasons,
    )


def step_name(step: str, contents: Contents) -> str:
    """What a step is called on the task list; a worry is called by its words."""
    if step.startswith("anxiety-"):
        return name_of(step, contents)
    return str(STEPS[step].page.name) if step in STEPS else step


def _reasons(
    slug: str, facts: Facts, words: Mapping[str, str], contents: Contents
) -> Iterator[Reason]:
    """Every rule that is not met, or why where all are met; and what could overturn it."""
    yield from _open_steps(facts, contents)
    yield from _told(AGAINST, slug, facts, words, contents)
    yield from _not_ready(facts, words, contents)
    yield from _told(STILL, slug, facts, words, contents)
    if slug == GO_AHEAD:
        yield from _told(FOR, slug, facts, words, contents)
    for doubt in _told(DOUBTS, slug, facts, words, contents):
        yield replace(doubt, doubt=True)


def _told(
    reasons: tuple[Told, ...],
    verdict_slug: str,
    facts: Facts,
    words: Mapping[str, str],
    contents: Contents,
) -> Iterator[Reason]:
    shown = Shown(facts, facts.figures) if facts.figures else None
    for reason in reasons:
        if reason.applies(facts, shown, verdict_slug):
            text = sentence(f"reason-{reason.slug}", words, contents)
            yield Reason(reason.slug, text, reason.where(facts))


def _not_ready(facts: Facts, words: Mapping[str, str], contents: Contents) -> Iterator[Reason]:
    for step in not_ready(facts):
        slug = f"not-ready-{step.removeprefix('readiness-')}"
        text = sentence(f"reason-{slug}", words, contents)
        yield Reason(slug, f"{text} {_first_step(step, facts, contents)}".strip(), step)


def _first_step(step: str, facts: Facts, contents: Contents) -> str:
    actions = actions_for(step, facts, contents)
    return sentence("reason-first-step", {"action": actions[0].action}, contents) if actions else ""


def _open_steps(facts: Facts, contents: Contents) -> Iterator[Reason]:
    steps = facts.unfinished
    if len(steps) <= _MANY:
        yield from (_open_step(step, facts, contents) for step in steps)
        return
    names = [f"“{step_name(step, contents)}”" for step in steps]
    words = {"count": str(len(steps)), "steps": listed(names)}
    yield Reason("many-open", sentence("reason-many-open", words, contents), steps[0])


def _open_step(step: str, facts: Facts, contents: Contents) -> Reason:
    slug = "anxiety-open" if step.startswith("anxiety-") else "step-open"
    if step in facts.later:
        slug = "step-later"
    words = {"step": step_name(step, contents)}
    return Reason(slug, sentence(f"reason-{slug}", words, contents), step)
