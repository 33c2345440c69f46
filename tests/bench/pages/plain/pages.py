"""The wizard as its own manual shows it."""

from django import forms
from django.urls import path
from formtools.wizard.views import NamedUrlSessionWizardView

from readiness.cases.fields import LongText, Many, One
from readiness.cases.stages import STEPS


def _condition(slug: str):
    """formtools' usual way to leave out a step: by the sound answers to another."""
    step = STEPS[slug]

    def applies(wizard) -> bool:
        return step.applies({"anxieties": wizard.get_cleaned_data_for_step("anxieties") or {}})

    return applies


class PlainWizard(NamedUrlSessionWizardView):
    """Every step of the guide, each field by Django's widget for it."""

    form_list = list(STEPS.items())
    condition_dict = {slug: _condition(slug) for slug in STEPS if slug.startswith("anxiety-")}
    template_name = "plain/page.html"

    def get_form(self, step=None, data=None, files=None):
        form = super().get_form(step, data, files)
        for each in getattr(form, "forms", [form]):
            for field in each.fields.values():
                field.widget = _widget(field)
        return form

    def done(self, form_list, **kwargs):
        raise NotImplementedError


def _widget(field) -> forms.Widget:
    if isinstance(field, One):
        kind = forms.SelectMultiple if isinstance(field, Many) else forms.Select
        return kind(choices=[(choice.value, choice.label) for choice in field.choices])
    return forms.Textarea() if isinstance(field, LongText) else forms.TextInput()


urlpatterns = [
    path("<slug:step>/", PlainWizard.as_view(url_name="step", done_step_name="done"), name="step")
]
