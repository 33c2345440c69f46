"""The pages on which whoever asked for an export waits for it and fetches it."""

from typing import cast

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from readiness.accounts import audit
from readiness.accounts.models import User
from readiness.cases.models import Version
from readiness.desk import exports
from readiness.reports.models import Export

LOOK_AGAIN = 3  # seconds

# /admin/exports/


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def export_list(request: HttpRequest) -> HttpResponse:
    """The exports of one's own that are not erased yet, newest first."""
    exports.erase_old(timezone.now())
    own = Export.objects.filter(asked_by=cast(User, request.user)).order_by("-asked_at")
    values = {**admin.site.each_context(request), "title": _("Your exports"), "exports": own}
    return render(request, "admin/desk/exports.html", values)


# /admin/exports/<id>/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def export(request: HttpRequest, export_id: int) -> HttpResponse:
    """How far an export is; then where to fetch it. A POST tries again what failed.

    The page looks again by itself, without JavaScript, until its reader says that it should not.
    """
    found = _own(request, export_id)
    if request.method == "POST":
        exports.go_on(found)
        return redirect(request.path)
    being_made = found.status in {Export.Status.WAITING, Export.Status.MAKING}
    if being_made:
        exports.go_on(found)  # where a restart left it behind
        being_made = found.status in {Export.Status.WAITING, Export.Status.MAKING}
    looks_again = being_made and "still" not in request.GET
    values = {
        **admin.site.each_context(request),
        "title": _("Your export"),
        "export": found,
        "being_made": being_made,
        "looks_again": looks_again,
    }
    answer = render(request, "admin/desk/export.html", values)
    if looks_again:
        answer["Refresh"] = str(LOOK_AGAIN)
    return answer


# /admin/exports/<id>/cases.zip


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def export_zip(request: HttpRequest, export_id: int) -> FileResponse:
    """The ZIP, for whoever asked for it."""
    found = _own(request, export_id)
    if found.status != Export.Status.READY:
        raise Http404
    name = f"cases-{timezone.localtime(found.asked_at):%Y-%m-%d-%H%M}.zip"
    return FileResponse(default_storage.open(found.stored_as), as_attachment=True, filename=name)


# /admin/versions/<id>/case.json


@never_cache
@require_safe
@staff_member_required
@permission_required("cases.view_version", raise_exception=True)
def version_file(request: HttpRequest, version_id: int) -> HttpResponse:
    """What was sent, as a case file."""
    version = get_object_or_404(Version.objects.select_related("case"), pk=version_id)
    audit.note_exports(cast(User, request.user), [version], timezone.now())
    name = f"{version.case.reference}-v{version.number}.json"
    return HttpResponse(
        exports.as_text(exports.case_file_of(version)),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _own(request: HttpRequest, export_id: int) -> Export:
    """An export of one's own that is not too old. Raises Http404."""
    exports.erase_old(timezone.now())
    return get_object_or_404(Export, pk=export_id, asked_by=cast(User, request.user))
