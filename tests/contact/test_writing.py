"""Visitors write to us: a message, a comment on a page, a lesson. No account, and once each."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.catalogue.contents import contents
from readiness.contact import receiving
from readiness.contact.forms import MessageForm
from readiness.contact.models import Message, OfferedLesson
from readiness.contact.views import TIMES
from tests.people import Person, faults_on, picked_in, said, value_in

pytestmark = pytest.mark.usefixtures("catalogue")

TOUCH, SHARE = "/get-in-touch/", "/share-a-lesson/"
PAGE = "/library/avenues/crm/"
COMMENT = f"/comment/?page={PAGE}"
MESSAGE = {"about": "wrong", "words": "The figure on page 2 is wrong."}
LESSON = {
    "kind": "mistake",
    "what_happened": "We bought tablets, and the walls let no signal through.",
    "what_was_learned": "Walk the building with a phone first.",
    "theme": "roll-out",
    "avenues": ["mobile-working"],
    "organisation": "care-home",
    "consent": "yes",
    "name": "Eve",
    "email": "eve@example.org",
}


@pytest.fixture
def eve():
    """A visitor, who has no case and no account."""
    return Person()


def write(person, where, typed, **more):
    """Open a form, fill it in and press its button."""
    key = value_in(person.get(where).text, "key")
    return person.post(where, {"key": key, **typed, **more})


def test_eve_writes_to_us_and_is_told_that_it_came(eve):
    answer = write(eve, TOUCH, MESSAGE, email="eve@example.org", reference="ABCD2345")
    assert answer.headers["Location"] == "/get-in-touch/thank-you/"
    assert "We have your message" in eve.get("/get-in-touch/thank-you/").text
    kept = Message.objects.get()
    assert (kept.about, kept.words) == ("wrong", MESSAGE["words"])
    assert (kept.email, kept.reference) == ("eve@example.org", "ABCD2345")
    assert (kept.status, kept.taken_by, kept.page) == ("new", None, "")


def test_eve_comments_on_a_page_of_the_library(eve):
    assert contents().avenues["crm"].name in said(eve.get(COMMENT).text)
    answer = write(eve, COMMENT, {"words": "There is a newer study."})
    thanks = eve.get(answer.headers["Location"])
    assert f'href="{PAGE}"' in thanks.text
    kept = Message.objects.get()
    assert (kept.about, kept.page) == ("page", PAGE)
    assert kept.page_title
    assert kept.page_title in said(thanks.text)


def test_a_list_of_the_library_can_be_commented_on_too(eve):
    write(eve, "/comment/?page=/library/evidence/", {"words": "Nothing on Wales."})
    assert Message.objects.get().page_title == "Evidence, for and against"


def test_the_way_back_to_the_case_is_carried_along(eve):
    answer = write(eve, f"{COMMENT}&back=/cases/7/need/", {"words": "Thank you."})
    assert "back=%2Fcases%2F7%2Fneed%2F" in answer.headers["Location"]
    assert f'href="{PAGE}?back=%2Fcases%2F7%2Fneed%2F"' in eve.get(answer.headers["Location"]).text


@pytest.mark.parametrize(
    "page",
    [
        "",
        "https://elsewhere.example/library/",
        "//elsewhere.example/library/",
        "/library/avenues/no-such/",
        "/library/no-such/",
        "/cases/1/need/",
        "/admin/",
        "javascript:alert(1)",
        "/library/" + "a" * 5000,
    ],
)
def test_a_page_that_is_not_ours_is_not_carried_and_what_was_typed_stays(eve, page):
    answer = eve.post("/comment/", {"words": "Read this."}, query_params={"page": page})
    assert answer.status_code == 422
    assert value_in(answer.text, "words") == "Read this."
    assert "Choose what it is about" in faults_on(answer.text)
    assert not Message.objects.exists()


def test_eve_shares_a_lesson(eve):
    answer = write(eve, SHARE, LESSON)
    assert answer.headers["Location"] == "/share-a-lesson/thank-you/"
    assert "We have your lesson" in eve.get("/share-a-lesson/thank-you/").text
    kept = OfferedLesson.objects.get()
    assert kept.consent
    assert (kept.kind, kept.theme, kept.avenues) == ("mistake", "roll-out", ["mobile-working"])
    assert (kept.organisation, kept.name, kept.email) == ("care-home", "Eve", "eve@example.org")


def test_she_may_say_nothing_of_herself_and_keep_it_from_the_public(eve):
    asked = ("kind", "what_happened", "what_was_learned", "theme")
    write(eve, SHARE, {name: LESSON[name] for name in asked} | {"consent": "no"})
    kept = OfferedLesson.objects.get()
    assert not kept.consent
    assert (kept.name, kept.email, kept.organisation, kept.avenues) == ("", "", "", [])


def test_the_form_says_what_publishing_means_and_asks_for_no_names(eve):
    words = said(eve.get(SHARE).text)
    assert "Please name nobody." in words
    assert "without names" in words
    assert "You can take it back at any time: write to us, and we take it out." in words


@pytest.mark.parametrize(
    ("where", "kind", "typed"),
    [
        (TOUCH, Message, MESSAGE),
        (COMMENT, Message, {"words": "Thank you."}),
        (SHARE, OfferedLesson, LESSON),
    ],
)
def test_a_second_press_of_the_button_sends_nothing_twice(eve, where, kind, typed):
    typed = typed | {"key": value_in(eve.get(where).text, "key")}
    first, second = eve.post(where, typed), eve.post(where, typed)
    assert first.headers["Location"] == second.headers["Location"]
    assert kind.objects.count() == 1


def test_other_words_from_the_same_form_are_another_message(eve):
    key = value_in(eve.get(TOUCH).text, "key")
    for words in ("One thing.", "And another."):
        eve.post(TOUCH, {**MESSAGE, "words": words, "key": key})
    assert Message.objects.count() == 2


def test_two_people_may_say_the_same(eve):
    write(eve, TOUCH, MESSAGE)
    write(Person(), TOUCH, MESSAGE)
    assert Message.objects.count() == 2


def test_what_is_missing_is_said_above_the_form_and_nothing_typed_is_lost(eve):
    answer = write(eve, SHARE, {"what_happened": "We bought tablets.", "email": "eve at example"})
    assert answer.status_code == 422
    assert faults_on(answer.text) == [
        "Choose how it went",
        "Enter what you would tell someone else",
        "Choose what it is mostly about",
        "Choose whether we may publish it",
        "Your e-mail address must be an e-mail address, like name@example.org",
    ]
    assert "<title>Error:" in answer.text
    assert value_in(answer.text, "what_happened") == "We bought tablets."
    assert value_in(answer.text, "email") == "eve at example"


def test_what_was_picked_stays_picked(eve):
    answer = write(eve, SHARE, LESSON, what_happened="")
    assert picked_in(answer.text, "avenues") == ["mobile-working"]
    assert picked_in(answer.text, "organisation") == ["care-home"]
    assert picked_in(answer.text, "consent") == ["yes"]


def test_a_text_too_long_is_not_cut_but_said(eve):
    answer = write(eve, TOUCH, MESSAGE, words="word " * 500)
    assert "Take out 499 characters" in faults_on(answer.text)[0]
    assert value_in(answer.text, "words") == "word " * 500


def test_a_million_letters_are_refused_and_shown_again(eve):
    answer = write(eve, TOUCH, MESSAGE, words="a" * 1_000_000)
    assert answer.status_code == 422
    assert not Message.objects.exists()


def test_a_machine_that_fills_in_every_box_sends_nothing_and_a_person_is_told(eve):
    answer = write(eve, TOUCH, MESSAGE, website="https://spam.example")
    assert answer.status_code == 422
    assert faults_on(answer.text) == ["Empty this box: it is there to stop machines"]
    assert value_in(answer.text, "words") == MESSAGE["words"]
    assert not Message.objects.exists()


def test_who_sends_too_much_is_told_to_wait_and_keeps_their_words(eve):
    for n in range(TIMES):
        assert write(eve, TOUCH, MESSAGE, words=f"Message {n}").status_code == 302
    answer = write(eve, SHARE, LESSON)
    assert answer.status_code == 429
    assert "That was a lot in a short time" in said(answer.text)
    assert value_in(answer.text, "what_happened") == LESSON["what_happened"]
    assert not OfferedLesson.objects.exists()
    assert write(Person(REMOTE_ADDR="192.0.2.9"), SHARE, LESSON).status_code == 302


def test_where_too_much_waits_nothing_more_is_taken_in_and_words_are_kept(eve, monkeypatch):
    monkeypatch.setattr(receiving, "MOST", 2)
    for n in range(2):
        assert write(eve, TOUCH, MESSAGE, words=f"Message {n}").status_code == 302
    answer = write(eve, TOUCH, MESSAGE)
    assert answer.status_code == 503
    assert "We cannot take anything in now" in said(answer.text)
    assert value_in(answer.text, "words") == MESSAGE["words"]
    assert Message.objects.count() == 2
    assert write(eve, SHARE, LESSON).status_code == 302


def test_faults_are_not_counted(eve):
    for _n in range(TIMES + 1):
        write(eve, TOUCH, {"words": "No subject."})
    assert write(eve, TOUCH, MESSAGE).status_code == 302


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\u202egnp.exe",
    "nul\x00nul",
    "=cmd|' /C calc'!A0",
    "Subject: x\r\nBcc: info@example.org",
    "{{ 7|add:7 }} {% include 'x' %}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_kept_as_words_and_shown_as_words(eve, words):
    shown = write(eve, TOUCH, {"words": words}).text
    assert re.search(r"<script>alert|<img src=x", shown) is None
    write(eve, TOUCH, MESSAGE, words=words)
    kept = Message.objects.get().words
    assert not set(kept) & {"\x00", "\u202e", "\r"}


def test_an_address_with_a_line_break_becomes_no_header(eve):
    write(eve, TOUCH, MESSAGE, email="eve@example.org\r\nBcc: info@example.org")
    assert not Message.objects.exists()


def test_half_a_character_is_refused(eve):
    answer = eve.post(
        TOUCH,
        data="about=wrong&words=%ED%A0%80",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code in {302, 422}


@given(st.dictionaries(st.sampled_from(list(MessageForm.base_fields)), st.text(max_size=60)))
def test_whatever_is_typed_the_form_has_an_answer(typed):
    form = MessageForm(typed)
    assert form.goes_through is not bool(form.faults())


def test_every_page_works_without_an_account_and_is_not_kept_by_a_browser(eve):
    for where in (TOUCH, SHARE, COMMENT):
        answer = eve.get(where)
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]


def test_the_pages_are_linked_from_the_foot_of_every_page(eve):
    foot = eve.get("/").text.partition("<footer>")[2]
    assert f'href="{TOUCH}"' in foot
    assert f'href="{SHARE}"' in foot


@pytest.mark.parametrize(("where", "typed"), [(TOUCH, MESSAGE), (SHARE, LESSON)])
def test_who_writes_from_a_case_finds_the_way_back_before_and_after(eve, where, typed):
    back = "?back=/cases/7/need/"
    assert 'href="/cases/7/need/">‹ Back to your answers' in eve.get(where + back).text
    thanks = write(eve, where + back, typed).headers["Location"]
    assert 'href="/cases/7/need/">‹ Back to your answers' in eve.get(thanks).text
