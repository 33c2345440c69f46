"""How any kind of content is edited in the admin: with a preview, a check before it is published,
and a history from which everything can be put back."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models, transaction
from django.db.models import QuerySet
from django.forms import Field
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from readiness.admin_bounds import Bounded
from readiness.catalogue import edits
from readiness.catalogue.admin_fields import Box, Lines, Parts
from readiness.catalogue.admin_forms import PublishingForm
from readiness.catalogue.contents import contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.putting_back import NotPutBack, put_back
from readiness.catalogue.references import NAMES, references

ON_A_PAGE = 20  # lines of a history
LONGEST_TEXT = 5000  # letters of a field whose model has no limit; readers stop long before


class EntryAdmin(Bounded, SimpleHistoryAdmin):
    """What editing any kind of content has in common.

    `lines` are the fields that hold a list of texts. A slug stays as it is once it is used.
    Nothing of a kind that is `asked_by_a_step` can be deleted: that step would have nothing to ask.
    """

    form = PublishingForm
    lines: ClassVar[tuple[str, ...]] = ()
    search_fields: tuple[str, ...] = ("slug",)
    list_filter: tuple[str, ...] = ("language",)
    asked_by_a_step = False
    about_the_edit = ("looked_over", "edit_reason")

    # The form.

    def get_readonly_fields(
        self, request: HttpRequest, obj: Entry | None = None
    ) -> tuple[str, ...]:
        return ("slug", "language") if obj else ()

    def get_fieldsets(self, request: HttpRequest, obj: Entry | None = None) -> Any:
        """The entry, and apart from it what is said of the edit, where somebody may make one."""
        fields = self.get_fields(request, obj)
        first = [name for name in self.get_readonly_fields(request, obj) if name in fields]
        entry = [name for name in fields if name not in {*first, *self.about_the_edit}]
        told: list[Any] = [(None, {"fields": first + entry})]
        if obj is None or self.has_change_permission(request, obj):
            edit = self.about_the_edit if "reviewed_on" in entry else ("edit_reason",)
            told.append((gettext_lazy("This edit"), {"fields": edit}))
        return told

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The entries; whoever saves one holds it, so that nobody else publishes in between."""
        found = super().get_queryset(request)
        of_one = request.resolver_match and "object_id" in request.resolver_match.kwargs
        saving = request.method == "POST" and transaction.get_connection().in_atomic_block
        return found.select_for_update() if of_one and saving else found

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest | None, **options: Any
    ) -> Field | None:
        if isinstance(db_field, models.JSONField):
            listed = db_field.name in {*self.lines, *NAMES, "none_found"}
            options["form_class"] = Lines if listed else Parts
            field: Field | None = db_field.formfield(**options)
        else:
            if isinstance(db_field, models.TextField):
                options["widget"] = Box
                options["max_length"] = db_field.max_length or LONGEST_TEXT
            field = super().formfield_for_dbfield(db_field, request, **options)
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *more: Any, **named: Any
    ) -> HttpResponse:
        form, entry = context["adminform"].form, named.get("obj")
        if getattr(form, "to_check", None) or getattr(form, "meanwhile", None):
            context["errors"] = None  # nothing is wrong: there is something to look at
        context |= {
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
            "preview": reverse(self._name("preview"), args=[entry.pk if entry else 0]),
            "names": list(self._names(form)),
        }
        if entry and not self.has_change_permission(request, entry):
            context["reading"] = edits.reading(self.model, entry)
        return super().render_change_form(request, context, *more, **named)

    def _names(self, form: Any) -> Any:
        """For each field that names other entries: what they are called, to choose from."""
        published = contents()
        for name, kind in NAMES.items():
            if name in form.fields:
                entries = published.of(kind).values()
                chosen = [(each.slug, getattr(each, "in_brief", str(each))) for each in entries]
                yield edits.label(self.model, name), chosen

    # Saving.

    def save_model(self, request: HttpRequest, obj: Entry, form: Any, change: bool) -> None:
        """Publish it, unless it says what it said before."""
        request.nothing_changed = form.is_same  # type: ignore[attr-defined]
        if not form.is_same:
            obj._change_reason = form.cleaned_data.get("edit_reason") or None  # type: ignore[attr-defined]
            super().save_model(request, obj, form, change)

    def log_change(self, request: HttpRequest, obj: Entry, message: Any) -> Any:
        """Nothing is noted where nothing was changed."""
        if getattr(request, "nothing_changed", False):
            return None
        return super().log_change(request, obj, message)

    def response_change(self, request: HttpRequest, obj: Entry) -> HttpResponse:
        if request.nothing_changed:  # type: ignore[attr-defined]
            messages.info(request, _("Nothing was changed, so nothing was published."))
            return redirect(self._address("changelist"))
        return super().response_change(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What deleting takes with it; an entry that others name cannot go before they are changed."""
        going = list(objs)
        *found, protected = super().get_deleted_objects(objs, request)
        if self.asked_by_a_step:
            protected.append(_("the step of the questionnaire that asks about it"))
        for each in going:
            for other in contents(each.language).entries:
                named = {(kind, slug) for _key, kind, slug in references(other)}
                if (type(each), each.slug) in named and other not in going:
                    protected.append(f"{other._meta.verbose_name}: {other}")
        return (*found, protected)

    # The history.

    def get_urls(self) -> list[URLPattern]:
        gone = self.admin_site.admin_view(self.deleted_view)
        return [path("deleted/", gone, name=self._name("deleted")), *super().get_urls()]

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _address(self, page: str, *parts: Any) -> str:
        return reverse(f"admin:{self._name(page)}", args=parts)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Who changed what and when, a page at a time; also of an entry that was deleted."""
        key = unquote(object_id)
        records = edits.records_of(self.model, key) if edits.is_key(key) else None
        if records is None or not records.exists():
            raise Http404
        there = self.model._default_manager.filter(pk=key).first()
        if not self.has_view_permission(request, there):
            raise PermissionDenied
        page = Paginator(records, ON_A_PAGE).get_page(request.GET.get("p"))
        shown = list(page.object_list)
        older = records[page.end_index() : page.end_index() + 1].first()
        newest = records.first()
        return self._page(
            request,
            "history",
            title=_("History of “{entry}”").format(entry=there or newest),
            lines=edits.lines(self.model, shown, older),
            page=page,
            there=there,
            newest=newest,
            object_id=key,
        )

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """An entry as it once was; pressed, it is put back like that."""
        if not (edits.is_key(object_id) and edits.is_key(version_id)):
            raise Http404
        record = edits.records_of(self.model, object_id).filter(pk=version_id).first()
        if record is None:
            raise Http404
        there = self.model._default_manager.filter(pk=object_id).first()
        if not self.has_view_permission(request, there):
            raise PermissionDenied
        if request.method == "POST":
            return self._put_back(request, record, there)
        return self._page(
            request,
            "as_it_was",
            title=_("“{entry}” as it was").format(entry=record.instance),
            record=record,
            line=edits.HistoryLine(record, ()),
            changed=edits.differences(self.model, there, record) if there else (),
            fields=edits.reading(self.model, record),
            there=there,
            object_id=object_id,
            may_put_back=self._may_put_back(request, there),
        )

    def _may_put_back(self, request: HttpRequest, there: Entry | None) -> bool:
        if there is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, there)

    def _put_back(self, request: HttpRequest, record: Any, there: Entry | None) -> HttpResponse:
        if not self._may_put_back(request, there):
            raise PermissionDenied
        try:
            with transaction.atomic():
                entry = put_back(record, there)
        except NotPutBack as error:
            for reason in error.reasons:
                messages.error(request, reason)
            return redirect(request.path)
        self.log_change(request, entry, entry._change_reason)  # type: ignore[attr-defined]
        messages.success(request, _("“{entry}” is back as it was.").format(entry=entry))
        return redirect(self._address("history", entry.pk))

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """What was deleted of this kind, each with the way to bring it back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = Paginator(edits.deleted(self.model), ON_A_PAGE).get_page(request.GET.get("p"))
        return self._page(request, "deleted", title=_("What was deleted"), page=page)

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        return TemplateResponse(
            request,
            f"admin/catalogue/{name}.html",
            {**self.admin_site.each_context(request), "opts": self.opts, **context},
        )
