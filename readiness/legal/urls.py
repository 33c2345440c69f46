"""The addresses of what a visitor has a right to know."""

from django.urls import path

from readiness.legal import views

urlpatterns = [
    path("privacy/", views.page, {"name": "privacy"}, name="privacy"),
    path("cookies/", views.page, {"name": "cookies"}, name="cookies"),
    path("accessibility/", views.page, {"name": "accessibility"}, name="accessibility"),
    path("terms/", views.page, {"name": "terms"}, name="terms"),
    path("who-we-are/", views.page, {"name": "who-we-are"}, name="who-we-are"),
]
