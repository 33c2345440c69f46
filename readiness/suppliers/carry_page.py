"""The chosen supplier's prices become the costs of the case: first shown, then by one press."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import access, answers, asking, limits
from readiness.cases.access import Visit
from readiness.cases.answers import Answers, Change, Clash
from readiness.cases.fields import Choice, Many
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept, Questions
from readiness.suppliers import carrying, pricing, recording
from readiness.suppliers.carrying import Carried
from readiness.suppliers.models import Chosen

HOUR = 60 * 60
READ = ("time", "costs", "cost-assumptions", "savings", "alternatives", "organisation")


class Staying(Questions):
    """Which of the costs that are there stay beside the prices."""

    stay = Many(
        _("Which of your costs stay?"),
        choices=(),
        noun=_("the costs that stay"),
        hint=_("Tick what you pay to somebody else. Without a tick, a cost goes."),
        required=False,
        sometimes=True,
    )

    def __init__(self, *args, costs: list[Kept], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stay"].choices = tuple(
            Choice(str(n), row.get("label", ""), carrying.in_words(row))
            for n, row in enumerate(costs)
        )


@dataclass(frozen=True)
class _Asked:
    """What is asked, and what follows from the ticks."""

    form: Staying
    carried: Carried


# /cases/<id>/suppliers/choose/costs/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show what changes with these ticks; put it into the case where just that was shown."""
    visit = access.owner_visit(request, case_id)
    chosen, kept = recording.newest_choice(visit.case), Answers.of(visit.case, READ)
    prices = _prices(chosen)
    values = {"visit": visit, "case": visit.case, "organisation": kept.organisation}
    values |= {"chosen": chosen, "missing": [r["label"] for r in prices if not pricing.is_told(r)]}
    if not prices or values["missing"]:
        return render(request, "suppliers/no_costs.html", values)
    asked = _asked(request, kept, prices)
    pressed = request.method == "POST" and "show" not in request.POST
    same = request.POST.get("seen") == asked.carried.seen
    if pressed and same and chosen and not asked.carried.fault:
        return _put_in(request, visit, chosen, asked.carried)
    shown = _values(asked, overtaken=pressed and not same)
    return render(request, "suppliers/costs.html", values | shown)


def _prices(chosen: Chosen | None) -> list[Kept]:
    """The prices of the supplier that was chosen; none where none was, or it is there no more."""
    if chosen is None or chosen.supplier is None:
        return []
    found = chosen.supplier.recorded.filter(kind="prices").first()
    return found.kept["rows"] if found else []


def _asked(request: HttpRequest, kept: Answers, prices: list[Kept]) -> _Asked:
    costs = kept.kept.get("costs", {}).get("rows", [])
    if request.method == "POST":
        form = Staying(request.POST, prefix="carry", costs=costs)
        form.is_valid()
        stay = [int(n) for n in form.sound.get("stay", [])]
    else:
        stay = carrying.likely_to_stay(costs, prices)
        form = Staying(prefix="carry", costs=costs, initial={"stay": [str(n) for n in stay]})
    return _Asked(form, Carried(kept, prices, stay))


def _put_in(request: HttpRequest, visit: Visit, chosen: Chosen, carried: Carried) -> HttpResponse:
    """Save the costs as a new answer with its history, unless they changed just now."""
    case, now = visit.case, timezone.now()
    if not limits.allow("carry", str(case.pk), times=60, seconds=HOUR):
        return render(request, "cases/too_often.html", status=429)
    base = carried.answers.version("costs")
    change = Change(kept=carried.kept, base=base, by=visit.link.label, at=now)
    try:
        answers.save(case, "costs", change, holds=STEPS["costs"].holds)
    except Clash:
        messages.info(request, gettext("Somebody changed the costs just now. Look again."))
        return redirect("supplier-costs", case.pk)
    chosen.was_carried(at=now)
    messages.success(request, gettext("Done. The prices are now costs of your case."))
    return redirect("suppliers", case.pk)


def _values(asked: _Asked, *, overtaken: bool) -> dict[str, Any]:
    form, carried = asked.form, asked.carried
    stay = set(carried.stay)
    faults = form.faults() if form.is_bound else []
    return {
        "blocks": [asking.box(form, "stay", form.is_bound, {})],
        "faults": faults,
        "fault": carried.fault,
        "before": [_row(row, n in stay, "goes") for n, row in enumerate(carried.before)],
        "then": [_row(row, n < len(stay), "new") for n, row in enumerate(carried.kept["rows"])],
        "figures": list(carrying.figures_become(carried, timezone.localdate())),
        "contingency": carrying.on_contingency(carried),
        "same": carried.changes_nothing,
        "seen": carried.seen,
        "overtaken": overtaken,
    }


def _row(row: Kept, stays: bool, otherwise: str) -> dict[str, Any]:
    words = {"goes": gettext("Goes"), "new": gettext("New"), "stays": gettext("Stays")}
    state = "stays" if stays else otherwise
    return {"label": row.get("label", ""), "told": carrying.in_words(row), "word": words[state]}
