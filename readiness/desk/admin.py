"""The review desk in Django's admin: the list of what was sent, and the page of each version."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.accounts.paging import FirstThousand
from readiness.admin_bounds import Bounded
from readiness.cases.models import Case, Version
from readiness.catalogue.contents import contents
from readiness.desk import filters, owner_links, views
from readiness.desk.bulk import Bulk
from readiness.desk.models import Deletion

admin.site.site_header = admin.site.site_title = gettext_lazy("Readiness: the review desk")
admin.site.enable_nav_sidebar = False  # the list needs the room
admin.site.index_title = gettext_lazy("What do you want to look at?")


REFERENCE = 8  # letters and digits


@admin.register(Version)
class VersionAdmin(Bulk, Bounded, admin.ModelAdmin):
    """The newest version of each case that was sent; what waits longest comes first."""

    list_display = (
        "organisation",
        "sent_on",
        "status",
        "reviewer",
        "verdict_name",
        "warnings",
        "kind",
        "avenue_names",
        "version",
    )
    list_filter = filters.FILTERS
    search_fields = ("organisation",)
    ordering = ("sent_at", "pk")
    sortable_by = ("organisation", "sent_on")  # those with an index
    list_per_page = 50
    list_max_show_all = 0
    paginator = FirstThousand
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ("allocate", "export", "delete_with_reason")
    change_list_template = "admin/cases/version/list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        found = (
            super()
            .get_queryset(request)
            .select_related("case", "reviewer")
            .defer("snapshot", "case__heard")
        )
        return found.filter(is_newest=True)

    def get_changelist_instance(self, request: HttpRequest):
        """The list; its cases and filters share the content, which is read once for all of them."""
        request.contents = contents()  # type: ignore[attr-defined]
        listed = super().get_changelist_instance(request)
        for version in listed.result_list:
            version.contents = request.contents  # type: ignore[attr-defined]
        return listed

    def get_search_results(self, request, queryset, search_term):
        """The case of that reference; where there is none, organisations whose names have the words."""
        term = search_term.strip().upper()
        case = Case.objects.filter(reference=term).first() if len(term) == REFERENCE else None
        if case:
            return queryset.filter(case=case), False
        return super().get_search_results(request, queryset, search_term)

    def get_urls(self):
        """The deeds of a consultant, each at an address of its own."""
        return [
            path("<int:version_id>/move/<slug:verb>/", views.move, name="version-move"),
            path("<int:version_id>/comment/", views.comment, name="version-comment"),
            path("<int:version_id>/note/", views.note, name="version-note"),
            path("<int:version_id>/owner-link/", owner_links.give, name="version-owner-link"),
            path("<int:version_id>/compare/", views.compare, name="version-compare"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        version = Version.objects.select_related("case", "reviewer")
        found = version.filter(pk=object_id).first() if object_id.isdecimal() else None
        to_read = request.method in {"GET", "HEAD"} and self.has_view_permission(request, found)
        if found is None or not to_read:
            return super().change_view(request, object_id, form_url, extra_context)
        return views.opened(request, found)

    @admin.display(description=gettext_lazy("sent on"), ordering="sent_at")
    def sent_on(self, version: Version) -> str:
        return date_format(timezone.localtime(version.sent_at), "j M Y")

    @admin.display(description=gettext_lazy("version"))
    def version(self, version: Version) -> str:
        """Its number; one that its owner sent again is marked."""
        if version.number == 1:
            return "1"
        return _("{n}, sent again").format(n=version.number)

    @admin.display(description=gettext_lazy("verdict"))
    def verdict_name(self, version) -> str:
        words = version.contents.sentences.get(f"verdict-{version.verdict}")
        return words.text if words else version.verdict

    @admin.display(description=gettext_lazy("kind"))
    def kind(self, version: Version) -> str:
        """Its nation and its services."""
        slugs = version.services.strip(",").split(",")
        services = ", ".join(str(filters.SERVICES.get(slug, slug)) for slug in slugs)
        return f"{filters.NATIONS.get(version.nation, version.nation)}: {services}"

    @admin.display(description=gettext_lazy("ways forward"))
    def avenue_names(self, version) -> str:
        named = version.contents.avenues
        slugs = version.avenues.strip(",").split(",")
        return ", ".join(short(named[slug].name) if slug in named else slug for slug in slugs)


def short(name: str) -> str:
    """An avenue's name without what comes after its colon."""
    return name.partition(":")[0]


@admin.register(Deletion)
class DeletionAdmin(Bounded, admin.ModelAdmin):
    """Which cases were deleted, by whom and why. Only to read."""

    list_display = ("reference", "reason", "words", "by", "at")
    ordering = ("-at",)
    paginator = FirstThousand
    show_full_result_count = False
    list_select_related = ("by",)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
