"""Which cases are gone, for whoever is asked where one is."""

from django.contrib import admin

from readiness.accounts.paging import FirstThousand
from readiness.admin_bounds import Bounded
from readiness.privacy.models import Erasure


@admin.register(Erasure)
class ErasureAdmin(Bounded, admin.ModelAdmin):
    """Which cases were erased, and why. Only to read: there is nothing else of them."""

    list_display = ("reference", "why", "at")
    list_display_links = None
    list_filter = ("why",)
    search_fields = ("reference",)
    ordering = ("-at", "-pk")
    paginator = FirstThousand
    show_full_result_count = False

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
