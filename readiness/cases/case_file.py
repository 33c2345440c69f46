"""The case file: one case's answers as JSON, for moving a case and for people's own copies.

Its keys and forms are a contract, described in docs/case-file.md.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from readiness.cases.answers import Answers, Change, save
from readiness.cases.models import Case, Version
from readiness.cases.stages import STEPS, path
from readiness.cases.steps.step import Kept, Questions
from readiness.cases.typed import has_lone_surrogate, one_line

SCHEMA = 1
HEAD = {"schema", "answers", "reference", "status", "created", "submitted", "content_version"}
LATER, NOTE = "_later", "_note"


class Faulty(Exception):
    """A case file that cannot be used; ``faults`` has one line for each thing that is wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class StepFile:
    """One step of a case file, checked."""

    kept: Kept
    later: bool = False
    note: str = ""


def exported(case: Case, *, content_version: str) -> dict[str, Any]:
    """The case file of a case; steps that do not apply are left out."""
    answers = Answers.of(case)
    newest = Version.objects.filter(case=case, is_newest=True).defer("snapshot").first()
    return {
        "schema": SCHEMA,
        "reference": case.reference,
        "status": newest.status if newest else "draft",
        "created": case.created_at.isoformat(),
        "submitted": newest.sent_at.isoformat() if newest else None,
        "content_version": content_version,
        "answers": {step: _step_out(answers, step) for step in answers.applying},
    }


def _step_out(answers: Answers, step: str) -> dict[str, Any]:
    row = answers.rows[step]
    mark = {LATER: True, NOTE: row.note} if row.later else {}
    return {**row.kept, **mark}


def imported(text: str, *, at: datetime) -> Case:
    """Check a case file with the wizard's own forms and save one new case. Raises Faulty."""
    steps = checked(text)
    with transaction.atomic():
        case = Case.objects.create(created_at=at)
        for slug, step in steps.items():
            change = Change(step.kept, 0, "Import", at, later=step.later, note=step.note)
            save(case, slug, change, holds=STEPS[slug].holds)
    return case


def checked(text: str) -> dict[str, StepFile]:
    """The steps of a case file, in the order of the questionnaire. Raises Faulty."""
    answers = _answers(_parsed(text))
    faults: list[str] = []
    steps: dict[str, StepFile] = {}
    kept: dict[str, Kept] = {}
    for slug in [slug for slug in STEPS if slug in answers]:
        reader = _StepReader(slug, answers[slug], kept)
        steps[slug] = reader.read()
        faults += reader.faults
        kept[slug] = steps[slug].kept
    faults += [f"{one_line(slug)}: there is no such step" for slug in answers if slug not in STEPS]
    asked = set(path(kept))
    faults += [
        f"{slug}: this step does not apply to these answers" for slug in steps if slug not in asked
    ]
    if faults:
        raise Faulty(faults)
    return steps


def _no_constant(name: str):
    raise ValueError(f"{name} is not a number")


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_no_repeats
        )
    except (ValueError, RecursionError) as error:
        raise Faulty([f"file: this is not JSON ({error})"]) from None


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(name for name, _value in pairs).most_common(1)[0][0]
        raise ValueError(f"“{one_line(twice)}” is there twice")
    return found


def _answers(parsed: Any) -> Mapping[str, Any]:
    if not isinstance(parsed, dict):
        raise Faulty(["file: the file must be one object, in curly brackets"])
    faults = [f"file: unknown key “{one_line(key)}”" for key in parsed if key not in HEAD]
    if type(parsed.get("schema")) is not int or parsed["schema"] != SCHEMA:
        faults.append(f"file: schema must be {SCHEMA}")
    if not isinstance(parsed.get("answers"), dict):
        faults.append("file: there are no answers")
    if faults:
        raise Faulty(faults)
    return parsed["answers"]


class _StepReader:
    """Reads one step of a case file as if it had been typed on its page."""

    def __init__(self, slug: str, given: Any, kept: Mapping[str, Kept]) -> None:
        self.slug, self.given, self.before = slug, given, kept
        self.step = STEPS[slug]
        self.faults: list[str] = []

    def read(self) -> StepFile:
        """The step, with its faults in ``faults``."""
        if not isinstance(self.given, dict):
            self._fault("", "the step must be an object, in curly brackets")
            return StepFile({})
        later, note = self._mark()
        given = {name: value for name, value in self.given.items() if name not in {LATER, NOTE}}
        typed = self._typed_rows(given, later) if self.step.rows else self._typed_step(given, later)
        form = self._form(typed, later)
        if not form.is_valid():
            self._form_faults(form)
        return StepFile(form.sound, later, note)

    def _mark(self) -> tuple[bool, str]:
        later, note = self.given.get(LATER, False), self.given.get(NOTE) or ""
        if not isinstance(later, bool):
            self._fault(LATER, "must be true, or left out")
        if (
            not isinstance(note, str)
            or has_lone_surrogate(str(note))
            or len(one_line(str(note))) > 200
        ):
            self._fault(NOTE, "must be text of 200 characters or fewer")
            note = ""
        if note and not later:
            self._fault(NOTE, "belongs to a step that is put off")
        return later is True, one_line(note)

    def _form(self, typed: dict[str, Any], later: bool):
        more = {"whole_rows": True} if self.step.rows else {}
        return self.step(data=typed, prefix=self.slug, partial=later, **more)

    def _typed_step(self, given: Mapping[str, Any], later: bool) -> dict[str, Any]:
        defaults = {} if later else self.step.defaults(self.before)
        return self._typed(self.step.base_fields, given, defaults, self.slug, "")

    def _typed_rows(self, given: Mapping[str, Any], later: bool) -> dict[str, Any]:
        for name in given:
            if name != "rows":
                self._fault(name, "there is no such field")
        rows = given.get("rows")
        if not isinstance(rows, list):
            if rows is not None or (self.step.min_num == 0 and not later):
                self._fault("rows", "must be a list; [] means none")
            rows = []
        typed = {f"{self.slug}-TOTAL_FORMS": str(len(rows)), f"{self.slug}-INITIAL_FORMS": "0"}
        for n, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                self._fault(f"rows.{n}", "the row must be an object, in curly brackets")
                continue
            fields, prefix = self.step.form.base_fields, f"{self.slug}-{n - 1}"
            defaults = self.step.defaults(self.before)
            typed |= self._typed(fields, row, defaults, prefix, f"rows.{n}.")
        return typed

    def _typed(self, fields, given, defaults, prefix: str, path: str) -> dict[str, Any]:
        for name in given:
            if name not in fields:
                self._fault(f"{path}{name}", "there is no such field")
        return {
            f"{prefix}-{name}": text
            for name, field in fields.items()
            for text in self._text(f"{path}{name}", field, given.get(name), defaults.get(name))
        }

    def _text(self, path: str, field, value: Any, default: Any) -> Iterator[Any]:
        """What would have been typed: nothing where nothing was given and there is no default."""
        if value is None:
            if default is not None:
                yield field.box(default)
            return
        try:
            yield field.from_file(value)
        except ValidationError as error:
            self._fault(path, error.messages[0])

    def _form_faults(self, form: Questions) -> None:
        """The form's faults, but for those of what could not be read at all."""
        told = [line.partition(": ")[0] for line in self.faults]
        rows = self._place("rows")
        # Where rows could not be read, how many they are says nothing.
        unread = {place for place in told if rows in {place, place.rpartition(".")[0]}}
        for fault in form.faults():
            place = self._place(fault.path)
            known = any(place == each or place.startswith(f"{each}.") for each in told)
            if not known and (fault.path or not unread):
                self._fault(fault.path, fault.message)

    def _place(self, path: str) -> str:
        return f"{self.slug}.{path}" if path else self.slug

    def _fault(self, path: str, message: str) -> None:
        self.faults.append(f"{one_line(self._place(path))}: {message}")
