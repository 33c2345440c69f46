"""The review page of one version, worked out before its template sees it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from readiness.accounts.models import User
from readiness.cases import checks, comments, figures_read, moves, overview, reading, versions
from readiness.cases.facts import Facts
from readiness.cases.models import Comment, Decision, Move, Version
from readiness.cases.reading import Line
from readiness.cases.verdict import verdict
from readiness.desk import changes, forms
from readiness.voices.results import results

BEYOND = {"beyond-20-minutes", "beyond-an-hour"}  # checks on figures beyond the evidence
JUDGED = (Move.Verb.ASK, Move.Verb.APPROVE, Move.Verb.CLOSE)


@dataclass(frozen=True)
class Answer:
    """One answer as read, with what was said of it."""

    line: Line
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Part:
    """The answers of a step, or of one of its rows."""

    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Step:
    """A step with its answers; `comments` are on the step as a whole."""

    slug: str
    name: str
    changed: bool
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Stage:
    name: str
    steps: tuple[Step, ...]


def review(version: Version, user: User) -> dict[str, Any]:
    """All that the page prints, but for the forms."""
    facts, content = versions.facts_of(version), versions.contents_of(version)
    figures = version.snapshot["figures"]
    before = last_reviewed(version)
    changed = changes.between(before, version) if before else []
    found = checks.findings(facts, content)
    return {
        "version": version,
        "siblings": list(version.case.versions.defer("snapshot").order_by("-number")),
        "verdict": verdict(facts, content),
        "findings": [each for each in found if each.slug not in BEYOND],
        "beyond": [each for each in found if each.slug in BEYOND],
        "figure_lines": figures_read.lines(figures) if figures else [],
        "options": figures_read.options(figures) if figures else [],
        "results": results(facts),
        "before": before,
        "changed": changed,
        "figures_changed": changes.figures_between(before, version) if before else [],
        "stages": _stages(version, facts, {step.slug for step in changed}),
        "history": _history(version),
        "decisions": Decision.objects.filter(version__case=version.case_id)
        .select_related("version")
        .order_by("-recorded_at"),
        "notes": version.case.notes.select_related("by"),
        "possible": moves.possible(version, user),
        "editions": list(version.editions.order_by("made_at")),
    }


def last_reviewed(version: Version) -> Version | None:
    """The newest earlier version of the case that somebody judged; None where there is none."""
    earlier = version.case.versions.filter(number__lt=version.number, moves__verb__in=JUDGED)
    return earlier.order_by("-number").first()


def _history(version: Version) -> list[Move]:
    """The moves on every version of the case, the last first."""
    found = Move.objects.filter(version__case=version.case_id)
    return list(found.select_related("by", "to", "version").order_by("-at", "-pk"))


def _stages(version: Version, facts: Facts, changed: set[str]) -> list[Stage]:
    said = list(comments.of_consultants(version.case))
    return [
        Stage(
            str(stretch.stage.name),
            tuple(_step(task, said, task.slug in changed) for task in stretch.tasks),
        )
        for stretch in overview.sent_answers(facts)
    ]


def _step(task: overview.Task, said: Iterable[Comment], changed: bool) -> Step:
    here = [comment for comment in said if comment.step == task.slug]
    return Step(
        slug=task.slug,
        name=str(task.name),
        changed=changed,
        parts=tuple(Part(part.title, _answers(part, here)) for part in task.parts),
        comments=tuple(comment for comment in here if not comment.place),
    )


def _answers(part: reading.Part, said: list[Comment]) -> tuple[Answer, ...]:
    return tuple(
        Answer(line, tuple(comment for comment in said if comment.place == line.anchor))
        for line in part.lines
    )


FORMS = {
    Move.Verb.TAKE: forms.MoveForm,
    Move.Verb.HAND_OVER: forms.HandOverForm,
    Move.Verb.PUT_BACK: forms.MoveForm,
    Move.Verb.ASK: forms.AskForm,
    Move.Verb.APPROVE: forms.ApproveForm,
    Move.Verb.CLOSE: forms.CloseForm,
    Move.Verb.REOPEN: forms.MoveForm,
}
