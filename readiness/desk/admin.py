"""The review desk: what was sent, read-only, one page for each case."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from readiness.cases import checks, figures_read, overview, versions
from readiness.cases.models import Version
from readiness.cases.steps.avenues import Avenues
from readiness.cases.steps.who import Organisation
from readiness.cases.verdict import verdict
from readiness.catalogue.contents import contents

NATIONS = {choice.value: choice.label for choice in Organisation.base_fields["nation"].choices}
SERVICES = {choice.value: choice.label for choice in Organisation.base_fields["services"].choices}


class ListedFilter(admin.SimpleListFilter):
    """A filter by one of several slugs that stand between commas."""

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(**{f"{self.parameter_name}__contains": f",{self.value()},"})


class ServiceFilter(ListedFilter):
    title, parameter_name = _("service"), "services"

    def lookups(self, request, model_admin):
        return list(SERVICES.items())


class AvenueFilter(ListedFilter):
    title, parameter_name = _("way forward"), "avenues"

    def lookups(self, request, model_admin):
        named = contents().avenues
        slugs = [choice.value for choice in Avenues.base_fields["chosen"].choices]
        return [(slug, named[slug].name if slug in named else slug) for slug in slugs]


class NationFilter(admin.SimpleListFilter):
    title, parameter_name = _("nation"), "nation"

    def lookups(self, request, model_admin):
        return list(NATIONS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(nation=self.value()) if self.value() else queryset


admin.site.site_header = admin.site.site_title = _("Readiness: the review desk")
admin.site.index_title = _("What do you want to look at?")


@admin.register(Version)
class VersionAdmin(admin.ModelAdmin):
    """The newest version of each case that was sent."""

    list_display = (
        "organisation",
        "sent_on",
        "status",
        "verdict_name",
        "nation_name",
        "service_names",
        "avenue_names",
        "number",
    )
    list_filter = ("status", NationFilter, ServiceFilter, AvenueFilter, "verdict")
    search_fields = ("organisation", "case__reference")
    date_hierarchy = "sent_at"
    ordering = ("-sent_at",)
    list_per_page = 50
    show_full_result_count = False
    change_form_template = "admin/cases/version/review.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        newer = Version.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"))
        found = super().get_queryset(request).select_related("case").defer("snapshot")
        return found.filter(~Exists(newer))

    def get_changelist_instance(self, request: HttpRequest):
        """The list, whose cases share the content: it is read once, and not for each of them."""
        listed, content = super().get_changelist_instance(request), contents()
        for version in listed.result_list:
            version.contents = content
        return listed

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        version = self.get_object(request, object_id)
        more = review(version) if version and self.has_view_permission(request, version) else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | more)

    @admin.display(description=_("sent on"), ordering="sent_at")
    def sent_on(self, version: Version) -> str:
        return date_format(timezone.localtime(version.sent_at), "j M Y")

    @admin.display(description=_("verdict"), ordering="verdict")
    def verdict_name(self, version) -> str:
        words = version.contents.sentences.get(f"verdict-{version.verdict}")
        return words.text if words else version.verdict

    @admin.display(description=_("nation"), ordering="nation")
    def nation_name(self, version: Version) -> str:
        return NATIONS.get(version.nation, version.nation)

    @admin.display(description=_("services"))
    def service_names(self, version: Version) -> str:
        slugs = version.services.strip(",").split(",")
        return ", ".join(str(SERVICES.get(slug, slug)) for slug in slugs)

    @admin.display(description=_("ways forward"))
    def avenue_names(self, version) -> str:
        named = version.contents.avenues
        slugs = version.avenues.strip(",").split(",")
        return ", ".join(short(named[slug].name) if slug in named else slug for slug in slugs)


def short(name: str) -> str:
    """An avenue's name without what comes after its colon."""
    return name.partition(":")[0]


def review(version: Version) -> dict:
    """What the page of one version prints: answers as read, figures, verdict and checks."""
    facts, content = versions.facts_of(version), versions.contents_of(version)
    figures = version.snapshot["figures"]
    return {
        "version": version,
        "verdict": verdict(facts, content),
        "findings": checks.findings(facts, content),
        "figures": figures,
        "figure_lines": figures_read.lines(figures) if figures else [],
        "options": figures_read.options(figures) if figures else [],
        "stages": overview.sent_answers(facts),
    }
