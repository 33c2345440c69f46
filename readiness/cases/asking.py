"""A step's form as finished values: what the templates print, one block after the other.

Field templates are flat on purpose: widget templates cost more than all else on a page. For the same
reason a question's HTML is kept in memory, but for what somebody typed; see drawing.py.
"""

from collections.abc import Iterator

from readiness.cases import drawing
from readiness.cases.blocks import Block, Box, Drawn, Group, Heading, Option, RowBlock, Scale
from readiness.cases.fields import Many, One, Question
from readiness.cases.steps.step import Kept, Questions, RowsStep, Step

WIDTHS = {"whole": "narrow", "number": "narrow", "month": "narrow"}

# What the browser may fill in: facts about the person who answers.
AUTOCOMPLETE = {
    "about-you-name": "name",
    "about-you-email": "email",
    "organisation-name": "organization",
}


def blocks(form: Step | RowsStep, *, faults: bool, notes: dict[str, str] | None = None) -> list:
    """What stands on the page, in order. ``faults``: whether errors are shown; ``notes``: a
    sentence under a question, by its name."""
    if isinstance(form, RowsStep):
        return [_row(form, n, faults) for n in range(len(form.forms))]
    return list(_step_blocks(form, form.page.sections, faults, notes or {}))


def _row(form: RowsStep, place: int, faults: bool) -> RowBlock:
    row = form.forms[place]
    kept = (row.sound if not row.errors else {}) if row.is_bound else row.initial or {}
    whole = all(name in kept for name, question in row.fields.items() if question.required)
    title, *detail = _in_brief(row, kept)
    return RowBlock(
        number=place + 1,
        name=form.row_name,
        blocks=tuple(_step_blocks(row, {}, faults, {})),
        can_go=len(form.forms) > max(form.min_num, 1) or form.min_num == 0,
        folded=whole and not row.errors and len(form.forms) > 1,
        title=title,
        detail=" · ".join(detail),
    )


def _in_brief(row: Questions, kept: Kept) -> Iterator[str]:
    """A row's name, then what else it says in a word or a figure; longer texts are left out."""
    first, *others = row.fields.items()
    yield first[1].read(kept.get(first[0]))
    for name, question in others:
        value = kept.get(name)
        if question.kind != "text" and value not in (None, "", question.default):
            said = question.read(value)
            yield said if type(question) is One else f"{question.read_as}: {said}"


def _step_blocks(form: Questions, sections, faults: bool, notes: dict[str, str]) -> Iterator[Block]:
    first_of = {group.names[0]: group for group in form.together}
    grouped = {name for group in form.together for name in group.names}
    inline = [each for each in form.fields.values() if getattr(each, "inline", False)]
    if inline:
        yield Scale(inline[0].choices)
    for name in form.fields:
        if name in sections:
            yield Heading(sections[name])
        if name in first_of:
            group = first_of[name]
            boxes = tuple(question(form, each, faults, notes) for each in group.names)
            yield Group(group.label, group.hint, boxes, form.add_prefix(group.names[0]))
        elif name not in grouped:
            yield question(form, name, faults, notes)


def question(form: Questions, name: str, faults: bool, notes: dict[str, str]) -> Box | Drawn:
    """One question of a form, from what is kept of it; anew where this page says more of it."""
    asked: Question = form.fields[name]
    ordered = isinstance(asked, One) and asked.offered and asked.kind != "folded"
    if name in notes or ordered or (faults and name in form.errors):
        return box(form, name, faults, notes)
    return Drawn(drawing.filled(_pieces(form, name, asked), _typed(asked, _value(form, name))))


def _pieces(form: Questions, name: str, asked: Question) -> tuple[str, ...]:
    html_name, optional = form.add_prefix(name), _is_optional(form, asked)
    # The words of most questions are their class's; those of some are the catalogue's.
    own = form.base_fields[name]
    choices = asked.choices if isinstance(asked, One) else ()
    same = asked.label is own.label and choices is getattr(own, "choices", choices)
    worded = None if same else (asked.label, asked.hint, choices)
    offered = tuple(choice.value for choice in asked.offered) if isinstance(asked, One) else ()
    return drawing.pieces(
        (type(form), html_name, optional, worded, offered),
        lambda: _box(form, name, "", drawing.SLOT, "").html,
    )


def _typed(asked: Question, value) -> Iterator[str]:
    """What goes into the slots: the words in the box, or of each choice whether it is picked, and its
    words where they are somebody's own."""
    if not isinstance(asked, One):
        yield str(value)
        return
    picked = _picked(asked, value)
    for choice in asked.offered or asked.choices:
        yield _mark(asked) if str(choice.value) in picked else ""
        if asked.offered:
            yield str(choice.label)


def _value(form: Questions, name: str):
    """What stands in the box: what was typed, or what is kept."""
    asked: Question = form.fields[name]
    typed = form.is_bound
    value = form[name].value() if typed else asked.box(form.get_initial_for_field(asked, name))
    return "" if value is None else value


def box(form: Questions, name: str, faults: bool, notes: dict[str, str]) -> Box:
    """One question of a form, with what was typed or kept in it."""
    errors = list(form.errors.get(name, ())) if faults else []
    error = " ".join(str(error) for error in errors)
    return _box(form, name, error, _value(form, name), notes.get(name, ""))


def _box(form: Questions, name: str, error: str, value, note: str) -> Box:
    question: Question = form.fields[name]
    html_name = form.add_prefix(name)
    return Box(
        name=html_name,
        template=f"forms/{'number' if question.kind in WIDTHS else question.kind}.html",
        label=question.label,
        hint=question.hint,
        error=error,
        value=value,
        optional=_is_optional(form, question),
        prefix=question.prefix,
        suffix=question.suffix,
        width=WIDTHS.get(question.kind, ""),
        options=tuple(_options(question, html_name, value)),
        inline=getattr(question, "inline", False),
        numeric=_keyboard(question),
        autocomplete=AUTOCOMPLETE.get(html_name, ""),
        note=note,
    )


def _is_optional(form: Questions, question: Question) -> bool:
    return not (question.required or question.sometimes or form.partial)


def _keyboard(question: Question) -> str:
    """The keyboard that a phone shows; one for numbers has no minus."""
    if getattr(question, "least", 0) < 0:
        return ""
    return {"whole": "numeric", "number": "decimal"}.get(question.kind, "")


def _options(question: Question, name: str, value) -> Iterator[Option]:
    if not isinstance(question, One):
        return
    drawn_once = value == drawing.SLOT
    mark, picked = _mark(question), _picked(question, value)
    for place, choice in enumerate(question.offered or question.choices):
        text = str(choice.value)
        # The first has the question's own id, where an error's link sets the focus.
        own_id = name if place == 0 else f"{name}-{text}"
        label = drawing.SLOT if drawn_once and question.offered else choice.label
        said = drawing.SLOT if drawn_once else mark if text in picked else ""
        yield Option(own_id, text, label, choice.hint, said, choice.note, choice.look)


def _picked(question: Question, value) -> set[str]:
    """The values that are picked, as text."""
    return set(value or []) if isinstance(question, Many) else {str(value)}


def _mark(question: Question) -> str:
    """The attribute that says that a choice is picked."""
    return " selected" if question.kind == "folded" else " checked"


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
