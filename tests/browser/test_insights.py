"""Dawn, a consultant, reads the insights and waits for an export at a real browser."""

import pytest

from readiness.reports.models import Export
from tests.browser.at_the_browser import WIDTHS, scrolls_sideways
from tests.browser.test_accessible import faults
from tests.desk.counted import sent_by

PAGES = (
    "needs/?split=nation",
    "worries/?split=service",
    "verdicts/?split=year",
    "readiness/?split=year&nation=england",
    "benefits/?split=year",
    "verdicts/?first=soon",
    "verdicts/?first=1+2020&last=2+2020",
)


@pytest.fixture
def many(guide):
    """Organisations that sent a case, few of them in one nation."""
    sent_by(12)
    sent_by(9, {"readiness-purpose": {"good_enough": "no"}}, nation="wales", verdict="not-now")
    sent_by(3, nation="scotland")


def test_the_insights_are_accessible_and_fit_the_window(dawn, many):
    page, found, complaints = dawn().page, [], []
    page.on("console", lambda message: complaints.append(message.text))

    for address in PAGES:
        page.goto(f"/admin/insights/{address}")
        assert page.locator(".insights").is_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += faults(page)
            assert not scrolls_sideways(page), (address, width)

    assert found == []
    assert [each for each in complaints if "favicon" not in each and "404" not in each] == []


def test_before_anything_is_sent_the_page_is_accessible_too(dawn):
    page = dawn().page
    page.goto("/admin/insights/needs/")

    assert page.get_by_text("No case was sent yet.").is_visible()
    assert faults(page) == []


def test_she_filters_and_moves_on_to_another_subject_without_javascript(dawn, many):
    page = dawn(javascript=False).page
    page.goto("/admin/insights/needs/")

    page.get_by_label("Nation").select_option("england")
    page.get_by_label("Side by side").select_option("year")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Readiness gaps").click()

    assert page.get_by_text("Nation: England.").is_visible()
    assert page.get_by_label("Nation").input_value() == "england"


def test_a_wide_table_is_moved_by_the_keyboard(dawn, many):
    page = dawn(width=320).page
    page.goto("/admin/insights/needs/?split=nation")

    table = page.get_by_role("region", name="Who feels the need: table")
    table.focus()
    table.evaluate("t => { t.moved = new Promise(r => t.addEventListener('scroll', r)); }")
    page.keyboard.press("ArrowRight")

    assert table.evaluate("t => t.moved.then(() => t.scrollLeft)") > 0
    assert page.evaluate("document.activeElement.className") == "wide"


@pytest.mark.parametrize("status", ["making", "failed"])
def test_the_page_of_an_export_is_accessible(dawn, user, status):
    export = Export.objects.create(asked_by=user, versions=[1, 2, 3], done=1, status=status)
    page = dawn(width=320).page
    page.goto(f"/admin/exports/{export.pk}/?still")

    assert page.get_by_role("heading", name="Your export").is_visible()
    assert faults(page) == []
    assert not scrolls_sideways(page)
    page.goto("/admin/exports/")
    assert faults(page) == []


def test_the_page_of_an_export_looks_again_without_javascript(dawn, user):
    export = Export.objects.create(asked_by=user, versions=[1, 2, 3], done=1, status="making")
    page = dawn(javascript=False).page
    page.goto(f"/admin/exports/{export.pk}/")
    assert page.get_by_text("1 of 3 cases are done.").is_visible()

    Export.objects.filter(pk=export.pk).update(done=2)

    page.get_by_text("2 of 3 cases are done.").wait_for()
