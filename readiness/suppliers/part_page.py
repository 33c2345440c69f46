"""One part of a supplier on its page: its answers, its prices, or its references."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import asking, drafts, private_answers, rows
from readiness.cases.private_words import seen
from readiness.suppliers import clashes, recording
from readiness.suppliers.asked import GROUPS, STEPS, does_not_apply
from readiness.suppliers.forms import PARTS, SAID, Replies
from readiness.suppliers.gone import gone
from readiness.suppliers.models import Supplier
from readiness.suppliers.opened import Gone, Opened

# Where a press of a button named “look” leads, beside the other parts of the supplier.
PAGES = {"steps": "case", "save": "save", "compare": "suppliers"}
LEADING_BACK = ("library", "share-a-lesson", "get-in-touch")


# /cases/<id>/suppliers/<n>/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, case_id: int, supplier_id: int, kind: str) -> HttpResponse:
    """Show a part, or do what was pressed on it."""
    try:
        opened = Opened.of(request, case_id, supplier_id, kind)
    except Gone:
        return gone(request, case_id)
    if request.method != "POST":
        return _shown(opened)
    press = next((each for each in PRESSES if each in request.POST), "save-it")
    return PRESSES[press](opened)


def _keep(opened: Opened) -> HttpResponse:
    """Keep what was typed so far; the page sends this by itself."""
    opened.keep_draft(checked=False)
    return HttpResponse(status=204)


def _change_rows(opened: Opened) -> HttpResponse:
    """Add a row, take one out or put it back: what was typed goes along."""
    typed, removed = rows.changed(opened.step, opened.request.POST, prefix=opened.name)
    opened.keep_draft(checked=False, typed=typed, removed=removed)
    where = rows.focus(opened.step, typed, removed, prefix=opened.name)
    return HttpResponseRedirect(opened.address + where)


def _discard(opened: Opened) -> HttpResponse:
    """Let go of what was typed and go back to what was saved."""
    drafts.drop(opened.draft)
    return redirect(opened.address)


def _look(opened: Opened) -> HttpResponse:
    """Go to another page; what was typed and not saved waits as a draft."""
    form = opened.posted_form()
    if opened.draft or not form.is_valid() or form.sound["rows"] != opened.row.kept.get("rows", []):
        opened.keep_draft(checked=bool(opened.draft and opened.draft.checked))
    to = opened.request.POST["look"]
    if to in STEPS:
        return redirect("step", opened.visit.case.pk, to)
    if to in PARTS:
        return redirect(opened.address_of(to))
    if to in LEADING_BACK:
        return HttpResponseRedirect(reverse(to, query={"back": opened.address}))
    return redirect(PAGES.get(to, "suppliers"), opened.visit.case.pk)


def _save(opened: Opened) -> HttpResponse:
    """Record what was said and go on; where there is a fault or a clash, show it. What looks
    private is asked about first."""
    request, supplier = opened.request, opened.supplier
    opened.posted = clashes.chosen(opened)
    form = opened.posted_form()
    if not (form.is_valid() and form.arrived):
        opened.keep_draft(checked=True)
        return redirect(opened.address)
    if private_answers.still_to_ask(opened.posted, form, kept=_kept_words(opened)):
        opened.keep_draft(checked=False)
        return redirect(f"{opened.address}?private=1")
    try:
        recording.save(supplier, opened.kind, opened.change(form), opened.apart)
    except recording.Clash as clash:
        opened.keep_draft(checked=False)
        return clashes.page(opened, clash)
    except Supplier.DoesNotExist:  # it was taken out just now
        return gone(request, opened.visit.case.pk)
    drafts.drop(opened.draft)
    said = _("Saved: {part} of {supplier}.")
    messages.success(request, said.format(part=opened.step.page.name, supplier=supplier.name))
    return redirect(_after(opened))


PRESSES: dict[str, Callable[[Opened], HttpResponse]] = {
    "keep": _keep,
    "add": _change_rows,
    "remove": _change_rows,
    "restore": _change_rows,
    "discard": _discard,
    "look": _look,
    "save-it": _save,
}


def _after(opened: Opened) -> str:
    """The next part; after the last one, all suppliers side by side."""
    kinds = list(PARTS)
    following = kinds[kinds.index(opened.kind) + 1 :]
    if following:
        return opened.address_of(following[0])
    return reverse("suppliers", args=[opened.visit.case.pk])


def _kept_words(opened: Opened) -> list[str]:
    """What is recorded already: it was asked about when it was."""
    return private_answers.words_of(opened.row.kept)


def _private(opened: Opened, form: Any) -> list[private_answers.Asked]:
    """What looks private in what waits as a draft, where that is to be asked about."""
    asks = "private" in opened.request.GET and opened.draft and form.is_valid()
    return private_answers.in_form(form, kept=_kept_words(opened)) if asks else []


def _shown(opened: Opened) -> HttpResponse:
    form, draft, answers = opened.form(), opened.draft, opened.answers
    faults = bool(form.is_bound and draft and draft.checked)
    private = _private(opened, form)
    values = {
        "visit": opened.visit,
        "case": opened.visit.case,
        "organisation": answers.organisation,
        "supplier": opened.supplier,
        "page": form.page,
        "parts": _parts(opened),
        "step": opened.name,
        "typing": True,  # so the ways out are buttons of the form
        "form": form,
        "faults": form.faults() if faults else [],
        "base": draft.base if draft else opened.row.version,
        "draft": draft,
        "row": opened.row if opened.row.version else None,
        "removed": rows.typed_row(draft.removed) if draft and draft.removed else "",
        "private": private,
        "private_seen": seen(private),
    }
    replies = opened.kind == Replies.page.slug
    values |= _of_replies(opened, form, faults) if replies else {}
    values |= {} if replies else {"blocks": asking.blocks(form, faults=faults)}
    name = "replies" if replies else "rows_of"
    return render(opened.request, f"suppliers/{name}.html", values)


def _parts(opened: Opened) -> list[dict[str, Any]]:
    """The three parts of a supplier, to go from one to another."""
    return [
        {"kind": kind, "name": step.page.name, "here": kind == opened.kind}
        for kind, step in PARTS.items()
    ]


LEFT = "left"


def _of_replies(opened: Opened, form: Any, faults: bool) -> dict[str, Any]:
    """What the page of the answers prints: the questions under their headings."""
    headings = {**GROUPS, LEFT: _("No longer on your list")}
    groups = [
        {
            "title": headings[group],
            "left": group == LEFT,
            "asked": [_asked(r, faults) for r in each],
        }
        for group, each in groupby(form.forms, key=lambda row: row.group)
    ]
    return {
        "groups": groups,
        "count": len(form.forms),
        "scale": asking.Scale(tuple(SAID.values())),
        "not_asked": does_not_apply(opened.answers.kept),
        "none_listed": not any(not each.about for each in opened.asked),
    }


def _asked(row: Any, faults: bool) -> dict[str, Any]:
    """One thing that is asked: its hidden words, the answer and the note."""
    note = _("When this was recorded, it said: “%s”. Does the answer still hold?") % row.before
    notes = {"said": note} if row.before else {}
    said, wrote = (asking.box(row, name, faults, notes) for name in ("said", "note"))
    hidden = [(row.add_prefix(name), row[name].value() or "") for name in ("about", "asked")]
    return {"said": said, "note": wrote, "hidden": hidden}
