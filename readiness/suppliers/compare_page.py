"""All suppliers side by side: the page, and its table as a file."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from readiness.cases import access, overview
from readiness.cases.access import Visit
from readiness.cases.amounts import pounds_as_priced
from readiness.cases.answers import Answers
from readiness.cases.facts import decimal
from readiness.cases.steps.step import Kept
from readiness.spreadsheets import safe
from readiness.suppliers import choosing, comparing, pricing, recording
from readiness.suppliers.asked import STEPS, asked_of, does_not_apply
from readiness.suppliers.comparing import Group, Looked
from readiness.suppliers.forms import PARTS
from readiness.suppliers.models import Supplier
from readiness.suppliers.opened import ADDRESS
from readiness.suppliers.pricing import Priced

READ = (*STEPS, "organisation", "costs", "cost-assumptions", "buying")


# /cases/<id>/suppliers/


@never_cache
@require_safe
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The suppliers side by side, for whoever may change the case; only its owner records."""
    visit = access.visit(request, case_id)
    answers = Answers.of(visit.case, READ)
    looked = _looked(visit)
    asked, made = asked_of(answers.kept), recording.choices(visit.case)
    values = {
        "visit": visit,
        "case": visit.case,
        "organisation": answers.organisation,
        "looked": looked,
        "groups": _groups(answers.kept, looked),
        "references": [(each.name, comparing.references_of(each)) for each in looked],
        "not_asked": does_not_apply(answers.kept),
        "none_listed": not any(not each.about for each in asked),
        "chosen": next(iter(made), None),
        "left": recording.left_in_costs(made, answers.rows.get("costs")),
        "budget": list(_against_budget(looked, answers.kept)) if visit.is_owner else [],
        "most": Supplier.MOST,
        "unsaved": _unsaved(visit, looked) if visit.is_owner else [],
    }
    return render(request, "suppliers/compare.html", values)


def _looked(visit: Visit) -> list[Looked]:
    return comparing.look_at(visit.case.suppliers.prefetch_related("recorded"))


def _unsaved(visit: Visit, looked: Sequence[Looked]) -> list[tuple[str, str]]:
    """What this link typed and has not saved: what it is about, and where it goes on."""
    drafted, case = overview.drafted(visit.link), visit.case.pk
    found = [
        (f"{each.name}: {step.page.name}", reverse(ADDRESS[kind], args=[case, each.supplier.pk]))
        for each in looked
        for kind, step in PARTS.items()
        if recording.draft_name(each.supplier, kind) in drafted
    ]
    if choosing.NAME in drafted:
        found.append((_("Which one you choose"), reverse("supplier-choose", args=[case])))
    return found


def _groups(answers: Mapping[str, Kept], looked: Sequence[Looked]) -> list[Group]:
    """Everything that the table holds; nothing while there is no supplier."""
    if not looked:
        return []
    prices = [pricing.priced(each, answers) for each in looked]
    return comparing.answers_beside(asked_of(answers), looked) + pricing.prices_beside(prices)


def _against_budget(looked: Sequence[Looked], answers: Mapping[str, Kept]) -> Iterator[str]:
    """What each would leave of the budget for the first year: for the owner's eyes."""
    budget = decimal(answers.get("cost-assumptions", {}).get("budget"))
    if budget is None:
        return
    for each in looked:
        prices = pricing.priced(each, answers)
        if prices.costs:
            yield _beside_budget(prices, budget)


def _beside_budget(prices: Priced, budget: Decimal) -> str:
    texts = {
        True: _("{name}: {price} in the first year, which is {apart} more than your budget."),
        False: _("{name}: {price} in the first year, which leaves {apart} of your budget."),
    }
    if prices.missing:
        texts[False] = _(
            "{name}: {price} in the first year, without the prices that are missing. It leaves {apart} of your budget for those."
        )
    price = prices.first_year
    return texts[price > budget].format(
        name=prices.name, price=pounds_as_priced(price), apart=pounds_as_priced(abs(budget - price))
    )


# /cases/<id>/suppliers/table.csv


@never_cache
@require_safe
def table(request: HttpRequest, case_id: int) -> HttpResponse:
    """The table as a file for a spreadsheet."""
    visit = access.visit(request, case_id)
    answers = Answers.of(visit.case, READ)
    looked, out = _looked(visit), StringIO(newline="")
    rows = csv.writer(out, quoting=csv.QUOTE_ALL)  # some programs split at “;”
    rows.writerow([safe(each) for each in ("", "", *(each.name for each in looked))])
    for row in _rows(answers.kept, looked):
        rows.writerow([safe(each) for each in row])
    name = "-".join(filter(None, (slugify(answers.organisation)[:60].strip("-"), "suppliers")))
    return HttpResponse(
        out.getvalue().encode("utf-8-sig"),  # so that spreadsheets know UTF-8
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _rows(answers: Mapping[str, Kept], looked: Sequence[Looked]) -> Iterator[list[str]]:
    for group in _groups(answers, looked):
        for line in group.lines:
            yield [str(group.title), line.title, *(_in_a_cell(each) for each in line.cells)]
    told = [comparing.references_of(each) for each in looked]
    for n in range(max(map(len, told), default=0)):
        yield [
            _("References"),
            str(n + 1),
            *(_reference(each[n]) if n < len(each) else "" for each in told),
        ]


def _in_a_cell(cell: comparing.Cell) -> str:
    before = _("Recorded when it said: “%s”") % cell.before if cell.before else ""
    return ". ".join(filter(None, (cell.words, cell.note, before)))


def _reference(told: comparing.Told) -> str:
    return f"{told.who} ({told.organisation}), {told.when}: {told.said}"
