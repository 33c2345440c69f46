"""A private link opens a case by one press, is kept as a hash alone, and can be closed."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from readiness.cases import access
from readiness.cases.models import AccessLink, Case
from tests.people import Person, said, value_in


def shown(person) -> str:
    """The address of a new private link, as the page shows it."""
    page = person.post(person.url("save") + "link/").text
    return re.search(rf"{re.escape(settings.PUBLIC_URL)}/open/[\w-]+/", page)[0]


def path(address):
    return address.removeprefix(settings.PUBLIC_URL)


def test_a_press_on_the_start_page_starts_a_case_and_lets_this_browser_in(client, catalogue):
    person = Person()
    person.begin()
    assert person.get(person.url()).status_code == 200
    assert person.case.links.get().token_hash is None


def test_a_double_click_starts_one_case_and_either_answer_opens_it(catalogue):
    """Of two presses at once a browser follows the second, and may never take the first's cookie."""
    first, second = Person(), Person()
    key = "7e6fdd9e-7d61-4b2e-8d0a-0f5a5a3b7f11"
    answers = [person.post("/start/", {"start_key": key}) for person in (first, second)]
    assert Case.objects.count() == 1
    assert AccessLink.objects.count() == 1
    for person, answer in zip((first, second), answers, strict=True):
        assert person.get(answer.headers["Location"]).status_code == 200


def test_an_old_start_key_lets_nobody_in(alice):
    Case.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    stranger = Person()
    answer = stranger.post("/start/", {"start_key": str(alice.case.start_key)})
    assert stranger.get(alice.url()).status_code == 404
    assert answer.status_code == 302


@pytest.mark.parametrize("key", ["", "x", "\x00", "0" * 500])
def test_a_wrong_start_key_starts_a_case_all_the_same(client, catalogue, key):
    assert client.post("/start/", {"start_key": key}).status_code == 302
    assert Case.objects.count() == 1


def test_a_link_is_opened_by_one_press_and_the_token_leaves_the_address(alice):
    bob, address = Person(), shown(alice)
    page = bob.get(path(address))
    assert page.status_code == 200
    assert bob.get(alice.url()).status_code == 404  # looking is not opening
    answer = bob.post(path(address))
    assert answer.headers["Location"] == alice.url()
    assert bob.get(alice.url()).status_code == 200


def test_a_link_says_nothing_of_the_case_before_it_is_opened(done):
    assert "Hazel" not in Person().get(path(shown(done))).text


def test_the_database_holds_the_tokens_hash_and_the_session_ids_alone(alice):
    bob, address = Person(), shown(alice)
    token = address.rstrip("/").rpartition("/")[2]
    assert len(token) >= 43  # 256 bits
    bob.post(path(address))
    link = AccessLink.objects.get(token_hash=access.hashed(token))
    assert len(link.token_hash) == 64
    assert token not in str([each.__dict__ for each in AccessLink.objects.all()])
    assert dict(bob.session) == {"links": [link.pk]}
    bob.get(alice.url())
    assert set(dict(bob.session)) == {"links", "seen"}
    assert token not in str(dict(bob.session))


def test_opening_a_link_changes_the_key_of_the_session(alice, charlie):
    before = charlie.session.session_key
    charlie.post(path(shown(alice)))
    assert charlie.session.session_key != before
    charlie.begin()
    assert charlie.session.session_key != before


def test_a_browser_may_hold_several_cases_and_leaves_one(alice, charlie):
    other = charlie.case
    charlie.join(alice.case)
    before = charlie.session.session_key
    answer = charlie.post(charlie.url("leave"))
    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert charlie.get(alice.url()).status_code == 404
    assert charlie.get(f"/cases/{other.pk}/").status_code == 200
    assert charlie.session.session_key != before


def test_whoever_leaves_the_only_case_leaves_no_session(alice):
    alice.post(alice.url("leave"), {"anyway": "yes"})
    assert dict(alice.session) == {}
    assert alice.get(alice.url()).status_code == 404


@pytest.mark.parametrize("part", ["", "control", "check", "submit", "save"])
def test_every_page_of_a_case_has_leave_this_case(alice, part):
    """On a step's page it is a button of the step's own form, so that what was typed goes along."""
    of_the_step = '<button class="plain" form="step" name="leave"'
    wanted = of_the_step if part == "control" else f'action="{alice.url("leave")}"'
    assert wanted in alice.see(part)


def test_a_browser_holds_no_more_than_twenty_links(alice):
    for _n in range(25):
        alice.join(alice.case)
    assert len(alice.session["links"]) == access.MOST_LINKS


def test_a_link_is_shown_once(alice):
    address = shown(alice)
    assert address not in alice.see("save")
    assert shown(alice) != address


def test_a_link_stands_on_the_list_with_its_label_until_it_is_closed(alice):
    address = shown(alice)
    link = AccessLink.objects.get(via="shown")
    assert link.label.startswith("shown ")
    assert link.label in alice.see("share")
    answer = alice.post(alice.url("share") + f"{link.pk}/close/")
    page = alice.get(answer.headers["Location"]).text
    assert "The link was closed" in said(page)
    assert f'{link.pk}/close/"' not in page
    assert Person().get(path(address)).status_code == 404
    assert Person().post(path(address)).status_code == 404


def test_a_second_press_of_the_same_button_shows_the_same_link(alice):
    """The browser shows the second answer alone, so that one has to hold a link that works."""
    key = value_in(alice.see("save"), "key")
    pages = [alice.post(alice.url("save") + "link/", {"key": key}).text for _n in range(2)]
    first, second = (re.search(r"/open/[\w-]+/", page)[0] for page in pages)
    assert first == second
    assert AccessLink.objects.filter(via="shown").count() == 1
    alice.post(alice.url("save") + "link/", {"key": value_in(alice.see("save"), "key")})
    assert AccessLink.objects.filter(via="shown").count() == 2


def test_the_same_key_in_another_case_makes_another_link(alice, charlie):
    pages = [
        person.post(person.url("save") + "link/", {"key": "the same"}).text
        for person in (alice, charlie)
    ]
    first, second = (re.search(r"/open/[\w-]+/", page)[0] for page in pages)
    assert first != second


def test_the_day_of_last_use_is_written_once_a_day(alice, bob, django_assert_num_queries):
    bob.see()
    link = bob.case.links.get(label="Bob's link")
    assert link.last_used_on == timezone.localdate()
    with django_assert_num_queries(6):  # no write
        bob.see()
    yesterday = timezone.localdate() - timedelta(days=1)
    AccessLink.objects.filter(pk=link.pk).update(last_used_on=yesterday)
    bob.see()
    link.refresh_from_db()
    assert link.last_used_on == timezone.localdate()


def test_the_session_is_renewed_at_most_once_an_hour(alice):
    alice.see()
    first = alice.session["seen"]
    session = alice.session
    session["seen"] = first - 60 * 59
    session.save()
    alice.see()
    assert alice.session["seen"] == first - 60 * 59
    session["seen"] = first - 60 * 60 - 5
    session.save()
    alice.see()
    assert alice.session["seen"] >= first


def test_a_session_ends_after_twelve_idle_hours(alice):
    assert alice.session.get_expiry_age() == 12 * 60 * 60
    assert not settings.SESSION_SAVE_EVERY_REQUEST
    cookie = alice.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_links_come_from_the_settings_and_never_from_the_request(alice, settings):
    settings.ALLOWED_HOSTS = ["evil.example", "testserver"]
    page = alice.post(alice.url("save") + "link/", headers={"host": "evil.example"}).text
    assert "evil.example" not in page
    assert f"{settings.PUBLIC_URL}/open/" in page


def test_too_many_tries_at_links_from_one_place_are_slowed_down(client, catalogue):
    codes = [client.get(f"/open/guess-{n}/").status_code for n in range(61)]
    assert codes == [404] * 60 + [429]
    assert client.get("/open/other/", REMOTE_ADDR="192.0.2.7").status_code == 404


def test_too_many_starts_from_one_place_are_slowed_down(client, catalogue, monkeypatch):
    from readiness.cases import limits

    monkeypatch.setattr(limits, "allow", lambda name, *a, **k: name != "begin")
    assert client.post("/start/").status_code == 429
    assert not Case.objects.exists()
