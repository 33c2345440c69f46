"""The addresses where an owner takes everything along, or has a case erased."""

from django.urls import path

from readiness.privacy import views

urlpatterns = [
    path("cases/<int:case_id>/your-data/", views.your_data, name="your-data"),
    path("cases/<int:case_id>/your-data/everything.zip", views.everything, name="everything"),
    path("cases/<int:case_id>/erase/", views.erase, name="erase-case"),
    path("cases/<int:case_id>/keep/", views.keep, name="keep-case"),
]
