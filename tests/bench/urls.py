"""The addresses of the guide and two more, which show what a stored paper costs at least."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.urls import path

from readiness.cases.access import visit
from readiness.urls import urlpatterns as guide


def bare(request: HttpRequest) -> FileResponse:
    """The same bytes to anybody: only the middleware stands before them."""
    return FileResponse((Path(settings.STATIC_ROOT) / "bench.pdf").open("rb"))


def guarded(request: HttpRequest, case_id: int) -> FileResponse:
    """The same bytes to whoever may open the case."""
    visit(request, case_id)
    return bare(request)


urlpatterns = [*guide, path("bench/", bare), path("bench/<int:case_id>/", guarded)]
