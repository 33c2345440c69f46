"""The floor's one page, and its address."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from tests.bench.pages.floor.models import FloorCase

OFTEN = [(each, each.capitalize()) for each in ("daily", "weekly", "monthly", "seldom", "never")]


class FloorForm(forms.Form):
    """Three questions, one of each common kind."""

    name = forms.CharField(max_length=200)
    problem = forms.CharField(max_length=2000, widget=forms.Textarea)
    often = forms.ChoiceField(choices=OFTEN)


def page(request: HttpRequest) -> HttpResponse:
    """Show the form with what the case holds, or keep what was posted and go on."""
    case = get_object_or_404(FloorCase, pk=request.session.get("case"))
    if request.method != "POST":
        initial = {"name": case.name, "problem": case.problem, "often": case.often}
        return render(request, "floor/page.html", {"form": FloorForm(initial=initial)})
    form = FloorForm(request.POST)
    if not form.is_valid():
        return render(request, "floor/page.html", {"form": form})
    for name, value in form.cleaned_data.items():
        setattr(case, name, value)
    case.save()
    return redirect("page")


urlpatterns = [path("", page, name="page")]
