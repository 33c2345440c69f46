"""What staff fill in when they handle what was sent."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from readiness.cases.typed import one_line, paragraphs
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Lesson
from readiness.contact.models import Deed

LONG = 1000
Verb = Deed.Verb


class Words(forms.CharField):
    """A few sentences; line ends count once."""

    def __init__(self, **options: Any) -> None:
        box = forms.Textarea(attrs={"rows": 4, "cols": 60})
        super().__init__(widget=box, **options)

    def to_python(self, value: Any) -> str:
        """Plain line ends, and no marks that turn the reading around."""
        return super().to_python(paragraphs(value or "")) or ""


class SeenForm(forms.Form):
    """Every deed says which status its page showed."""

    seen = forms.CharField(max_length=10, widget=forms.HiddenInput)


class CloseForm(SeenForm):
    words = Words(
        label=_("What was done?"),
        help_text=_("A line for whoever looks it up later. It may stay empty."),
        required=False,
        max_length=LONG,
    )


class NotUseForm(SeenForm):
    words = Words(
        label=_("Why is it not used?"),
        max_length=LONG,
        error_messages={"required": _("Say why it is not used.")},
    )


class Line(forms.CharField):
    """One line, without marks that turn the reading around."""

    def to_python(self, value: Any) -> str:
        """One plain line."""
        return super().to_python(one_line(value or "")) or ""


def _faults(most: int, required: Any) -> dict[str, Any]:
    words = _("Make it {most} letters or fewer: it has %(show_value)d.")
    return {"max_length": format_lazy(words, most=most), "required": required}


class PublishForm(forms.ModelForm, SeenForm):
    """The lesson as it will stand in the library. Who told it may have written much more."""

    title = Line(
        label=_("Title"),
        max_length=120,
        help_text=_("Its address is made of it, and stays."),
        error_messages={"required": _("Give it a title.")},
    )
    what_happened = Words(
        label=_("What happened"),
        max_length=600,
        help_text=_("In 600 letters or fewer."),
        error_messages=_faults(600, _("Say what happened.")),
    )
    what_was_learned = Words(
        label=_("What was learned"),
        max_length=300,
        help_text=_("In 300 letters or fewer."),
        error_messages=_faults(300, _("Say what was learned.")),
    )
    avenues = forms.MultipleChoiceField(
        label=_("Kinds of technology"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sure = forms.BooleanField(
        label=_("Nobody, no product and no supplier can be told from these words"),
        error_messages={"required": _("Read it again for names, and tick the box.")},
    )

    class Meta:
        model = Lesson
        fields = ("title", "what_happened", "what_was_learned", "theme", "kind", "avenues")
        labels: ClassVar[dict[str, Any]] = {"theme": _("Theme"), "kind": _("How it went")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = contents().avenues.values()
        self.fields["avenues"].choices = [(each.slug, each.name) for each in known]  # type: ignore[attr-defined]


FORMS: dict[str, type[SeenForm]] = {
    Verb.TAKE: SeenForm,
    Verb.PUT_BACK: SeenForm,
    Verb.CLOSE: CloseForm,
    Verb.NOT_USE: NotUseForm,
    Verb.PUBLISH: PublishForm,
    Verb.WITHDRAW: SeenForm,
    Verb.REOPEN: SeenForm,
}
