"""Alice opens a round, shares it, closes it; editors read, and strangers find nothing."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from readiness.cases.models import AccessLink
from readiness.voices import closing, public, rounds
from readiness.voices.models import Round, Voice, Words
from tests.people import Person, faults_on, said, value_in
from tests.voices.asked import ASKING, at, closes, last_day, many_say, opens, says


@pytest.fixture
def eve(alice):
    """An editor of Alice's case."""
    person = Person()
    person.join(alice.case, label="Eve's link", role=AccessLink.Role.EDITOR)
    return person


def test_alice_opens_a_round_and_passes_it_on(alice):
    assert "Start asking" in said(alice.see("voices"))
    asking = opens(alice)
    page = alice.see("voices")
    assert len(asking.code) == 8
    assert f"http://127.0.0.1:8000/v/{asking.code}/" in page
    assert f"{asking.code[:4]} {asking.code[4:]}" in said(page)
    assert "To families and friends" in said(page)
    sheet = said(alice.see("voices/sheet"))
    assert sheet.count(f"127.0.0.1:8000/v {asking.code[:4]} {asking.code[4:]}") == 12
    drawn = alice.get(alice.url("voices")[:-1] + "/qr.svg")
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert "style=" not in drawn.text


def test_a_double_click_opens_one_round(alice):
    key = value_in(alice.see("voices/open"), "key")
    typed = {**ASKING, "round-closes_on": last_day(), "key": key}
    for _press in range(2):
        assert alice.post(alice.url("voices/open"), typed).status_code == 302
    assert Round.objects.count() == 1


def test_a_second_round_waits_until_the_first_is_closed(alice, asking):
    assert alice.get(alice.url("voices/open")).status_code == 302
    typed = {**ASKING, "round-closes_on": last_day(), "key": "0" * 32}
    assert alice.post(alice.url("voices/open"), typed).status_code == 302
    assert Round.objects.get() == asking
    closes(asking)
    assert opens(alice) != asking


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"round-idea": ""}, "Enter what you are thinking about"),
        ({"round-idea": "a " * 13}, "Use 12 words or fewer"),
        ({"round-closes_on": last_day(-1)}, "The last day must be today or later"),
        ({"round-closes_on": last_day(93)}, "The last day must be within three months from now"),
        ({"round-contact": ""}, "Enter who people can ask"),
        ({"round-message": "a" * 301}, "The message must be 300 characters or fewer"),
    ],
)
def test_a_fault_shows_again_what_was_typed(alice, changed, fault):
    typed = {**ASKING, "round-closes_on": last_day(), "round-tell_how": "By <post>", **changed}
    answer = alice.post(alice.url("voices/open"), typed)
    assert answer.status_code == 422
    assert fault in faults_on(answer.text)[0]
    assert value_in(answer.text, "round-tell_how") == "By <post>"
    assert not Round.objects.exists()


def test_an_editor_reads_and_only_the_owner_opens_and_closes(alice, eve):
    assert "The owner of the case can start it" in said(eve.see("voices"))
    assert eve.get(eve.url("voices/open")).status_code == 404
    asking = opens(alice)
    assert "Close it now" not in said(eve.see("voices"))
    for page in ("close", "quick"):
        answer = eve.post(eve.url(f"voices/{page}"), {"round": asking.pk, "count": "yes"})
        assert answer.status_code == 404
    assert Round.objects.get().closed_at is None


def test_a_stranger_finds_no_round_of_hers_and_none_through_his_own_case(asking, charlie):
    for page in ("", "open/", "sheet/", "qr.svg"):
        url = f"/cases/{asking.case_id}/voices/{page}"
        assert charlie.get(url).status_code == 404
    for number in (asking.pk, "x", "9" * 30):
        answer = charlie.post(charlie.url("voices/close"), {"round": number})
        assert answer.status_code == 404
    assert Round.objects.get().closed_at is None


def test_alice_closes_early_and_sees_once_what_people_said(alice, asking):
    many_say(asking, "frontline", 6, replace_people="2", words="Ask us <b>first</b>.")
    assert "nearly all" not in alice.see("voices")
    page = said(alice.see("voices"))
    assert "Close it now" in page
    for _double_click in range(2):
        answer = alice.post(alice.url("voices/close"), {"round": asking.pk})
        assert answer.status_code == 302
    page = said(alice.see("voices"))
    assert "Frontline staff 5 to 9" in page
    assert "Frontline staff A lot (nearly all)" in page
    assert "Some people also wrote in their own words" in page
    assert "first" not in page
    assert not Voice.objects.exists()
    assert {words.receipt for words in Words.objects.all()} == {""}


def test_a_round_closes_by_itself_at_the_end_of_its_last_day_in_london(asking):
    midnight = closing.end_of(asking)
    assert timezone.localtime(midnight).hour == 0
    assert asking.is_open(midnight - timedelta(seconds=1))
    assert not asking.is_open(midnight)
    many_say(asking, "people", 5)
    assert closing.close_due(midnight - timedelta(seconds=1)) == 0
    assert closing.close_due(midnight) == 1
    assert closing.close_due(midnight) == 0
    asking.refresh_from_db()
    assert (asking.closed_at, asking.settled_at, asking.shown) == (midnight, midnight, True)
    assert asking.case.heard["closed_on"] == asking.closes_on.isoformat()


def test_whoever_looks_first_after_the_last_day_settles_it(alice, asking):
    many_say(asking, "people", 5)
    Round.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    assert "Everyone" not in alice.see("voices")
    assert Round.objects.get().settled_at
    assert "People who draw on care and support 5 to 9" in said(alice.see("voices"))


def test_of_fewer_than_five_nothing_is_shown_and_nothing_is_kept(alice, asking):
    many_say(asking, "people", 4, words="I am one of four.")
    assert closes(asking) is None
    assert "fewer than five answers" in said(alice.see("voices"))
    assert not Voice.objects.exists()
    assert not Words.objects.exists()


def test_earlier_results_stay_when_a_later_round_has_too_few(alice, asking):
    many_say(asking, "people", 5, replace_people="3")
    before = closes(asking)
    again = opens(alice)
    says(again, "people", replace_people="0")
    assert closes(again) == before


def test_while_it_is_open_it_is_told_on_the_next_day_that_there_are_five(alice, asking):
    codes = many_say(asking, "families", 5)
    few = said(alice.see("voices"))
    assert "fewer than five people had answered" in few
    Round.objects.update(five_told_on=timezone.localdate())  # a night later
    enough = said(alice.see("voices"))
    assert "Five people or more have answered" in enough

    Client().post(at(asking, "take-back"), {"receipt": codes[0]})
    many_say(asking, "people", 9)
    assert said(alice.see("voices")) == enough


def test_answers_that_come_quickly_from_one_place_wait_for_the_owners_word(alice, asking):
    for _one in range(12):
        says(asking, "frontline", place="10.9.9.9", words="Quick.")
    many_say(asking, "frontline", 2)
    assert Voice.objects.filter(quick=True).count() == 2
    asking.refresh_from_db()
    closing.close(asking, by="Alice", at=timezone.now())
    page = said(alice.see("voices"))
    assert "Some answers came quickly" in page
    assert "12" not in page
    assert alice.get(alice.url("voices/open")).status_code == 302  # first this

    alice.post(alice.url("voices/quick"), {"round": asking.pk, "count": "yes"})
    page = said(alice.see("voices"))
    assert "The owner of the case counted them" in page
    assert Words.objects.count() == 12
    alice.post(alice.url("voices/quick"), {"round": asking.pk, "count": "no"})  # a stale page
    assert said(alice.see("voices")) == page


def test_what_the_owner_leaves_out_is_gone_and_the_page_says_so(alice, asking):
    for _one in range(12):
        says(asking, "frontline", place="10.9.9.9", words="Quick.")
    closing.close(asking, by="Alice", at=timezone.now())
    alice.post(alice.url("voices/quick"), {"round": asking.pk, "count": "no"})
    assert "They are not counted" in said(alice.see("voices"))
    assert Words.objects.count() == 10


def test_after_two_weeks_without_a_word_quick_answers_are_left_out(asking):
    for _one in range(11):
        says(asking, "frontline", place="10.9.9.9")
    asking.refresh_from_db()
    end = closing.end_of(asking)
    assert closing.close_due(end) == 0
    assert closing.close_due(end + closing.PATIENCE) == 1
    asking.refresh_from_db()
    assert asking.quick == Round.Quick.LEFT_OUT


def test_a_flood_from_one_place_is_slowed_and_nothing_is_lost(asking):
    filled = {"group": "people", "words": "Do not lose this.", "cost-much": "1"}
    places = Client(REMOTE_ADDR="10.1.1.1")
    for n in range(public.AT_ONCE):
        assert places.post(at(asking, "send"), {**filled, "key": f"k{n}"}).status_code == 200
    answer = places.post(at(asking, "send"), {**filled, "key": "one-more"})
    assert answer.status_code == 429
    assert "Yours are not lost" in said(answer.text)
    assert value_in(answer.text, "words") == "Do not lose this."
    assert (
        Client(REMOTE_ADDR="10.1.1.2")
        .post(at(asking, "send"), {**filled, "key": "other"})
        .status_code
        == 200
    )


def test_sixty_people_of_one_home_answer_at_one_meeting_and_press_twice(asking):
    home = Client(REMOTE_ADDR="10.1.1.1")
    for n in range(60):
        for _press in range(2):
            posted = {"group": "people", "key": f"k{n}", "words": "", "cost-much": "1"}
            assert home.post(at(asking, "send"), posted).status_code == 200
    assert Voice.objects.count() == 60


def test_a_second_press_is_no_quick_answer(asking):
    for n in range(public.USUAL):
        for _press in range(3):
            says(asking, key=f"k{n}")
    asking.refresh_from_db()
    assert asking.quick == Round.Quick.NONE


def test_opening_rounds_again_and_again_is_slowed_and_loses_no_words(alice, asking):
    closing.close(asking, by="Alice", at=timezone.now())
    again = {"key": str(asking.opening_key), "round-closes_on": last_day()}
    for _press in range(19):
        assert alice.post(alice.url("voices/open"), ASKING | again).status_code == 302
    words = ASKING | {"round-closes_on": last_day(), "round-idea": "a new idea"}
    page = alice.post(alice.url("voices/open"), words)
    assert page.status_code == 429
    assert faults_on(page.text) == ["Wait an hour, then try again. Many rounds were opened"]
    assert value_in(page.text, "round-idea") == "a new idea"
    assert Round.objects.count() == 1


def test_the_page_of_another_case_opens_a_round_of_this_one(alice, asking):
    bob = Person()
    bob.begin()
    assert opens(bob, key=str(asking.opening_key)) != asking


def test_a_round_holds_only_so_many(asking, monkeypatch):
    monkeypatch.setattr("readiness.voices.casting.MOST", 1)
    says(asking)
    answer = Client().post(at(asking, "send"), {"group": "people", "key": "two"})
    assert answer.status_code == 503
    assert "no more room" in said(answer.text)


def test_the_same_case_is_asked_for_its_rounds_in_few_questions(
    alice, asking, django_assert_max_num_queries
):
    many_say(asking, "people", 6, control="less", words="Less.")
    closes(asking)
    alice.see("voices")
    with django_assert_max_num_queries(10):
        alice.see("voices")
    with django_assert_max_num_queries(1):
        Client().get(at(asking))


def test_what_is_typed_is_hostile_everywhere(alice):
    bad = "<script>alert(1)</script>"
    typed = {f"round-{name}": bad for name in ("idea", "tell_how", "contact", "message")}
    asking = opens(alice, **typed)
    pages = [
        alice.see("voices"),
        alice.see("voices/sheet"),
        Client().get(at(asking)).text,
        Client().post(at(asking, "send"), {"group": "people", "key": bad}).text,
    ]
    assert all(not re.search(r"<script>alert", page) for page in pages)
    assert all("&lt;script&gt;" in page for page in pages)


def test_a_new_round_may_be_opened_when_the_last_is_over(alice, asking):
    Round.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    assert rounds.of(alice.case, at=timezone.now()).now is None
    assert opens(alice).pk != asking.pk
