"""A case at a glance: its steps with their statuses, its answers as read, and all the questions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.cases import asking, reading, reviews_due
from readiness.cases.answers import Answers
from readiness.cases.comments import Thread
from readiness.cases.facts import Facts
from readiness.cases.models import AccessLink, Case, Draft
from readiness.cases.reviews_due import Due
from readiness.cases.stages import STAGES, STEPS, Sequel, Stage
from readiness.cases.steps.step import Questions

DONE, LATER, DRAFT, TODO = _("Done"), _("Put off"), _("Change not saved"), _("To do")
ASKED = _("Change asked for")
FROM_LAST_TIME = _("From last time")
LATELY = timedelta(days=14)  # so long the task list says that a round of asking has closed

# The headings of the task list, each by the first step under it.
HEADINGS = {
    "about-you": _("Who you are"),
    "need": _("The need"),
    "control": _("The people"),
    "avenues": _("The way forward"),
    "time": _("The money"),
    "anxieties": _("The worries"),
    "readiness-purpose": _("Are you ready?"),
    "risks": _("The risks"),
    "requirements": _("What to ask for"),
    "buying": _("How to buy"),
    "people-change": _("The people"),
    "plan": _("The plan"),
    "tracking": _("Whether it works"),
}


def _headings() -> Iterator[tuple[str, Any]]:
    heading: Any = ""
    for slug in STEPS:
        heading = HEADINGS.get(slug, heading)
        yield slug, heading


HEADING_OF = dict(_headings())


@dataclass(frozen=True)
class Task:
    """A step on the task list; ``parts`` are its answers as read, where they were asked for."""

    slug: str
    name: Any
    heading: Any
    status: Any
    style: str  # the end of the status's class in the stylesheet
    note: str = ""
    parts: tuple[reading.Part, ...] = ()
    threads: tuple[Thread, ...] = ()  # what was said of it
    new: int = 0  # how many comments nobody has read by this link


@dataclass(frozen=True)
class Stretch:
    """A stage with its tasks; without tasks it is one that is coming next."""

    stage: Stage
    tasks: tuple[Task, ...]
    done: int

    @property
    def sequel(self) -> Sequel | None:
        """What the stage leads on to, once that makes sense."""
        begun = {task.slug for task in self.tasks if task.style != "todo"}
        found = self.stage.sequel
        return found if found and begun & {*found.after} else None


def tasks(
    answers: Answers, *, drafts: set[str], contents=None, to_change: Collection[str] = ()
) -> list[Stretch]:
    """The four stages with their steps; with ``contents``, the answers as read too.

    ``to_change`` are the steps where a consultant asked for a change that is not made yet.
    """
    asked = set(answers.path)
    found = [_stretch(stage, asked, answers, drafts, contents) for stage in STAGES]
    return [replace(each, tasks=_marked(each.tasks, to_change)) for each in found]


def _marked(listed: Iterable[Task], to_change: Collection[str]) -> tuple[Task, ...]:
    return tuple(
        replace(task, status=ASKED, style="asked")
        if task.slug in to_change and task.status == DONE
        else task
        for task in listed
    )


def answers_read(answers: Answers, contents, *, drafts: set[str]) -> list[Stretch]:
    """The stages with every answer as read; the last two only once they are begun."""
    found = tasks(answers, drafts=drafts, contents=contents)
    return [each for each in found if each.stage in STAGES[:2] or _begun(each)]


def _begun(stretch: Stretch) -> bool:
    return any(task.style != "todo" for task in stretch.tasks)


def talked_of(
    listed: Iterable[Stretch],
    *,
    threads: Mapping[str, Iterable[Thread]] | None = None,
    new: Mapping[str, int] | None = None,
) -> list[Stretch]:
    """The stages with what was said of each step, or with how much of it is new."""
    said, counted = threads or {}, new or {}
    return [
        replace(
            stretch,
            tasks=tuple(
                replace(task, threads=tuple(said.get(task.slug, ())), new=counted.get(task.slug, 0))
                for task in stretch.tasks
            ),
        )
        for stretch in listed
    ]


def sent_answers(facts: Facts) -> list[Stretch]:
    """The stages with every answer of a version, as it was read when it was sent."""
    return [
        Stretch(stage, listed, len(listed))
        for stage in STAGES
        if (
            listed := tuple(
                _sent(step.page.slug, facts) for step in stage.steps if step.page.slug in facts.read
            )
        )
    ]


def _sent(slug: str, facts: Facts) -> Task:
    return Task(
        slug, STEPS[slug].page.name, HEADING_OF[slug], DONE, "done", parts=tuple(facts.read[slug])
    )


def _stretch(
    stage: Stage, asked: set[str], answers: Answers, drafts: set[str], contents
) -> Stretch:
    slugs = [step.page.slug for step in stage.steps if step.page.slug in asked]
    listed = tuple(_task(slug, answers, drafts, contents) for slug in slugs)
    return Stretch(stage, listed, sum(answers.complete(slug) for slug in slugs))


def _task(slug: str, answers: Answers, drafts: set[str], contents) -> Task:
    row = answers.rows.get(slug)
    parts = tuple(reading.parts(slug, row.kept, contents)) if row and contents else ()
    status, style = _status(slug, answers, drafts)
    note = row.note if row else ""
    return Task(slug, STEPS[slug].page.name, HEADING_OF[slug], status, style, note, parts)


def _status(slug: str, answers: Answers, drafts: set[str]) -> tuple[Any, str]:
    if slug in drafts:
        return DRAFT, "draft"
    if slug in answers.later:
        return FROM_LAST_TIME if answers.rows[slug].from_last_time else LATER, "later"
    return (DONE, "done") if answers.complete(slug) else (TODO, "todo")


def drafted(link: AccessLink) -> set[str]:
    """The steps of which this link has a draft."""
    return set(Draft.objects.filter(link=link).values_list("step", flat=True))


def unsaved(link: AccessLink, answers: Answers) -> list[tuple[str, Any]]:
    """The steps of which this link has a draft, by slug and name, in the order of the case."""
    drafts = drafted(link)
    return names(slug for slug in answers.path if slug in drafts)


def names(slugs: Iterable[str]) -> list[tuple[str, Any]]:
    """Steps by slug and name."""
    return [(slug, STEPS[slug].page.name) for slug in slugs]


@dataclass(frozen=True)
class Asking:
    """A round in which people are asked what they think: its last day, how many days are left after
    today, and whether it is over and waits to be looked at."""

    until: date
    left: int
    over: bool


def asking_now(case: Case, today: date) -> Asking | None:
    """The round that is not settled yet; None where there is none."""
    if case.asking is None:
        return None
    until = date.fromisoformat(case.asking["until"])
    return Asking(until, max(0, (until - today).days), case.asking["over"] or until < today)


def answered_lately(case: Case, today: date) -> bool:
    """Whether people said what they think in a round that closed in the last fortnight, and are not
    asked again now."""
    if case.heard is None or case.asking:
        return False
    return today - date.fromisoformat(case.heard["closed_on"]) <= LATELY


@dataclass(frozen=True)
class Benefits:
    """How far the benefits reviews are: the next that is not recorded, and whether it is due."""

    next: Due | None
    has_come: bool


def benefits(case: Case, answers: Answers, today: date) -> Benefits | None:
    """What the task list says of the reviews; nothing before a start is known or one is recorded."""
    start = reviews_due.start_of(answers)
    if start is None and not case.reviewed_after:
        return None
    coming = reviews_due.next_due(start, case.reviewed_after)
    return Benefits(coming, coming is not None and coming.has_come(today))


def all_questions(contents) -> list[dict]:
    """Every stage with its steps and their questions, as they stand on the pages.

    The pages of the worries ask the same, so they stand here once.
    """
    return [
        {"stage": stage, "steps": [_asked(step, contents) for step in _differing(stage)]}
        for stage in STAGES
        if stage.steps
    ]


def _differing(stage: Stage) -> Iterator:
    worry = False
    for step in stage.steps:
        if not (worry and _is_worry(step)):
            yield step
        worry = worry or _is_worry(step)


def _is_worry(step) -> bool:
    return step.page.slug.startswith("anxiety-")


def _asked(step, contents) -> dict:
    slug = step.page.slug
    form = step(prefix=slug) if not step.rows else step.form(prefix=slug)
    if not step.rows:
        form.dress(contents)
    boxes = [_box(form, name) for name in form.fields]
    title = _("For each worry that is strong or blocking") if _is_worry(step) else step.page.title
    return {"page": step.page, "title": title, "boxes": boxes, "rows": step.rows, "step": step}


def _box(form: Questions, name: str) -> asking.Box:
    """A question; one of several side by side says what they are asked about."""
    box = asking.box(form, name, False, {})
    group = next((group for group in form.together if name in group.names), None)
    return replace(box, label=f"{group.label} {box.label}", hint=group.hint) if group else box
