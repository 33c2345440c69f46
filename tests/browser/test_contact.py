"""A visitor writes to us at a real browser, and a consultant reads it: narrow, without scripts, and
as accessible as a machine can tell."""

from axe_playwright_python.base import AXE_FILE_PATH

from readiness.cases import limits
from readiness.contact.models import Message, OfferedLesson
from tests.browser.at_the_browser import scrolls_sideways
from tests.browser.test_accessible import faults
from tests.contact.sent import message, offered


def test_eve_comments_on_a_page_without_scripts_on_a_narrow_screen_and_goes_back(sit_down):
    eve = sit_down(javascript=False, width=320)
    page = eve.page
    page.goto("/library/avenues/crm/")
    eve.follow("Say something about this page")
    eve.press("Send what I say")
    assert "Enter what you would like to say" in eve.reads
    assert not scrolls_sideways(page)

    page.fill("#words", "There is a newer study.")
    eve.press("Send what I say")
    assert "A person reads it" in eve.reads
    assert Message.objects.get().words == "There is a newer study."
    eve.follow("Back to")
    assert eve.at == "crm"


def test_the_forms_and_the_pages_of_staff_are_accessible(dawn, monkeypatch):
    person = dawn()
    page, found = person.page, []
    for where in ("/get-in-touch/", "/comment/?page=/library/avenues/crm/", "/share-a-lesson/"):
        page.goto(where)
        found += faults(page)
        page.locator("#website").evaluate("box => box.value = 'x'")
        page.click("button.go")
        page.locator(".faults:focus").wait_for()  # where the reading goes on
        found += faults(page)
    thanks = ("get-in-touch", "share-a-lesson", "comment")
    for where in (f"/{each}/thank-you/?back=/cases/7/need/" for each in thanks):
        page.goto(where)
        found += faults(page)
    monkeypatch.setattr(limits, "allow", lambda *_given, **_more: False)
    page.goto("/comment/?page=/library/avenues/crm/")
    page.fill("#words", "There is a newer study.")
    page.click("button.go")
    page.locator(".faults:focus").wait_for()
    assert page.input_value("#words") == "There is a newer study."
    found += faults(page)
    sent = [message(), offered()]
    for each in sent:
        page.goto(f"/admin/contact/{each._meta.model_name}/")
        found += faults(page)
        page.click("#result_list tbody th a")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found += faults(page)
    person.press("Publish it in the library")
    assert "Give it a title." in page.inner_text("main")
    found += faults(page)

    assert found == []
    assert OfferedLesson.objects.get().status == "new"


def test_the_legal_pages_are_accessible_and_fit_a_narrow_screen(sit_down):
    eve = sit_down(width=320)
    eve.context.add_init_script(path=AXE_FILE_PATH)
    found = []
    for where in ("privacy", "cookies", "accessibility", "terms", "who-we-are"):
        eve.page.goto(f"/{where}/")
        assert not scrolls_sideways(eve.page)
        found += faults(eve.page)
    assert found == []
