"""Whatever is posted, a page answers as a page does, and what was recorded stays as it was."""

import pytest

from readiness.suppliers.models import Chosen, Recorded
from tests.suppliers.at_the_table import LICENCES, WRITE, add, answer, page_of, price

ODD = [
    {},
    {"base": "9" * 50},
    {"base": "-1", "seen": "x"},
    {"{n}-TOTAL_FORMS": "9999999999", "{n}-INITIAL_FORMS": "x"},
    {"{n}-TOTAL_FORMS": "61", "{n}-INITIAL_FORMS": "0"},
    {"{n}-TOTAL_FORMS": "1", "{n}-INITIAL_FORMS": "0", "{n}-0-said": "met"},
    {"{n}-TOTAL_FORMS": "1", "{n}-INITIAL_FORMS": "0", "{n}-0-about": "x" * 300},
    {"{n}-TOTAL_FORMS": "1", "{n}-INITIAL_FORMS": "0", "{n}-0-note": "a\x00b\ud800"[:3]},
    {"{n}-TOTAL_FORMS": "1", "{n}-INITIAL_FORMS": "0", "{n}-0-in_year": "٣", "{n}-0-label": "x"},
    {"add": "yes"},
    {"remove": "9999"},
    {"remove": "x", "restore": "yes", "restore_row": "%%%=&&label"},
    {"restore": "yes", "restore_row": "label=" + "x" * 70_000},
    {"look": "//evil.example/"},
    {"choose-rows": "theirs"},
    {"choose-nothing": "theirs", "choose-": "theirs"},
    {"discard": "yes"},
    {"keep": "yes", "{n}-\x00": "x"},
    {"supplier-choice-chosen": ["1", "none"], "supplier-choice-why": "x" * 5000},
    {"carry-stay": ["0", "99", "-1", "x"], "seen": ""},
    {"show": "yes", "carry-stay": "99"},
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_nothing_that_is_posted_is_an_error_or_changes_what_was_recorded(buyer, odd):
    elm = add(buyer, "Elm")
    answer(buyer, elm, {WRITE: "met"})
    price(buyer, elm, LICENCES)
    before = list(Recorded.objects.values("kind", "kept"))
    for part in ("replies", "prices", "references"):
        page = page_of(elm, part if part != "replies" else "")
        name = f"supplier-{elm.pk}-{part}"
        posted = {key.replace("{n}", name): text for key, text in odd.items()}
        told = buyer.post(buyer.url(page), posted)
        assert told.status_code in {200, 204, 302, 409}, page
        assert "evil" not in told.headers.get("Location", "")
        assert buyer.get(buyer.url(page)).status_code == 200
    for page in (
        "suppliers/add",
        "suppliers/choose",
        "suppliers/choose/costs",
        page_of(elm, "name"),
    ):
        assert buyer.post(buyer.url(page), odd).status_code in {200, 204, 302}, page
        assert buyer.get(buyer.url(page)).status_code == 200
    assert buyer.get(buyer.url("suppliers")).status_code == 200
    if "{n}-TOTAL_FORMS" not in odd:  # otherwise somebody emptied a list
        assert list(Recorded.objects.values("kind", "kept")) == before
    assert not Chosen.objects.exists()
    assert buyer.row("costs").version == 1
