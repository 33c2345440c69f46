"""Free words are read by staff before anybody else sees them."""

import pytest

from readiness.accounts import roles
from readiness.accounts.models import Opening
from readiness.voices.models import Words
from tests.accounts.staff import Staff, member
from tests.people import said, value_in
from tests.voices.asked import closes, many_say, opens, says

LIST = "/admin/voices/words/"


def place(words, page="change"):
    return f"{LIST}{words.pk}/{page}/"


def press(person, words, verb, seen="new", reason=""):
    answer = person.post(place(words, f"decide/{verb}"), {"seen": seen, "reason": reason})
    words.refresh_from_db()
    return answer


@pytest.fixture
def closed(asking):
    """A round that is over, in which two people wrote something."""
    many_say(asking, "frontline", 4, control="less")
    says(asking, "people", words="Zeal is fine.\nBut ask <b>us</b> first.")
    says(asking, "families", words="A bit late.")
    closes(asking)
    return asking


def test_while_a_round_is_open_or_had_too_few_no_words_are_to_be_read(asking, dawn):
    says(asking, "people", words="I am alone.")
    assert "I am alone" not in dawn.get(LIST).text
    words = Words.objects.get()
    assert dawn.get(place(words)).status_code == 302
    closes(asking)
    assert not Words.objects.exists()


def test_dawn_shows_words_and_they_stand_on_the_case_in_no_order_of_theirs(closed, dawn, alice):
    assert "A bit late." not in alice.see("voices")
    for words in Words.objects.order_by("-text"):
        assert press(dawn, words, "show").status_code == 302
    page = alice.see("voices")
    assert said(page).index("A bit late.") < said(page).index("Zeal is fine.")
    assert "<b>us</b>" not in page
    closed.case.refresh_from_db()
    assert closed.case.heard["words"] == ["A bit late.", "Zeal is fine.\nBut ask <b>us</b> first."]
    paper = said(alice.see("business-case"))
    assert "“A bit late.”" in paper
    assert "wait" not in said(dawn.get(place(Words.objects.first())).text)


def test_the_page_of_words_says_nothing_of_who_wrote_them_or_when(closed, dawn):
    words = Words.objects.get(text="A bit late.")
    page = said(dawn.get(place(words)).text)
    assert "A bit late." in page
    assert "Families" not in page
    assert "families" not in page
    assert Opening.objects.filter(kind="voices.words", key=str(words.pk)).exists()


def test_words_are_withheld_only_with_a_reason_and_can_be_withheld_later(closed, dawn, alice):
    words = Words.objects.get(text="A bit late.")
    answer = press(dawn, words, "withhold", reason=" ")
    assert answer.status_code == 422
    assert "Say why they are withheld." in said(answer.text)
    press(dawn, words, "show")
    assert "A bit late." in alice.see("voices")
    press(dawn, words, "withhold", seen="shown", reason="It names somebody.")
    assert "A bit late." not in alice.see("voices")
    assert (words.status, words.reason) == ("withheld", "It names somebody.")


def test_of_two_who_decide_at_once_the_second_is_told_and_keeps_what_was_written(closed, dawn):
    words = Words.objects.first()
    press(dawn, words, "show")
    answer = press(dawn, words, "withhold", seen="new", reason="A name.")
    assert answer.status_code == 422
    assert "somebody else was faster" in said(answer.text)
    assert value_in(answer.text, "reason") == "A name."
    assert words.status == "shown"


@pytest.mark.parametrize(
    ("role", "allowed"), [(roles.CONSULTANT, 302), (roles.ADMINISTRATOR, 302), (roles.EDITOR, 403)]
)
def test_consultants_and_administrators_decide(closed, role, allowed):
    person = Staff()
    person.sign_in(member("eve", role))
    assert press(person, Words.objects.first(), "show").status_code == allowed


def test_words_of_an_earlier_round_do_not_come_back_with_a_later_one(closed, dawn, alice):
    again = opens(alice)
    many_say(again, "people", 5)
    closes(again)
    press(dawn, Words.objects.first(), "show")
    again.case.refresh_from_db()
    assert again.case.heard["words"] == []
