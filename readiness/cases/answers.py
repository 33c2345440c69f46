"""The only reader and writer of stored answers. The path through the steps is computed."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from readiness.cases import outcome_numbers, read_often, stages, sums, write_often
from readiness.cases.facts import Facts
from readiness.cases.models import Answer, Case
from readiness.cases.steps.step import Kept
from readiness.cases.write_often import Overtaken

ASIDE = "not chosen"  # in the history: what somebody wrote and did not choose


@dataclass(frozen=True)
class Answers:
    """The answers of one case as they were read; ``rows`` by the step's slug. ``heard`` is what
    people said when they were asked: see heard.py."""

    rows: Mapping[str, Answer] = field(default_factory=dict)
    heard: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, case: Case, steps: Iterable[str] | None = None) -> "Answers":
        """Read the answers in one query: all, or of the named steps and those that route."""
        if steps is None:
            found = list(Answer.objects.filter(case=case))
        else:
            found = read_often.answers(case.pk, {*steps, *stages.ROUTING})
        return cls({row.step: row for row in found}, case.heard)

    @cached_property
    def kept(self) -> dict[str, Kept]:
        """What was kept of every step that was answered, whether or not it applies now."""
        return {step: row.kept for step, row in self.rows.items()}

    @property
    def organisation(self) -> str:
        """What the organisation is called; empty where it has not been said."""
        return self.kept.get("organisation", {}).get("name", "")

    @cached_property
    def path(self) -> list[str]:
        """The slugs of the steps that apply, in order."""
        return stages.path(self.kept)

    @property
    def applying(self) -> dict[str, Kept]:
        """What was kept of the steps that apply, in the order of the questionnaire."""
        return {step: self.rows[step].kept for step in self.path if step in self.rows}

    @property
    def to_send(self) -> dict[str, Kept]:
        """What a version holds: the answers of the steps that apply and are complete."""
        return {step: kept for step, kept in self.applying.items() if self.complete(step)}

    @property
    def later(self) -> frozenset[str]:
        """The steps that were put off."""
        return frozenset(step for step, row in self.rows.items() if row.later)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The steps of the first two stages that apply and are not complete, in order."""
        return self.still_open(stages.TO_SEND)

    def still_open(self, steps: Collection[str]) -> tuple[str, ...]:
        """Which of these steps apply and are not complete, in order."""
        return tuple(s for s in self.path if s in steps and not self.complete(s))

    def complete(self, step: str) -> bool:
        """Whether the step was saved whole, and not put off since."""
        return step in self.rows and not self.rows[step].later

    def version(self, step: str) -> int:
        """The version of the step's answer; 0 where there is none."""
        return self.rows[step].version if step in self.rows else 0

    def with_kept(self, step: str, kept: Kept) -> "Answers":
        """These answers with others in place of one step's, as if they had been saved whole."""
        return replace(self, rows={**self.rows, step: Answer(step=step, kept=kept)})

    def facts(self, today: date) -> Facts:
        """The case as plain values, with its figures where they can be worked out."""
        answers = self.applying
        return Facts(
            answers=answers,
            later=self.later,
            unfinished=self.unfinished,
            figures=sums.figures(answers, self.later),
            heard=self.heard,
            today=today,
        )


@dataclass(frozen=True)
class Change:
    """One save: ``kept`` answers that were typed over version ``base`` of the step's answer."""

    kept: Kept
    base: int
    by: str  # the label of the access link
    at: datetime
    later: bool = False
    note: str = ""


class Clash(Exception):
    """Somebody else changed the same answers meanwhile; nothing was saved.

    A person has to choose between the answers to ``names``; those to ``only_theirs`` were
    changed by the other alone.
    """

    def __init__(self, *, names: list[str], only_theirs: list[str], theirs: Answer) -> None:
        super().__init__(", ".join(names))
        self.names, self.only_theirs, self.theirs = names, only_theirs, theirs


def save(
    case: Case,
    step: str,
    change: Change,
    *,
    holds: Callable[[Kept], bool],
    seen: Answer | None = None,
) -> Answer:
    """Keep a change, merged by field with what others saved since its base.

    ``holds`` says whether merged answers are sound together; ``seen`` is the row as it was read before,
    so that it is read again only where somebody else was faster. Raises Clash where a person
    has to choose. A save that changes nothing makes no new version.
    """
    if change.base == 0 and (row := _first(case, step, change)):
        return row
    if seen and seen.version == change.base:
        with suppress(Overtaken), transaction.atomic():
            return _write(copy(seen), change.kept, change)
    with transaction.atomic():
        row = _locked(case, step)
        kept = change.kept
        if row.version != change.base and row.kept != kept:
            kept = _merged(row, change, holds)
        return _write(row, kept, change)


def set_aside(row: Answer, kept: Kept, *, by: str, at: datetime) -> None:
    """Put an answer that somebody wrote, and did not choose in the end, into the history; once."""
    past = row.history.filter(version=row.version, history_change_reason=ASIDE)
    if kept == row.kept or any(each.kept == kept for each in past):
        return
    same = {name: getattr(row, name) for name in ("case", "step", "later", "note", "version")}
    row.history.model.objects.create(
        id=row.pk,
        **same,
        from_last_time=row.from_last_time,
        kept=kept,
        changed_by=by,
        changed_at=at,
        history_date=at,
        history_type="~",
        history_change_reason=ASIDE,
    )


def follow(case: Case, went: dict[int, int | None], change: Change) -> set[str]:
    """Let what points at an outcome follow it; the steps in which one had to be emptied.

    A step that cannot be without it is put off, with a note that says why.
    """
    emptied = set()
    for step in outcome_numbers.POINTING:
        row = Answer.objects.select_for_update().filter(case=case, step=step).first()
        if row is None:
            continue
        kept, lost = outcome_numbers.renumbered(row.kept, went)
        whole = stages.STEPS[step].holds(kept)
        note = row.note if whole or row.later else _("An outcome was taken out.")
        later = row.later or not whole
        moved = replace(change, kept=kept, base=row.version, later=later, note=note)
        _write(row, kept, moved, confirms=False)
        if lost:
            emptied.add(step)
    return emptied


def bring_along(before: Case, case: Case, *, by: str, at: datetime) -> None:
    """Begin a case with the answers of the one before: each is put off until it is confirmed."""
    for step, kept in Answers.of(before).applying.items():
        brought = {"later": True, "from_last_time": True, "changed_by": by, "changed_at": at}
        Answer.objects.create(case=case, step=step, kept=kept, **brought)


def _first(case: Case, step: str, change: Change) -> Answer | None:
    """The step's row, new; None where somebody else's is there already."""
    try:
        with transaction.atomic():
            return _write(Answer(case=case, step=step, version=0), change.kept, change)
    except IntegrityError:
        return None


def _locked(case: Case, step: str) -> Answer:
    """The step's row, which nobody else changes meanwhile; a new one where there is none."""
    if rows := read_often.answers(case.pk, [step], lock=True):
        return rows[0]
    # Of two first saves at once, the second waits here, and then finds the first one's row.
    Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    rows = read_often.answers(case.pk, [step], lock=True)
    return rows[0] if rows else Answer(case=case, step=step, version=0)


def _write(row: Answer, kept: Kept, change: Change, *, confirms: bool = True) -> Answer:
    before = (row.kept, row.later, row.note)
    brought = row.from_last_time and not confirms
    same = before == (kept, change.later, change.note) and row.from_last_time == brought
    if row.version and same:
        return row
    row.kept, row.later, row.note = kept, change.later, change.note
    row.from_last_time = brought
    row.version += 1
    row.changed_by, row.changed_at = change.by, change.at
    if row.pk is None:
        write_often.add(row)
    else:
        write_often.change(row, before=row.version - 1)
    return row


def _merged(row: Answer, change: Change, holds: Callable[[Kept], bool]) -> Kept:
    """Mine and theirs put together by field, against the version that both began from."""
    before = _at_version(row, change.base)
    mine, theirs = change.kept, row.kept
    merged, both = {}, []
    for name in [*mine, *(name for name in theirs if name not in mine)]:
        value = mine.get(name)
        if value == before.get(name):
            value = theirs.get(name)
        elif theirs.get(name) not in (before.get(name), value):
            both.append(name)
        merged[name] = value
    kept = {name: value for name, value in merged.items() if value is not None}
    different = [name for name in merged if mine.get(name) != theirs.get(name)]
    if not both and not holds(kept):
        both = different
    if both:
        only_theirs = [n for n in different if n not in both and merged[n] == theirs.get(n)]
        raise Clash(names=both, only_theirs=only_theirs, theirs=row)
    return kept


def _at_version(row: Answer, version: int) -> Kept:
    saved = row.history.exclude(history_change_reason=ASIDE)
    then = saved.filter(version=version).order_by("history_id").first() if version else None
    return then.kept if then else {}
