"""The content in the admin, with its history. What is edited here, the loader keeps."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.forms import Field
from django.http import Http404, HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

from readiness.admin_bounds import LONGEST_KEY, Bounded
from readiness.catalogue.admin_forms import EntryForm, Lines, Nested
from readiness.catalogue.entry import Entry
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


def _is_key(text: str) -> None:
    """Raises Http404 where no row can have it as its number."""
    if not (text.isascii() and text.isdecimal() and len(text) < LONGEST_KEY):
        raise Http404


class EntryAdmin(Bounded, SimpleHistoryAdmin):
    """What editing any kind of content has in common.

    `lines` are the fields that hold a list of texts. A slug stays as it is once it is used.
    """

    form = EntryForm
    lines: ClassVar[tuple[str, ...]] = ()
    search_fields: tuple[str, ...] = ("slug",)
    list_filter: tuple[str, ...] = ("language",)
    history_list_display = ("history_change_reason",)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Entry | None = None
    ) -> tuple[str, ...]:
        return ("slug", "language") if obj else ()

    def get_history_queryset(
        self, request: HttpRequest, history_manager: Any, pk_name: str, object_id: Any
    ) -> QuerySet[Any]:
        """As simple-history's own, without the bare select_related() that Django 6.1 refuses."""
        records: QuerySet[Any] = history_manager.filter(**{pk_name: object_id})
        return records.select_related("history_user")

    def history_view(self, request: HttpRequest, object_id: str, *more: Any, **named: Any) -> Any:
        """The history of an entry; simple-history itself falls over what is no number."""
        _is_key(object_id)
        return super().history_view(request, object_id, *more, **named)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, *more: Any, **named: Any
    ) -> HttpResponse:
        """An entry as it was. To put it back is to change it, though simple-history lets everybody
        do so who may read it."""
        _is_key(object_id)
        _is_key(version_id)
        if request.method not in {"GET", "HEAD"} and not self.has_change_permission(request):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, *more, **named)

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest | None, **options: Any
    ) -> Field | None:
        if isinstance(db_field, models.JSONField):
            options["form_class"] = Lines if db_field.name in self.lines else Nested
            field: Field | None = db_field.formfield(**options)
        else:
            field = super().formfield_for_dbfield(db_field, request, **options)
        return field


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
