"""Dawn's pages do not ask the database once for each row."""

import pytest
from django.core.exceptions import FieldFetchBlocked
from django.db.models import query

from readiness.cases.models import Version
from tests.desk.at_the_desk import LIST, other, page_of
from tests.row_by_row import NotRowByRow


@pytest.fixture
def _not_row_by_row(monkeypatch):
    monkeypatch.setattr(query, "DEFAULT_FETCH_MODE", NotRowByRow())


@pytest.mark.usefixtures("_not_row_by_row")
def test_neither_the_list_nor_a_review_page_reads_row_by_row(dawn, sent):
    other(sent)
    other(sent)
    for address in (f"{LIST}?whose=all", page_of(sent), "/admin/insights/needs/"):
        assert dawn.get(address).status_code == 200


@pytest.mark.usefixtures("_not_row_by_row")
def test_reading_row_by_row_would_be_seen(sent):
    other(sent)
    with pytest.raises(FieldFetchBlocked, match="case of 2 Version rows"):
        [version.case.reference for version in Version.objects.all()]
