"""What can stand on a page of questions: a question, a heading, a group, a row of a list."""

from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from readiness.cases import drawing
from readiness.cases.fields import Choice


class Drawable:
    """A block that its template turns into HTML."""

    template: str

    @property
    def html(self) -> SafeString:
        """The block as it stands on the page."""
        return self.drawn()

    def drawn(self) -> SafeString:
        """The same, drawn anew."""
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

    @property
    def html(self) -> SafeString:
        """As it was drawn before: it is the same for everybody."""
        return drawing.once((self.template, self.text), self.drawn)


@dataclass(frozen=True)
class Group(Drawable):
    """Boxes that stand side by side under one label."""

    label: Any
    hint: Any
    boxes: tuple[Box | Drawn, ...]
    name: str
    template: str = "forms/group.html"

    @property
    def html(self) -> SafeString:
        """As it was drawn before, with the boxes of this page in it."""
        slot = replace(self, boxes=(SLOT,))
        return drawing.once(
            (self.template, self.label, self.hint, self.name), slot.drawn, _of(self.boxes)
        )


@dataclass(frozen=True)
class Scale(Drawable):
    """What short answers mean, said once above all the questions that offer them."""

    choices: tuple[Choice, ...]
    template: str = "forms/scale.html"

    @property
    def html(self) -> SafeString:
        """As it was drawn before: it is the same for everybody."""
        return drawing.once((self.template, self.choices), self.drawn)


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

    @property
    def html(self) -> SafeString:
        """As it was drawn before, with what this page's row is called and holds."""
        title, detail = (drawing.SLOT if text else "" for text in (self.title, self.detail))
        key = (self.template, self.number, self.name, self.can_go, self.folded, title, detail)
        slot = replace(self, blocks=(SLOT,), title=title, detail=detail)
        typed = [text for text in (self.title, self.detail) if text]
        return drawing.once(key, slot.drawn, *typed, _of(self.blocks))


SLOT = Drawn(SafeString(drawing.SLOT))  # where other blocks go


def _of(blocks: tuple) -> SafeString:
    return SafeString("".join(each.html for each in blocks))


Block = Box | Drawn | Heading | Group | Scale | RowBlock
