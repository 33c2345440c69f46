"""Alice takes everything along, has her case erased and thinks again; her words are left nowhere."""

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.db import connection
from django.utils import timezone
from playwright.sync_api import expect

from readiness.cases.models import Case, Draft
from readiness.privacy import erasing
from readiness.reports import pdf
from tests.browser.at_the_browser import ERROR, scrolls_sideways
from tests.browser.test_accessible import faults
from tests.people import answers

SECRET = "Quixotic marmalade on the landing"
PRIVATE = {"problem": "Ring her son on 07700 900123. " * 3}


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    """Drawing a paper takes no time."""
    monkeypatch.setattr(pdf, "render", lambda _html, **_more: b"%PDF-1.7 stand-in")


@pytest.fixture
def looked_at(sit_down):
    """Somebody with axe at their side: ``looked_at(width=320)``."""

    def sit(**how):
        person = sit_down(**how)
        person.context.add_init_script(path=AXE_FILE_PATH)
        return person

    return sit


@pytest.mark.parametrize("width", [1200, 320])
def test_every_page_of_it_is_accessible_and_fits_a_phone(looked_at, let_in, width):
    alice = looked_at(width=width)
    let_in(alice, answers(), sent=True)
    page, found, wide = alice.page, [], []

    def look():
        found.extend(faults(page))
        wide.extend([page.url] if scrolls_sideways(page) else [])

    alice.go("your-data")
    look()
    alice.follow("Erase this case")
    look()
    alice.press("Erase this case")
    look()
    expect(page).to_have_title(ERROR)
    page.fill("[name=erase-reference]", alice.case.reference.lower())
    alice.press("Erase this case")
    look()
    assert "This case will be erased on" in alice.reads
    for part in ("your-data", "erase", "need"):
        alice.go(part)
        look()
    alice.press("Keep this case")
    look()
    assert "This case is kept" in alice.reads
    Case.objects.update(mail_failed_at=timezone.now(), recovery_email="alice@example.org")
    for part in ("", "save"):
        alice.go(part)
        look()
        assert "may not have arrived" in alice.reads
    assert found == []
    assert wide == []


@pytest.mark.parametrize("width", [1200, 320])
def test_being_asked_about_a_person_is_accessible(looked_at, let_in, width):
    alice = looked_at(width=width)
    let_in(alice, answers())
    alice.go("need")
    alice.page.fill("#need-problem", PRIVATE["problem"])
    alice.save()
    alice.page.get_by_role("heading", name="Is this about a person?").wait_for()
    assert alice.page.evaluate("document.activeElement.className") == "again"
    assert faults(alice.page) == []
    assert not scrolls_sideways(alice.page)

    alice.page.goto("/get-in-touch/")
    alice.page.get_by_label("Help with the guide").check()
    alice.page.get_by_label("Your message").fill(PRIVATE["problem"])
    alice.press("Send the message")
    alice.page.get_by_role("heading", name="Is this about a person?").wait_for()
    assert faults(alice.page) == []
    alice.press("Send the message")
    alice.page.get_by_role("heading", name="We have your message").wait_for()


def test_she_downloads_everything_once_it_is_made(looked_at, let_in, monkeypatch):
    alice = looked_at(javascript=False)
    let_in(alice, answers(), sent=True)
    with monkeypatch.context() as patch:
        patch.setattr("readiness.reports.store.begin", lambda _document: None)
        alice.page.goto(alice.url("your-data") + "everything.zip?still")
        assert "0 of 1 documents are ready" in alice.reads
    alice.go("your-data")
    with alice.page.expect_download() as download:
        alice.follow("Download everything")
    with zipfile.ZipFile(Path(download.value.path())) as archive:
        names = archive.namelist()
    assert names[0] == "everything.json"
    assert names[-1] == "read-me.txt"
    assert any(name.startswith("papers/business-case-v1") for name in names)


def test_the_page_that_waits_is_accessible(looked_at, let_in, monkeypatch):
    alice = looked_at(width=320)
    let_in(alice, answers(), sent=True)
    monkeypatch.setattr("readiness.reports.store.begin", lambda _document: None)
    alice.page.goto(alice.url("your-data") + "everything.zip?still")
    assert faults(alice.page) == []


def test_her_words_are_not_even_left_in_the_file_of_the_database(looked_at, let_in):
    """A database lets go of what is erased, and writes over it only when it needs the room."""
    alice = looked_at()
    let_in(alice, answers({"need": {"problem": SECRET}}), sent=True)
    alice.go("control")
    alice.page.fill("#control-how", SECRET)
    alice.press("‹ All steps")
    assert Draft.objects.exists()
    Case.objects.update(erase_on=timezone.localdate(), erase_why="asked")
    files = [Path(connection.settings_dict["NAME"] + end) for end in ("", "-wal")]
    assert any(SECRET.encode() in each.read_bytes() for each in files if each.exists())

    erasing.erase_due(at=timezone.now() + timedelta(days=1))

    assert [each for each in files if each.exists() and SECRET.encode() in each.read_bytes()] == []
