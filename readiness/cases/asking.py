"""A step's form as finished values: what the templates print, one block after the other.

Field templates are flat on purpose: widget templates cost more than all else on a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readiness.cases.fields import Many, One, Question
from readiness.cases.steps.step import Kept, Questions, RowsStep, Step

WIDTHS = {"whole": "narrow", "number": "narrow", "month": "narrow"}


@dataclass(frozen=True)
class Option:
    """One choice as it stands on the page."""

    id: str
    value: str
    label: Any
    hint: Any
    picked: bool
    note: Any = ""


@dataclass(frozen=True)
class Box:
    """One question as it stands on the page; ``name`` is also the id that errors link to."""

    name: str
    template: str
    label: Any
    hint: Any
    error: str
    value: Any
    optional: bool
    prefix: Any = ""
    suffix: Any = ""
    width: str = ""
    options: tuple[Option, ...] = ()
    inline: bool = False
    numeric: str = ""
    autocomplete: str = ""
    note: str = ""

    @property
    def described_by(self) -> str:
        """The ids of what describes the box, for screen readers."""
        parts = (("hint", self.hint), ("error", self.error), ("note", self.note))
        return " ".join(f"{self.name}-{part}" for part, there in parts if there)


@dataclass(frozen=True)
class Heading:
    """A heading that groups the questions after it."""

    text: Any
    template: str = "forms/heading.html"


@dataclass(frozen=True)
class Group:
    """Boxes that stand side by side under one label."""

    label: Any
    hint: Any
    boxes: tuple[Box, ...]
    name: str
    template: str = "forms/group.html"


@dataclass(frozen=True)
class RowBlock:
    """One row of a list, with the button that takes it out."""

    number: int
    name: Any
    blocks: tuple
    can_go: bool
    template: str = "forms/row.html"


Block = Box | Heading | Group | RowBlock


def blocks(form: Step | RowsStep, *, faults: bool, notes: dict[str, str] | None = None) -> list:
    """What stands on the page, in order. ``faults``: whether errors are shown; ``notes``: a
    sentence under a question, by its name."""
    if isinstance(form, RowsStep):
        return [_row(form, n, faults) for n in range(len(form.forms))]
    return list(_step_blocks(form, form.page.sections, faults, notes or {}))


def _row(form: RowsStep, place: int, faults: bool) -> RowBlock:
    return RowBlock(
        number=place + 1,
        name=form.row_name,
        blocks=tuple(_step_blocks(form.forms[place], {}, faults, {})),
        can_go=len(form.forms) > max(form.min_num, 1) or form.min_num == 0,
    )


def _step_blocks(form: Questions, sections, faults: bool, notes: dict[str, str]) -> Iterator[Block]:
    first_of = {group.names[0]: group for group in form.together}
    grouped = {name for group in form.together for name in group.names}
    for name in form.fields:
        if name in sections:
            yield Heading(sections[name])
        if name in first_of:
            group = first_of[name]
            boxes = tuple(box(form, each, faults, notes) for each in group.names)
            yield Group(group.label, group.hint, boxes, form.add_prefix(group.names[0]))
        elif name not in grouped:
            yield box(form, name, faults, notes)


def box(form: Questions, name: str, faults: bool, notes: dict[str, str]) -> Box:
    """One question of a form, with what was typed or kept in it."""
    question: Question = form.fields[name]
    value = form[name].value()
    if not form.is_bound:
        value = question.box(value)
    errors = list(form.errors.get(name, ())) if faults else []
    html_name = form.add_prefix(name)
    return Box(
        name=html_name,
        template=f"forms/{'number' if question.kind in WIDTHS else question.kind}.html",
        label=question.label,
        hint=question.hint,
        error=" ".join(str(error) for error in errors),
        value="" if value is None else value,
        optional=not question.required and not form.partial,
        prefix=question.prefix,
        suffix=question.suffix,
        width=WIDTHS.get(question.kind, ""),
        options=tuple(_options(question, html_name, value)),
        inline=getattr(question, "inline", False),
        numeric={"whole": "numeric", "number": "decimal"}.get(question.kind, ""),
        autocomplete="email" if question.kind == "email" else "",
        note=notes.get(name, ""),
    )


def _options(question: Question, name: str, value) -> Iterator[Option]:
    if not isinstance(question, One):
        return
    picked = set(value or []) if isinstance(question, Many) else {str(value)}
    for place, choice in enumerate(question.offered or question.choices):
        text = str(choice.value)
        # The first has the question's own id, where an error's link sets the focus.
        own_id = name if place == 0 else f"{name}-{text}"
        yield Option(own_id, text, choice.label, choice.hint, text in picked, choice.note)


def initial(step: type[Step] | type[RowsStep], kept: Kept | None, answers: dict[str, Kept]):
    """What is filled in at first: kept answers; where there are none yet, the defaults."""
    if kept is not None:
        return step.initial_from(kept)
    return step.defaults(answers) if not step.rows else []


def offers(step: type[Step], kept: Kept | None, answers: dict[str, Kept]) -> dict[str, str]:
    """New figures for defaults whose source has changed since they were kept, by name."""
    if kept is None or step.rows:
        return {}
    fixed = {name for name, field in step.fields_of().items() if field.default is not None}
    fields = step.fields_of()
    return {
        name: fields[name].read(made)
        for name, made in step.defaults(answers).items()
        if name not in fixed and kept.get(name) not in (None, made)
    }
