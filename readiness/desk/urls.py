"""The addresses of the review desk that are pages of its own, and not of Django's admin."""

from django.urls import path

from readiness.desk import export_pages
from readiness.desk.insights import views as insights

urlpatterns = [
    # /admin/insights/
    path("admin/insights/", insights.page, {"subject": "needs"}, name="insights-first"),
    path("admin/insights/<slug:subject>/", insights.page, name="insights"),
    path("admin/insights/<slug:subject>.<slug:form>", insights.file, name="insights-file"),
    # /admin/exports/
    path("admin/exports/", export_pages.export_list, name="exports"),
    path("admin/exports/<int:export_id>/", export_pages.export, name="export"),
    path("admin/exports/<int:export_id>/cases.zip", export_pages.export_zip, name="export-zip"),
    # /admin/versions/<id>/
    path(
        "admin/versions/<int:version_id>/case.json", export_pages.version_file, name="version-file"
    ),
]
