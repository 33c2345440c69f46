"""The list is narrowed down inside its indexes: a version's own row is long, and there may be many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="asks SQLite how it would search"
)
NARROWED = (
    "status=approved",
    "nation=wales",
    "services=charity",
    "avenues=crm",
    "verdict=not-now",
    "warnings=many",
    "reviewer=1",
    "sent=2026",
    "q=larch",
    "status=approved&nation=wales&services=charity&avenues=crm&warnings=many",
)


def plan_of(query):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}")
        return " ".join(row[3] for row in cursor.fetchall())


@pytest.mark.parametrize("query", NARROWED)
def test_whoever_narrows_the_list_down_makes_nobody_open_every_version(dawn, query):
    with CaptureQueriesContext(connection) as found:
        assert dawn.get(f"/admin/cases/version/?whose=all&{query}").status_code == 200
    searched = [
        each["sql"]
        for each in found.captured_queries
        if 'FROM "cases_version"' in each["sql"] and "WHERE" in each["sql"]
    ]
    counting, *_listing = searched
    assert "COVERING INDEX" in plan_of(counting)
    for sql in searched:
        assert "SCAN cases_version" not in plan_of(sql)
