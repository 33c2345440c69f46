"""What every step of the questionnaire can do: one form, or a list of rows of one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar

from django import forms
from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext as _

from readiness.cases.fields import EMPTY

Kept = dict[str, Any]  # a step's answers in the form of the case file


@dataclass(frozen=True)
class Together:
    """Questions that stand side by side under one label, such as low, likely and high."""

    label: Any
    hint: Any
    names: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong with an answer: ``path`` as in “rows.2.label”, empty for the whole step;
    ``name`` of the input on the page, empty for the whole step."""

    path: str
    name: str
    message: str


class Questions(forms.Form):
    """A group of questions: a step, or one row of a step.

    With ``partial`` nothing is required: a step that is put off keeps what is sound.
    """

    fields: dict[str, Any]
    base_fields: ClassVar[dict[str, Any]]
    # Questions that belong side by side.
    together: tuple[Together, ...] = ()

    def __init__(self, *args, partial: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.partial = partial
        if partial:
            for question in self.fields.values():
                question.required = False

    def clean(self):
        """Check the answers against each other; a fault belongs to the later of two fields."""
        self.check_together()

    def check_together(self) -> None:
        """Override to compare answers; read them with ``answer``, fault them with ``fault``."""

    def answer(self, name: str):
        """The sound answer to one question, or None."""
        return (self.cleaned_data or {}).get(name)

    def number(self, name: str) -> Decimal | None:
        """The sound answer to one question as a number, or None."""
        value = self.answer(name)
        return None if value is None else Decimal(str(value))

    def fault(self, name: str, message: Any) -> None:
        """Mark one answer as wrong, unless it is marked already."""
        if name not in self.errors:
            self.add_error(name, message)

    def need_order(self, *names: str, noun: Any = "figure") -> None:
        """Fault each of ``names`` that is less than the one before it."""
        numbers = {name: self.number(name) for name in names}  # a fault takes its answer away
        for before, after in pairwise(names):
            low, high = numbers[before], numbers[after]
            if low is not None and high is not None and high < low:
                self.fault(
                    after,
                    _("The %(after)s %(noun)s must be the same as the %(before)s one, or more")
                    % {
                        "after": str(self.fields[after].label).lower(),
                        "before": str(self.fields[before].label).lower(),
                        "noun": noun,
                    },
                )

    @property
    def sound(self) -> Kept:
        """The answers that hold; what was left empty is left out."""
        answers = self.cleaned_data or {}
        return {n: answers[n] for n in self.fields if answers.get(n) not in EMPTY}

    def faults(self, path: str = "") -> list[Fault]:
        """Every fault, in the order of the questions."""
        return [
            Fault(f"{path}{name}", self.add_prefix(name), str(message))
            for name in self.fields
            for message in self.errors.get(name, [])
        ]

    @classmethod
    def as_typed(cls, kept: Mapping[str, Any], prefix: str) -> dict[str, Any]:
        """Kept answers as a browser would post them."""
        return {f"{prefix}-{name}": f.box(kept.get(name)) for name, f in cls.base_fields.items()}

    @classmethod
    def fields_of(cls) -> Mapping[str, Any]:
        """The questions by name."""
        return cls.base_fields


@dataclass(frozen=True)
class Page:
    """The words of a step, apart from its questions."""

    slug: str
    name: Any  # on the task list
    title: Any  # the heading of the page
    why: Any = ""  # why we ask
    intro: Any = ""
    example: Any = ""
    findings: tuple[str, ...] = ()  # slugs of evidence that stands beside the questions
    # What the step bears on, by slug: an anxiety, or a principle. The library filters by it.
    worry: str = ""
    theme: str = ""
    own_findings: bool = False  # whether the chosen avenues’ findings on that worry come first
    sections: Mapping[str, Any] = field(default_factory=dict)  # headings, by first question
    live: bool = False  # whether the page says what the figures come to


class Asked:
    """What a step says of itself: its words, whether it is asked, what is filled in."""

    page: Page
    reads_others = False  # whether the page says something that hangs on other steps

    @classmethod
    def applies(cls, answers: Mapping[str, Kept]) -> bool:
        """Whether the step is asked at all; reads kept answers and checks nothing."""
        return True

    @classmethod
    def defaults(cls, answers: Mapping[str, Kept]) -> Kept:
        """Answers that are filled in, by name; some are made from other steps' answers."""
        return {n: f.default for n, f in cls.fields_of().items() if f.default is not None}

    @classmethod
    def fields_of(cls) -> Mapping[str, Any]:
        """The questions by name; a row's, where the step is a list of rows."""
        raise NotImplementedError

    @classmethod
    def holds(cls, kept: Kept, *, whole: bool = True) -> bool:
        """Whether kept answers are sound together, and complete where they are to be ``whole``."""
        slug = cls.page.slug
        step: Any = cls  # a form, or a list of them
        return step(data=step.as_typed(kept, slug), prefix=slug, partial=not whole).is_valid()

    def dress(self, contents) -> None:
        """Override to put the catalogue's words to questions whose wording is content."""


class Step(Asked, Questions):
    """A step that is one form."""

    rows = False

    @classmethod
    def fields_of(cls):
        return cls.base_fields

    @classmethod
    def initial_from(cls, kept: Kept):
        """Kept answers as Django's ``initial``."""
        return kept


class RowsStep(Asked, BaseFormSet):
    """A step that is a list of rows, each the same small form.

    Rows that were left empty are no answer; ``{"rows": []}`` is one where ``min_num`` is 0.
    """

    rows = True
    form: type[Questions]
    row_name: Any  # “Cost”
    add: Any  # “Add another cost”
    none: Any = ""  # what an empty list means, where it is an answer
    extra = 0
    can_order = can_delete = can_delete_extra = False
    min_num, max_num, absolute_max = 0, 10, 40
    validate_min = validate_max = True
    renderer = None

    def __init__(self, *args, partial: bool = False, whole_rows: bool = False, **kwargs):
        """``whole_rows``: an empty row is a fault, as in an import."""
        if kwargs.get("data") is not None:
            # A row that is posted as it was kept is no empty row.
            kwargs["initial"] = None
        form_kwargs = {"partial": partial}
        if whole_rows:
            form_kwargs["empty_permitted"] = False
        super().__init__(*args, **{**kwargs, "form_kwargs": form_kwargs})
        self.validate_min = not partial

    @classmethod
    def fields_of(cls):
        return cls.form.base_fields

    @classmethod
    def initial_from(cls, kept: Kept):
        """Kept answers as Django's ``initial``."""
        return kept.get("rows", [])

    @property
    def arrived(self) -> bool:
        """Whether the page sent how many rows there are; without it their absence means nothing."""
        return self.management_form.is_valid()

    @property
    def sound(self) -> Kept:
        """The rows that hold, empty ones left out, and as many as may be."""
        rows = [form.sound for form in self.forms if not self._is_blank(form)]
        return {"rows": [row for row in rows if row][: self.max_num]}

    @staticmethod
    def _is_blank(form: Questions) -> bool:
        return not form.has_changed()

    def full_clean(self):
        """Say too few or too many in our own words; Django's would name forms."""
        super().full_clean()
        filled = sum(not self._is_blank(form) for form in self.forms)
        if self.is_bound and self.non_form_errors():
            self._non_form_errors = self.error_class([self.count_fault(filled)])

    def count_fault(self, filled: int) -> str:
        """The error for a wrong number of rows."""
        noun = str(self.row_name).lower()
        if filled > self.max_num:
            return _("List %(most)s or fewer. Put some together or leave them out") % {
                "most": self.max_num
            }
        if filled < self.min_num:
            return _("Add at least one %(noun)s") % {"noun": noun}
        return _("Part of the page did not arrive. Nothing was changed: send it again")

    def faults(self) -> list[Fault]:
        """Every fault, the list's own first."""
        own = [Fault("", "", str(message)) for message in self.non_form_errors()]
        return own + [fault for n, form in self._numbered() for fault in form.faults(f"rows.{n}.")]

    def _numbered(self) -> Iterator[tuple[int, Questions]]:
        return ((n, form) for n, form in enumerate(self.forms, start=1) if form.errors)

    @classmethod
    def as_typed(cls, kept: Mapping[str, Any], prefix: str) -> dict[str, Any]:
        """Kept rows as a browser would post them."""
        rows = kept.get("rows", [])
        typed = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
        for n, row in enumerate(rows):
            typed |= cls.form.as_typed(row, f"{prefix}-{n}")
        return typed
