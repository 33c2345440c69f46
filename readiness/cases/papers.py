"""The public page that says whether a paper is what was sent."""

from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from readiness.cases import amounts, check_codes, limits
from readiness.cases.fields import Text
from readiness.cases.models import Edition

HOUR = 60 * 60


class PaperForm(forms.Form):
    """What stands in the foot of every page of a paper."""

    reference = Text(_("Reference"), noun=_("the reference"))
    code = Text(_("Check code"), noun=_("the check code"))


# /check/


@never_cache
def check_paper(request: HttpRequest) -> HttpResponse:
    """Ask for reference and code; answer version, edition, date and whole-life cost."""
    form = PaperForm(request.POST or None)
    values: dict = {"form": form, "asked": False}
    if request.method == "POST" and form.is_valid():
        if not limits.allow("check", limits.address(request), times=30, seconds=HOUR):
            return render(request, "cases/too_often.html", status=429)
        found = check_codes.edition_of(form.cleaned_data["reference"], form.cleaned_data["code"])
        values |= {"asked": True, "edition": found, "cost": whole_life_cost(found)}
    return render(request, "cases/check_paper.html", values)


def whole_life_cost(edition: Edition | None) -> str:
    """The cost over all years, in pounds; empty where there is no paper, or no figures in it."""
    figures = edition.version.snapshot["figures"] if edition else None
    return amounts.pounds(Decimal(figures["whole_life_cost"])) if figures else ""
