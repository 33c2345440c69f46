"""The browser that started a case has no link that could be opened again, until one is shown."""

from readiness.cases.models import AccessLink
from tests.people import Person


def shown(person) -> str:
    page = person.post(person.url("save") + "link/").text
    return "/open/" + page.split("/open/")[1].split("<")[0].strip()


def test_the_task_list_says_that_only_this_browser_opens_the_case(alice):
    assert "Only this browser can open your case so far" in alice.see()


def test_once_a_link_was_shown_nothing_is_said_of_it(alice):
    shown(alice)
    assert "Only this browser" not in alice.see()


def test_what_was_typed_before_the_link_was_shown_is_there_when_it_is_opened_elsewhere(alice):
    alice.post(alice.url("need"), {"need-problem": "Notes are written three times", "keep": "yes"})
    address = shown(alice)
    elsewhere = Person()
    elsewhere.case = alice.case
    elsewhere.post(address)
    assert "Notes are written three times" in elsewhere.see("need")


def test_a_person_can_close_the_link_they_came_in_by_and_stays_in(alice):
    address = shown(alice)
    alice.post(alice.url("need"), {"need-problem": "Notes are written three times", "keep": "yes"})
    link = AccessLink.objects.get(via="shown")
    alice.post(alice.url("share") + f"{link.pk}/close/")
    assert Person().post(address).status_code == 404
    assert "Notes are written three times" in alice.see("need")
