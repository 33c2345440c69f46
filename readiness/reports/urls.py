"""The addresses of the documents."""

from django.urls import path

from readiness.reports import views

urlpatterns = [
    # /cases/<id>/business-case
    path("cases/<int:case_id>/business-case/", views.business_case, name="business-case"),
    path(
        "cases/<int:case_id>/business-case.pdf", views.business_case_pdf, name="business-case-pdf"
    ),
    # /review/<version>/business-case.pdf
    path("review/<int:version_id>/business-case.pdf", views.version_pdf, name="version-pdf"),
]
