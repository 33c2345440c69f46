"""The addresses of the documents."""

from django.urls import path

from readiness.reports import views

# /cases/<id>/business-case
urlpatterns = [
    path("cases/<int:case_id>/business-case/", views.business_case, name="business-case"),
    path(
        "cases/<int:case_id>/business-case.pdf", views.business_case_pdf, name="business-case-pdf"
    ),
]
