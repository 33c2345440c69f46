"""What a consultant fills in at the review desk."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases import private_words
from readiness.cases.stages import STEPS
from readiness.cases.typed import paragraphs
from readiness.desk.people import reviewers

LONG = 2000


class Words(forms.CharField):
    """A few sentences. A line end counts once, as browsers count it, and not as the two that they send."""

    def __init__(self, label: Any, *, missing: Any, **options: Any) -> None:
        box = forms.Textarea(attrs={"rows": 4, "cols": 60})
        super().__init__(label=label, max_length=LONG, widget=box, **options)
        self.error_messages["required"] = missing

    def to_python(self, value: Any) -> str:
        """Plain line ends."""
        return super().to_python(paragraphs(value or "")) or ""


class SaidForm(forms.Form):
    """Words that others read, or may ask for. What looks private in them is asked about, once."""

    asked = ""  # what the page sends back, so that the same words go through

    def clean_words(self) -> str:
        """The words; a fault where something in them looks private and was not asked about yet."""
        words: str = self.cleaned_data["words"]
        if private := private_words.still_to_ask(self.data, [words]):
            self.asked = private_words.seen(private)
            named = ", ".join(f"“{each.words}”" for each in private)
            text = _("This looks like a person’s: %s. Take it out, or press the button once more.")
            raise forms.ValidationError(text % named)
        return words


class MoveForm(forms.Form):
    """Every move says how often the version had been moved when its page was read."""

    turn = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class HandOverForm(MoveForm):
    to = forms.ModelChoiceField(reviewers(), label=_("Hand over to"))


class AskForm(MoveForm, SaidForm):
    """The steps are those of the version; an unknown one is refused."""

    steps = forms.MultipleChoiceField(
        label=_("Which steps need a change?"),
        choices=[(slug, step.page.name) for slug, step in STEPS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the steps that need a change.")},
    )
    words = Words(
        _("What would you like changed?"),
        help_text=_("The owner of the case reads this on the case’s page."),
        missing=_("Say what you would like changed."),
    )


class ApproveForm(MoveForm):
    """An approval says that the paper was checked; it stands beside the verdict, whatever that is."""

    name = forms.CharField(label=_("Name on the paper"), max_length=120)
    role = forms.CharField(label=_("Role on the paper"), max_length=120)
    on = forms.DateField(
        label=_("Date"),
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    sure = forms.BooleanField(
        label=_("I have checked this version. The paper will say so, beside its verdict."),
        error_messages={"required": _("Confirm that you have checked this version.")},
    )


class CloseForm(MoveForm, SaidForm):
    words = Words(
        _("Why do you close it?"),
        help_text=_("The owner of the case reads this."),
        missing=_("Say why you close it."),
    )


class CommentForm(SaidForm):
    words = Words(_("Comment"), missing=_("Write your comment."))


class NoteForm(SaidForm):
    words = Words(_("Private note"), missing=_("Write your note."))


class OwnerLinkForm(forms.Form):
    """How it was made sure that somebody may have a lost case back, and where their link goes."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=36)
    checked = forms.CharField(
        label=_("How did you check that the case is theirs?"),
        max_length=200,
        help_text=_(
            "It stands in the audit log. Say what you did, such as “rang the number on their "
            "website”, and give no personal details."
        ),
        error_messages={"required": _("Say how you checked.")},
    )
    email = forms.EmailField(
        label=_("To which e-mail address does the link go?"),
        help_text=_("You do not see the link yourself."),
        error_messages={"required": _("Give the address that the link goes to.")},
    )
    certain = forms.BooleanField(
        label=_("I am sure. Whoever gets the link can read and change everything in the case."),
        error_messages={"required": _("Confirm that you are sure.")},
    )

    def __init__(self, *args: Any, can_mail: bool, **kwargs: Any) -> None:
        kwargs["auto_id"] = "owner-link-%s"
        super().__init__(*args, **kwargs)
        if not can_mail:
            del self.fields["email"]


class AllocateForm(forms.Form):
    to = forms.ModelChoiceField(
        reviewers(),
        label=_("Who is to review them?"),
        error_messages={"required": _("Choose who is to review them.")},
    )


class DeleteForm(forms.Form):
    """Why cases are deleted; kept when they are gone."""

    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=[
            ("spam", _("Spam")),
            ("empty", _("Nothing in it")),
            ("test", _("Sent to try it out")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("In your words"), max_length=300)
