"""The addresses of the benefits reviews; their document has its own, in the reports."""

from django.urls import path

from readiness.benefits import views

urlpatterns = [
    # /cases/<id>/benefits/
    path("cases/<int:case_id>/benefits/", views.reviews_page, name="benefits"),
    # /cases/<id>/benefits/<months>/
    path("cases/<int:case_id>/benefits/<int:months>/", views.review, name="benefits-review"),
]
