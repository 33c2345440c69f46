"""Earlier answers that a question no longer has a place for: shown, so that none goes unseen.

Questions and their choices may change while a case is worked on. What was answered stays as it was kept
until somebody saves the step again.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from readiness.cases.fields import One
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept

_NUMBERED = re.compile(r"^\d+-")  # a row's number before the name of its question


def no_longer_fit(slug: str, kept: Kept) -> list[tuple[str, str]]:
    """Question and earlier answer of each that no longer fits; where the question is gone, its name."""
    step = STEPS[slug]
    rows = kept.get("rows", []) if step.rows else [kept]
    return [each for row in rows for each in _of(row, step.fields_of())]


def no_place_in_draft(slug: str, typed: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """The same of what was typed and not saved; `typed` is as a browser posted it."""
    questions = STEPS[slug].fields_of()
    found = []
    for name, texts in typed.items():
        asked = _NUMBERED.sub("", name.removeprefix(f"{slug}-"))
        if asked not in questions and not asked.endswith("_FORMS") and any(texts):
            found.append((_("a question that is gone (%s)") % asked, _said(texts)))
    return found


def _of(answers: Mapping[str, Any], questions: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in answers.items():
        question = questions.get(name)
        if question is None:
            yield _("a question that is gone (%s)") % name, _said(value)
        elif lost := [each for each in _listed(value) if not _has_place_for(each, question)]:
            yield str(question.read_as), _said(lost)


def _has_place_for(value: Any, question: Any) -> bool:
    """A question with choices has a place for those; any other takes what is typed."""
    if not isinstance(question, One):
        return True
    return value in [choice.value for choice in question.choices]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(value: Any) -> str:
    return ", ".join(str(each) for each in _listed(value))
