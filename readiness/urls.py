"""Every address of the guide."""

from django.contrib import admin
from django.urls import include, path

from readiness.health import health, ready

urlpatterns = [
    path("", include("readiness.cases.step_urls")),
    path("health", health, name="health"),
    path("ready", ready, name="ready"),
    path("staff/", include("readiness.accounts.urls")),
    # Before the admin, which takes every address below its own.
    path("", include("readiness.desk.urls")),
    path("admin/catalogue/", include("readiness.library.preview")),
    path("admin/", admin.site.urls),
    path("", include("readiness.library.urls")),
    path("", include("readiness.contact.urls")),
    path("", include("readiness.legal.urls")),
    path("", include("readiness.voices.urls")),
    # Before the steps of a case, which take any name: /cases/<id>/business-case/ is no step.
    path("", include("readiness.privacy.urls")),
    path("", include("readiness.reports.urls")),
    path("", include("readiness.benefits.urls")),
    path("", include("readiness.suppliers.urls")),
    path("", include("readiness.cases.urls")),
]

handler400 = "readiness.errors.not_understood"
handler403 = "readiness.errors.not_for_you"
handler404 = "readiness.errors.not_found"
handler500 = "readiness.errors.our_fault"
