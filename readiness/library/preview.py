"""An entry of the catalogue as a reader would see it, before anything of it is saved. For staff."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from readiness.catalogue import edits
from readiness.catalogue.admin_forms import EntryForm
from readiness.catalogue.contents import contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import KINDS
from readiness.library import shelves
from readiness.library.pages import page_of

NEW = 0  # in the place of the number of an entry that is not saved yet


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, kind: type[Entry], object_id: int) -> HttpResponse:
    """The entry as it is published; posted, as it was typed. Nothing is saved."""
    its_admin: Any = admin.site.get_model_admin(kind)
    entry = None if object_id == NEW else get_object_or_404(kind, pk=object_id)
    if request.method != "POST":
        if entry is None:
            raise Http404
        if not its_admin.has_view_permission(request, entry):
            raise PermissionDenied
        return _shown(request, entry)
    if not (
        its_admin.has_change_permission(request, entry)
        if entry
        else its_admin.has_add_permission(request)
    ):
        raise PermissionDenied
    made = its_admin.get_form(request, entry, change=entry is not None, form=EntryForm)
    form = made(request.POST, instance=entry)
    return _shown(request, form.instance) if form.is_valid() else _not_yet(request, form)


def _not_yet(request: HttpRequest, form: EntryForm) -> HttpResponse:
    """What has to be put right before it can be shown."""
    faults = [
        (form.fields[name].label if name in form.fields else "", told)
        for name, told in form.errors.items()
    ]
    title = _("This cannot be shown yet")
    return render(request, "library/preview_faults.html", {"title": title, "faults": faults})


def _shown(request: HttpRequest, entry: Entry) -> HttpResponse:
    around = {
        "preview": request.method == "POST",
        "searching": True,  # no search engine looks at it
        "shelves": shelves.above("/library/"),
        "carry": "",
        "carry_too": "",
    }
    try:
        template, page = page_of(entry, contents(entry.language))
    except LookupError:  # a kind that stands in cases, and has no page of its own
        fields = edits.reading(type(entry), entry)
        template, page = "library/preview.html", {"title": str(entry), "fields": fields}
    return render(request, template, {**page, **around})


urlpatterns = [
    path(
        f"{kind._meta.model_name}/<int:object_id>/preview/",
        admin.site.admin_view(preview),
        {"kind": kind},
        name=f"catalogue_{kind._meta.model_name}_preview",
    )
    for kind in KINDS
]
