"""What can stand on a page of questions: a question, a heading, a group, a row of a list."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from readiness.cases.fields import Choice


class Drawable:
    """A block that its template turns into HTML."""

    template: str

    @property
    def html(self) -> SafeString:
        """The block as it stands on the page."""
        return render_to_string(self.template, {"block": self})


@dataclass(frozen=True)
class Option:
    """One choice as it stands on the page; ``picked`` is the attribute that says so, or nothing."""

    id: str
    value: str
    label: Any
    hint: Any
    picked: str
    note: Any = ""
    look: str = ""


@dataclass(frozen=True)
class Box(Drawable):
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
        parts = (
            ("hint", self.hint),
            ("error", self.error),
            ("unit", self.suffix),
            ("note", self.note),
        )
        return " ".join(f"{self.name}-{part}" for part, there in parts if there)


@dataclass(frozen=True)
class Drawn:
    """A question whose HTML was there already, but for what was typed."""

    html: SafeString
    template: str = "forms/drawn.html"


@dataclass(frozen=True)
class Heading(Drawable):
    """A heading that groups the questions after it."""

    text: Any
    template: str = "forms/heading.html"


@dataclass(frozen=True)
class Group(Drawable):
    """Boxes that stand side by side under one label."""

    label: Any
    hint: Any
    boxes: tuple[Box | Drawn, ...]
    name: str
    template: str = "forms/group.html"


@dataclass(frozen=True)
class Scale(Drawable):
    """What short answers mean, said once above all the questions that offer them."""

    choices: tuple[Choice, ...]
    template: str = "forms/scale.html"


@dataclass(frozen=True)
class RowBlock(Drawable):
    """One row of a list, with the button that takes it out.

    A sound row among others is ``folded`` to its ``title`` and ``detail``.
    """

    number: int
    name: Any
    blocks: tuple
    can_go: bool
    folded: bool
    title: str
    detail: str
    template: str = "forms/row.html"


Block = Box | Drawn | Heading | Group | Scale | RowBlock
