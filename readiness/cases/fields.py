"""The types of question: how each is asked, checked, kept and read back.

``clean`` gives what is kept, in the form of the case file: text, an int, “12.80” for money,
“3.5” for a percentage or number, “2028-03” for a month, a list for many, None where nothing
was answered; number_fields.py has the numbers. ``box`` gives what stands in the box again, ``read`` what a reader sees, and
``from_file`` what a case file holds as if it had been typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from readiness.cases import typed

EMPTY: tuple = (None, "", [])


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen; ``value`` is kept, ``label`` and ``hint`` are shown."""

    value: str | int
    label: Any
    hint: Any = ""
    note: Any = ""  # why it is suggested, where it is
    look: str = ""  # what the library says of it: a kind and a slug, as in “avenue:crm”


class Question(forms.Field):
    """A question. ``noun`` stands in error texts (“Enter {noun}”); ``read_as`` names the answer.

    ``default`` is filled in on the page, and taken where an import leaves the answer out; of an
    answer that is not required, also where its box was emptied.
    A question that is ``sometimes`` required is not called optional on its page.
    ``prefix`` and ``suffix`` stand before and after the box, such as “£” and “a year”.
    """

    kind = "text"
    is_own_words = False  # whether anything at all can be said in it

    def __init__(
        self,
        label,
        *,
        noun,
        read_as=None,
        hint="",
        prefix="",
        suffix="",
        default=None,
        required=True,
        sometimes=False,
    ):
        super().__init__(label=label, required=required, initial=default)
        self.sometimes = sometimes
        self.noun, self.read_as, self.hint = noun, read_as or label, hint
        self.prefix, self.suffix, self.default = prefix, suffix, default
        self.instead = None if required else default

    def __deepcopy__(self, memo):
        """A form's own copy. Forms change the words of their questions and never a widget, so that
        is shared: copying it for every question of every page takes long."""
        own = object.__new__(type(self))
        own.__dict__ |= self.__dict__
        return own

    def clean(self, value):
        """The answer as it is kept. Raises ValidationError with a text that says what to do."""
        if isinstance(value, str) and typed.has_lone_surrogate(value):
            raise ValidationError(self.must(_("be written in ordinary characters")))
        value = self.tidy(value)
        if value in EMPTY:
            if self.required:
                raise ValidationError(self.missing())
            return [] if isinstance(value, list) else self.instead
        return self.kept(value)

    def tidy(self, value):
        """The raw value without what does not count."""
        return typed.one_line(value or "")

    def kept(self, value):
        """The tidied value, checked, in the form in which it is kept."""
        raise NotImplementedError

    def missing(self) -> str:
        """The error where a required answer is not there."""
        return _("Enter %(noun)s") % {"noun": self.noun}

    def must(self, what: str) -> str:
        """An error such as “The pay for an hour must be £0.01 or more”."""
        return _("%(noun)s must %(what)s") % {"noun": capfirst(str(self.noun)), "what": what}

    def box(self, kept) -> str:
        """What stands in the box for a kept answer."""
        return "" if kept is None else str(kept)

    def read(self, kept) -> str:
        """The kept answer as a reader sees it."""
        return self.box(kept)

    def from_file(self, value):
        """A value of a case file as it would have been typed. Raises ValidationError."""
        if not isinstance(value, str):
            raise ValidationError(self.must(_("be text in quotation marks")))
        return value

    def has_changed(self, initial, data) -> bool:
        """Whether a row was filled in: a box that still shows its default was not."""
        return self.tidy(data) not in {"", self.box(initial)}


class Text(Question):
    """One line of up to 200 characters."""

    longest = 200
    is_own_words = True

    def kept(self, value):
        if len(value) > self.longest:
            raise ValidationError(self.too_long(len(value) - self.longest))
        return value

    def too_long(self, over: int) -> str:
        """The error where the text has ``over`` characters too many."""
        text = self.must(_("be %(longest)s characters or fewer") % {"longest": f"{self.longest:,}"})
        cut = _("1 character") if over == 1 else _("%(n)s characters") % {"n": f"{over:,}"}
        return text + _(". Take out %(cut)s") % {"cut": cut}


class LongText(Text):
    """Paragraphs of up to 2,000 characters."""

    kind, longest = "long", 2000

    def tidy(self, value):
        return typed.paragraphs(value or "")


class Email(Text):
    """An e-mail address."""

    kind = "email"
    is_own_words = False

    def kept(self, value):
        value = super().kept(value)
        try:
            validate_email(value)
        except ValidationError:
            raise ValidationError(
                self.must(_("be an e-mail address, like name@example.org"))
            ) from None
        return value


class Month(Question):
    """A month of a year."""

    kind = "month"

    def kept(self, value):
        found = typed.typed_month(value)
        if found is None:
            raise ValidationError(self.must(_("be a month and a year, like March 2028")))
        return found

    def box(self, kept):
        if not kept:
            return ""
        year, month = kept.split("-")
        return f"{int(month)} {year}"

    def read(self, kept):
        if not kept:
            return ""
        year, month = kept.split("-")
        return date_format(date(int(year), int(month), 1), "F Y")

    def from_file(self, value):
        if not isinstance(value, str) or typed.month(value) is None:
            raise ValidationError(self.must(_("be a month written like 2028-03")))
        return value


class Day(Question):
    """A day of a year."""

    def kept(self, value):
        found = typed.typed_day(value)
        if found is None:
            raise ValidationError(self.must(_("be a real day, like 14 March 2028")))
        return found

    def box(self, kept):
        if not kept:
            return ""
        year, month, day = kept.split("-")
        return f"{int(day)} {int(month)} {year}"

    def read(self, kept):
        return date_format(date.fromisoformat(kept), "j F Y") if kept else ""


class One(Question):
    """One of the choices. ``inline`` sets short ones side by side where there is room;
    ``folded`` makes them a list that opens, for rows, where many would bury the rest."""

    kind = "one"

    def __init__(self, label, *, choices: Iterable[Choice], inline=False, folded=False, **options):
        self.choices, self.inline = tuple(choices), inline
        self.kind = "folded" if folded else self.kind
        self.offered: tuple[Choice, ...] = ()  # the choices in an order of the page's own
        super().__init__(label, **options)

    def kept(self, value):
        for choice in self.choices:
            if str(choice.value) == value:
                return choice.value
        raise ValidationError(_("Choose one of the answers listed"))

    def missing(self):
        return _("Choose %(noun)s") % {"noun": self.noun}

    def read(self, kept):
        return next((str(c.label) for c in self.choices if c.value == kept), "")

    def from_file(self, value):
        if value not in [c.value for c in self.choices] or isinstance(value, bool):
            raise ValidationError(_("Choose one of the answers listed"))
        return str(value)


class OneNumber(One):
    """One of the choices, each of which is a number."""

    def from_file(self, value):
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            value = int(value)
        return super().from_file(value)


class Many(One):
    """Any of the choices, up to ``most``; ``alone`` is a choice that excludes the others."""

    kind = "many"
    widget = forms.SelectMultiple

    def __init__(self, label, *, most=None, alone=None, **options):
        self.most, self.alone = most, alone
        super().__init__(label, **options)

    def tidy(self, value):
        return [typed.one_line(each) for each in value or [] if each]

    def kept(self, value):
        known = {str(choice.value) for choice in self.choices}
        if set(value) - known:
            raise ValidationError(_("Choose from the answers listed"))
        picked = [choice.value for choice in self.choices if str(choice.value) in value]
        self.check_number(picked)
        return picked

    def check_number(self, picked: list) -> None:
        """Raises ValidationError for too many, or for “none” beside something else."""
        if self.alone in picked and len(picked) > 1:
            none = next(choice.label for choice in self.choices if choice.value == self.alone)
            raise ValidationError(_("Choose “%s” alone, or take it away") % none)
        if self.most and len(picked) > self.most:
            raise ValidationError(_("Choose %(most)s or fewer") % {"most": self.most})

    def missing(self):
        return _("Choose at least one of %(noun)s") % {"noun": self.noun}

    def box(self, kept):
        return [str(value) for value in kept or []]

    def read(self, kept):
        return ", ".join(super(Many, self).read(value) for value in kept or [])

    def from_file(self, value):
        if not isinstance(value, list):
            raise ValidationError(self.must(_("be a list")))
        return [super(Many, self).from_file(each) for each in value]

    def has_changed(self, initial, data) -> bool:
        return self.tidy(data) != self.box(initial)
