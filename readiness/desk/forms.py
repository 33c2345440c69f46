"""What a consultant fills in at the review desk."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.stages import STEPS
from readiness.desk.people import reviewers

LONG = 2000


def _words(label: Any, help_text: Any = "") -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 4, "cols": 60})
    return forms.CharField(label=label, help_text=help_text, max_length=LONG, widget=box)


class MoveForm(forms.Form):
    """Every move says how often the version had been moved when its page was read."""

    turn = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class HandOverForm(MoveForm):
    to = forms.ModelChoiceField(reviewers(), label=_("Hand over to"))


class AskForm(MoveForm):
    """The steps are those of the version; an unknown one is refused."""

    steps = forms.MultipleChoiceField(
        label=_("Which steps need a change?"),
        choices=[(slug, step.page.name) for slug, step in STEPS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    words = _words(
        _("What would you like changed?"), _("The owner of the case reads this on the case’s page.")
    )


class ApproveForm(MoveForm):
    name = forms.CharField(label=_("Name on the paper"), max_length=120)
    role = forms.CharField(label=_("Role on the paper"), max_length=120)
    on = forms.DateField(
        label=_("Date"),
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


class CloseForm(MoveForm):
    words = _words(_("Why do you close it?"), _("The owner of the case reads this."))


class CommentForm(forms.Form):
    words = _words(_("Comment"), _("The owner of the case reads this beside the answer."))


class NoteForm(forms.Form):
    words = _words(
        _("Private note"),
        _("The owner does not see it, but these can be asked for in a data request."),
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
