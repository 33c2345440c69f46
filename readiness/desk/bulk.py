"""What a consultant does with several cases at once, which are ticked in the list."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME as TICKED
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from readiness.cases import moves
from readiness.cases.models import Version
from readiness.desk import exports
from readiness.desk.forms import AllocateForm, DeleteForm
from readiness.desk.models import Deletion
from readiness.desk.people import StaffRequest
from readiness.reports import erasing

LONGEST_KEY = 18  # digits; no database counts further
SURE = "sure"  # says that the second page was filled in


class Bulk:
    """For the list of cases: a button for each deed. Allocating and deleting ask on a page of their own."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """As Django has it, but that it says in our words what to do where nothing was ticked."""
        if request.method == "POST" and not _all_keys(request.POST.getlist(TICKED)):
            messages.warning(request, _("Tick the cases first, then choose what to do with them."))
            return redirect(request.get_full_path())
        return super().changelist_view(request, extra_context)  # type: ignore[misc]

    def has_remove_permission(self, request: HttpRequest) -> bool:
        """Who may delete whole cases, with a reason."""
        return request.user.has_perm("cases.delete_case")

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Who may say whose a case is."""
        return request.user.has_perm(moves.MAY_REVIEW)

    @admin.action(description=gettext_lazy("Allocate"), permissions=["review"])
    def allocate(self, request: StaffRequest, queryset: QuerySet) -> HttpResponse | None:
        """Ask for whom, then hand over what waits.

        What somebody has taken is named and left alone: its own page moves it.
        """
        form = AllocateForm(request.POST if SURE in request.POST else None)
        chosen = list(queryset[: exports.MOST])
        if not form.is_valid():
            words = {"title": _("Allocate these cases"), "press": _("Allocate them")}
            return _ask(request, form, chosen, action="allocate", **words)
        to, done, now = form.cleaned_data["to"], 0, timezone.now()
        for version in chosen:
            try:
                moves.allocate(version, moves.Hand(request.user, now, version.turn), to=to)
                done += 1
            except moves.Refused as refused:
                messages.warning(request, f"{version.organisation}: {refused}")
        said = ngettext("{n} case is now with {name}.", "{n} cases are now with {name}.", done)
        messages.success(request, said.format(n=done, name=to.get_full_name() or to))
        return None

    @admin.action(description=gettext_lazy("Export as one ZIP"), permissions=["review"])
    def export(self, request: StaffRequest, queryset: QuerySet) -> HttpResponse | None:
        """Begin the export, and go to the page that says how far it is."""
        try:
            return redirect("export", exports.begin(queryset, request.user).pk)
        except exports.NotExported as reason:
            messages.error(request, str(reason))
            return None

    @admin.action(description=gettext_lazy("Delete spam and empty cases"), permissions=["remove"])
    def delete_with_reason(self, request: StaffRequest, queryset: QuerySet) -> HttpResponse | None:
        """Ask for the reason, then delete the whole cases, and keep who did it and why."""
        form = DeleteForm(request.POST if SURE in request.POST else None)
        # Those that were ticked, and never “all that there are”.
        chosen = list(queryset.filter(pk__in=request.POST.getlist(TICKED)))
        if not form.is_valid():
            words = {"title": _("Delete these cases?"), "press": _("Delete for good")}
            return _ask(request, form, chosen, action="delete_with_reason", final=True, **words)
        with transaction.atomic():
            for version in chosen:
                _delete(version, request, form.cleaned_data)
        said = ngettext("{n} case was deleted.", "{n} cases were deleted.", len(chosen))
        messages.success(request, said.format(n=len(chosen)))
        return None


def _all_keys(ticked: list[str]) -> bool:
    """Whether something was ticked, and all of it could be a key."""
    return bool(ticked) and all(key.isdecimal() and len(key) <= LONGEST_KEY for key in ticked)


def _ask(request: HttpRequest, form: Form, versions: list[Version], **said: Any) -> HttpResponse:
    """The page that names what was ticked, which stays ticked, and asks for the rest."""
    values = {"form": form, "versions": versions, "list_asked": request.GET.dict(), **said}
    values |= admin.site.each_context(request)
    status = 422 if form.is_bound else 200
    return render(request, "admin/cases/version/chosen.html", values, status=status)


def _delete(version: Version, request: StaffRequest, why: dict[str, Any]) -> None:
    Deletion.objects.create(
        reference=version.case.reference, by=request.user, at=timezone.now(), **why
    )
    erasing.erase(version.case)
