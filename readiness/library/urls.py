"""The addresses of the library. Each page keeps `?back=`, the page of a case that it was opened from."""

from django.urls import path

from readiness.library import views

urlpatterns = [
    path("library/", views.library, name="library"),
    path("library/avenues/", views.avenues, name="library-avenues"),
    path("library/anxieties/", views.anxieties, name="library-anxieties"),
    path("library/lessons/", views.lessons, name="library-lessons"),
    path("library/principles/", views.principles, name="library-principles"),
    path("library/evidence/", views.evidence, name="library-evidence"),
    path("library/glossary/", views.glossary_page, {"second": False}, name="library-glossary"),
    path(
        "library/glossary/i-to-z/",
        views.glossary_page,
        {"second": True},
        name="library-glossary-second",
    ),
    path("library/search/", views.search, name="library-search"),
    *(
        path(f"library/{place}/<slug:slug>/", views.entry, {"kind": kind}, name=name)
        for place, kind, name in (
            ("avenues", "avenues", "library-avenue"),
            ("anxieties", "anxieties", "library-anxiety"),
            ("lessons", "lessons", "library-lesson"),
            ("principles", "principles", "library-principle"),
            ("evidence", "evidence", "library-finding"),
            ("other-ways", "other_ways", "library-other-way"),
        )
    ),
]
