"""The addresses of suppliers that are compared."""

from django.urls import path

from readiness.suppliers import (
    carry_page,
    choosing,
    compare_page,
    history_page,
    naming,
    part_page,
)

urlpatterns = [
    # /cases/<id>/suppliers/
    path("cases/<int:case_id>/suppliers/", compare_page.page, name="suppliers"),
    path("cases/<int:case_id>/suppliers/table.csv", compare_page.table, name="supplier-table"),
    path("cases/<int:case_id>/suppliers/add/", naming.add, name="supplier-add"),
    path("cases/<int:case_id>/suppliers/history/", history_page.page, name="supplier-history"),
    path("cases/<int:case_id>/suppliers/choose/", choosing.page, name="supplier-choose"),
    path("cases/<int:case_id>/suppliers/choose/costs/", carry_page.page, name="supplier-costs"),
    # /cases/<id>/suppliers/<n>/
    path(
        "cases/<int:case_id>/suppliers/<int:supplier_id>/",
        part_page.part,
        {"kind": "replies"},
        name="supplier-replies",
    ),
    path(
        "cases/<int:case_id>/suppliers/<int:supplier_id>/prices/",
        part_page.part,
        {"kind": "prices"},
        name="supplier-prices",
    ),
    path(
        "cases/<int:case_id>/suppliers/<int:supplier_id>/references/",
        part_page.part,
        {"kind": "references"},
        name="supplier-references",
    ),
    path(
        "cases/<int:case_id>/suppliers/<int:supplier_id>/name/", naming.name, name="supplier-name"
    ),
    path(
        "cases/<int:case_id>/suppliers/<int:supplier_id>/remove/",
        naming.remove,
        name="supplier-remove",
    ),
]
