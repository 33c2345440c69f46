"""Dawn edits a word of the glossary on her phone: seen, checked, published and put back."""

from readiness.catalogue.models import Term
from tests.browser.at_the_browser import scrolls_sideways
from tests.browser.test_accessible import faults


def test_dawn_sees_checks_publishes_and_puts_back_an_edit(dawn):
    person, complaints = dawn(width=320), []
    page, term = person.page, Term.objects.get(slug="crm")
    page.on("console", lambda message: complaints.append(message.text))

    def looks_well(shown):
        assert faults(shown) == []
        assert not scrolls_sideways(shown)

    page.goto(f"/admin/catalogue/term/{term.pk}/change/")
    looks_well(page)
    page.get_by_label("Meaning").fill("A list of everyone you are in touch with.")
    with person.context.expect_page() as opened:
        page.get_by_role("button", name="Preview (in a new tab)").click()
    seen = opened.value
    assert "A list of everyone you are in touch with." in seen.inner_text("main")
    looks_well(seen)
    seen.close()

    page.get_by_role("button", name="Check and publish").click()
    page.get_by_role("heading", name="Check this before you publish it").wait_for()
    looks_well(page)
    assert Term.objects.get(slug="crm").meaning == term.meaning
    page.get_by_role("button", name="Publish").first.click()
    page.get_by_text("was changed successfully").wait_for()
    assert Term.objects.get(slug="crm").meaning == "A list of everyone you are in touch with."

    page.goto(f"/admin/catalogue/term/{term.pk}/history/")
    looks_well(page)
    page.get_by_role("link", name="As it was then").last.click()
    looks_well(page)
    page.get_by_role("button", name="Put this back").click()
    page.get_by_text("is back as it was").wait_for()
    assert Term.objects.get(slug="crm").meaning == term.meaning
    assert complaints == []
