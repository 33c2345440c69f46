"""Private details in what somebody answered: what is asked about once, and where it stands.

A step of the questionnaire is saved first and asked about then; any other form is asked about
before it is taken in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from readiness.cases.private_words import Private, found, found_in, seen
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept, Questions, RowsStep

NOTE_BOX = "later_note"


@dataclass(frozen=True)
class Asked:
    """Something that looks private, in which question, and the id of its box on the page."""

    what: Private
    label: Any
    box: str

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.what.words

    @property
    def name(self) -> Any:
        """What they look like."""
        return self.what.name


def in_step(step: str, kept: Kept, note: str = "") -> list[Asked]:
    """What looks private in kept answers and in the note of a step that is put off."""
    return list(_asked(_texts(step, kept, note)))


def is_new(now: list[Asked], before: list[Asked]) -> bool:
    """Whether something is there now that was not asked about before."""
    return bool({each.what for each in now} - {each.what for each in before})


def still_to_ask(
    posted: Mapping[str, Any], form: Questions | RowsStep, *, kept: Iterable[str] = ()
) -> list[Asked]:
    """What to ask about before a sound form is taken in; once, so nothing where these very words
    were asked about already, and nothing of the texts that are `kept` as they stand."""
    there = in_form(form, kept=kept)
    return [] if posted.get("private") == seen(there) else there


def in_form(form: Questions | RowsStep, *, kept: Iterable[str] = ()) -> list[Asked]:
    """What looks private in a form that was checked, but for what is in the texts that are `kept`."""
    before = set(found_in(kept))
    rows = form.forms if isinstance(form, RowsStep) else [form]
    return [each for row in rows for each in _asked(_typed(row)) if each.what not in before]


def words_of(kept: Kept) -> list[str]:
    """Every text of a kept form, or of kept rows."""
    rows = kept.get("rows", [kept])
    return [text for row in rows for text in row.values() if isinstance(text, str)]


def _asked(texts: Iterable[tuple[Any, str, str]]) -> Iterator[Asked]:
    for label, box, text in texts:
        yield from (Asked(what, label, box) for what in found(text))


def _texts(step: str, kept: Kept, note: str) -> Iterator[tuple[Any, str, str]]:
    rows = kept.get("rows", []) if STEPS[step].rows else [kept]
    for number, row in enumerate(rows):
        prefix = f"{step}-{number}" if STEPS[step].rows else step
        for name, question in STEPS[step].fields_of().items():
            if question.is_own_words and isinstance(row.get(name), str):
                yield question.label, f"{prefix}-{name}", row[name]
    if note:
        yield gettext("Your note"), NOTE_BOX, note


def _typed(form: Questions) -> Iterator[tuple[Any, str, str]]:
    for name, text in form.sound.items():
        if form.fields[name].is_own_words:
            yield form.fields[name].label, form.add_prefix(name), text
