"""The content in the admin: its lists, and which fields of each kind hold texts one a line."""

from django.contrib import admin

from readiness.catalogue.entry_admin import EntryAdmin
from readiness.catalogue.models import (
    Anxiety,
    Avenue,
    Check,
    Dimension,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    ProductWord,
    Sentence,
    Term,
)
from readiness.catalogue.typed_words import ProductWordForm


@admin.register(Avenue)
class AvenueAdmin(EntryAdmin):
    list_display = ("name", "summary", "language")
    search_fields = ("slug", "name", "summary")
    lines = (
        "what_it_is",
        "examples",
        "can_do",
        "goes_wrong",
        "left_out",
        "often_forgotten",
        "supplier_questions",
        "evidence",
        "signs_it_fits",
        "signs_it_does_not",
    )


@admin.register(Anxiety)
class AnxietyAdmin(EntryAdmin):
    list_display = ("worry", "short", "language")
    search_fields = ("slug", "worry", "behind_it")
    lines = ("depends_on", "ask_yourselves", "figures", "evidence")


@admin.register(Dimension)
class DimensionAdmin(EntryAdmin):
    list_display = ("name", "question", "language")
    search_fields = ("slug", "name", "question")
    lines = ("principles",)
    asked_by_a_step = True


@admin.register(Check)
class CheckAdmin(EntryAdmin):
    list_display = ("title", "severity", "step", "slug")
    list_filter = ("severity", "step", "language")
    search_fields = ("slug", "title", "why_it_matters", "what_to_do")


@admin.register(Sentence)
class SentenceAdmin(EntryAdmin):
    list_display = ("slug", "kind", "about", "text")
    list_filter = ("kind", "language")
    search_fields = ("slug", "about", "text")


@admin.register(Evidence)
class EvidenceAdmin(EntryAdmin):
    list_display = ("claim", "stance", "source_independence", "year", "publisher")
    list_filter = ("stance", "source_independence", "confidence", "kind", "language")
    search_fields = ("slug", "claim", "publisher", "source_title")
    lines = ("avenues", "anxieties", "principles")


@admin.register(ProductWord)
class ProductWordAdmin(EntryAdmin):
    form = ProductWordForm
    list_display = ("slug", "kind", "means")
    list_filter = ("kind", "language")
    search_fields = ("slug", "means", "words")
    lines = ("words",)


@admin.register(OtherWay)
class OtherWayAdmin(EntryAdmin):
    list_display = ("name", "summary", "language")
    search_fields = ("slug", "name", "summary")
    lines = ("try_first", "evidence")


@admin.register(Principle)
class PrincipleAdmin(EntryAdmin):
    list_display = ("name", "kind", "statement", "language")
    search_fields = ("slug", "name", "statement")
    lines = ("what_it_looks_like", "what_ignoring_it_looks_like", "how_the_guide_acts", "evidence")


@admin.register(Lesson)
class LessonAdmin(EntryAdmin):
    list_display = ("title", "theme", "kind", "language")
    list_filter = ("theme", "kind", "language")
    search_fields = ("slug", "title", "what_happened", "what_was_learned")
    lines = ("avenues", "anxieties", "evidence")


@admin.register(Term)
class TermAdmin(EntryAdmin):
    list_display = ("term", "topic", "meaning", "language")
    list_filter = ("topic", "language")
    search_fields = ("slug", "term", "meaning")
    lines = ("nations", "see_also")
