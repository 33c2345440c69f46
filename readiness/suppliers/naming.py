"""Adding a supplier, giving it another name, and taking it out."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import access, asking
from readiness.cases.access import Visit
from readiness.cases.answers import Answers
from readiness.cases.models import start_key
from readiness.cases.private_answers import Asked, still_to_ask
from readiness.cases.private_words import seen
from readiness.suppliers import recording
from readiness.suppliers.forms import PARTS, Naming
from readiness.suppliers.models import Supplier
from readiness.suppliers.opened import Gone, supplier_of

# /cases/<id>/suppliers/add/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, case_id: int) -> HttpResponse:
    """Add a supplier by its name; a second press of the same button opens the same one."""
    visit = access.owner_visit(request, case_id)
    key = start_key(request.POST.get("key", ""))
    form = _form(request, _others(visit, key=key))
    sound = request.method == "POST" and form.is_valid()
    private = still_to_ask(request.POST, form) if sound else []
    if sound and not private:
        made = recording.add(visit.case, form.sound["name"], key=key, at=timezone.now())
        if made is not None:
            return redirect("supplier-replies", case_id, made.pk)
    full = len(_others(visit)) >= Supplier.MOST
    values = {"key": key, "full": full, "most": Supplier.MOST}
    return render(request, "suppliers/add.html", _values(visit, form, private) | values)


# /cases/<id>/suppliers/<n>/name/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest, case_id: int, supplier_id: int) -> HttpResponse:
    """Give a supplier another name."""
    visit = access.owner_visit(request, case_id)
    supplier = _supplier(visit, supplier_id)
    form = _form(request, _others(visit, pk=supplier.pk), {"name": supplier.name})
    sound = request.method == "POST" and form.is_valid()
    private = still_to_ask(request.POST, form, kept=[supplier.name]) if sound else []
    if sound and not private and _renamed(supplier, form.sound["name"]):
        messages.success(request, _("It is now called {name}.").format(name=form.sound["name"]))
        return redirect("suppliers", case_id)
    values = _values(visit, form, private) | {"supplier": supplier}
    return render(request, "suppliers/name.html", values)


# /cases/<id>/suppliers/<n>/remove/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, case_id: int, supplier_id: int) -> HttpResponse:
    """Ask, then take a supplier out, with all that was recorded of it as it was shown."""
    visit = access.owner_visit(request, case_id)
    try:
        supplier = supplier_of(visit, supplier_id)
    except Gone:  # the second press of a double click
        if request.method == "POST":
            return redirect("suppliers", case_id)
        raise Http404 from None
    seen = request.POST.get("seen", "")
    if request.method == "POST" and recording.remove(supplier, seen=seen):
        messages.success(request, _("{name} was taken out.").format(name=supplier.name))
        return redirect("suppliers", case_id)
    recorded = recording.records_of(supplier)
    values = {
        **_values(visit),
        "supplier": supplier,
        "seen": recording.stamp(recorded),
        "overtaken": request.method == "POST",
        "counts": [(PARTS[each.kind].page.name, len(each.kept["rows"])) for each in recorded],
    }
    return render(request, "suppliers/remove.html", values)


def _renamed(supplier: Supplier, name: str) -> bool:
    """Whether it was renamed; 404 where somebody took it out just now."""
    try:
        return recording.rename(supplier, name)
    except Supplier.DoesNotExist:
        raise Http404 from None


def _supplier(visit: Visit, supplier_id: int) -> Supplier:
    """A supplier of the case; otherwise 404."""
    try:
        return supplier_of(visit, supplier_id)
    except Gone:
        raise Http404 from None


def _others(visit: Visit, **but: Any) -> list[Supplier]:
    """The suppliers of the case, but for one."""
    return list(visit.case.suppliers.exclude(**but) if but else visit.case.suppliers.all())


def _form(request: HttpRequest, others: list[Supplier], initial: Any = None) -> Naming:
    taken = frozenset(each.name.casefold() for each in others)
    return Naming(request.POST or None, prefix="supplier", taken=taken, initial=initial)


def _values(
    visit: Visit, form: Naming | None = None, private: Sequence[Asked] = ()
) -> dict[str, Any]:
    values: dict[str, Any] = {"visit": visit, "case": visit.case}
    values["organisation"] = Answers.of(visit.case, ["organisation"]).organisation
    values |= {"private": private, "private_seen": seen(private)}
    if form is not None:
        values["faults"] = form.faults() if form.is_bound else []
        values["blocks"] = [asking.box(form, name, form.is_bound, {}) for name in form.fields]
    return values
