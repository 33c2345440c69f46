"""Alice writes as people write, and pastes from anywhere: her words are kept, in one plain form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.cases.stages import STEPS
from readiness.cases.typed import one_line, paragraphs
from tests.people import case_with

BREAKS = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"]
DROPPED = [chr(n) for n in range(32) if chr(n) not in "\t\n\r\x0b\x0c"] + [
    *map(chr, range(0x7F, 0x85)),
    *map(chr, range(0x86, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e",
]


@pytest.mark.parametrize("sign", BREAKS, ids=repr)
def test_a_line_break_is_a_new_line_in_paragraphs_and_a_space_in_one_line(sign):
    assert paragraphs(f"one{sign}two") == "one\ntwo"
    assert one_line(f"one{sign}two") == "one two"


@pytest.mark.parametrize("sign", DROPPED, ids=repr)
def test_controls_and_direction_overrides_are_dropped(sign):
    assert paragraphs(f"o{sign}ne") == one_line(f"o{sign}ne") == "one"


def test_a_tab_is_a_space():
    assert paragraphs("one\ttwo") == one_line("one\ttwo") == "one two"


def test_spaces_and_breaks_at_the_ends_go():
    assert paragraphs(" \t\r\n one \x85\N{NO-BREAK SPACE}") == "one"
    assert one_line(" \t\r\n one \x85\N{NO-BREAK SPACE}") == "one"


def test_letters_and_their_marks_become_one_even_where_a_dropped_sign_stood_between():
    assert one_line("e\u202e\N{COMBINING ACUTE ACCENT}") == "é"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_tidied_twice_is_as_tidied_once(text):
    for tidy in (one_line, paragraphs):
        once = tidy(text)
        assert tidy(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert once == once.strip()
        assert not set(once) & {*DROPPED, "\t", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
    assert "\n" not in one_line(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_that_is_kept_stays_as_it_is_when_it_is_saved_again(text):
    form = STEPS["control"]({"control-how": text}, prefix="control")
    form.is_valid()
    kept = form.sound.get("how")
    again = STEPS["control"]({"control-how": kept or ""}, prefix="control")
    again.is_valid()
    assert again.sound.get("how") == kept
    assert kept is None or 0 < len(kept) <= 2000


def test_alice_pastes_from_a_letter_and_the_page_shows_it_again(alice):
    alice.save("control", {"decides_now": "board", "decides_after": "people", "change": "more"})
    alice.send(
        "control",
        {
            "control-decides_now": "board",
            "control-decides_after": "people",
            "control-change": "more",
            "control-how": "  Fish\x00 &\tchips\r\n\r\nor <soup>\u2028or “bread”\u202e ",
        },
    )
    assert alice.kept("control")["how"] == "Fish & chips\n\nor <soup>\nor “bread”"
    assert "Fish &amp; chips\n\nor &lt;soup&gt;\nor “bread”</textarea>" in alice.see("control")


def test_what_alice_typed_is_counted_as_it_is_kept(alice):
    kept = {"decides_now": "board", "decides_after": "people", "change": "more"}
    lines = "line\r\n" * 400  # 2,400 characters as a browser sends them, 1,999 as they are kept
    assert alice.save("control", {**kept, "how": lines}).status_code == 302
    answer = alice.save("control", {**kept, "how": "x" * 2001})
    assert "must be 2,000 characters or fewer. Take out 1 character" in answer.text


@pytest.mark.parametrize("step_text", ["\ud800", "a\udfff", "\udc00\ud800"])
def test_half_a_character_is_a_fault(db, step_text):
    form = STEPS["control"]({"control-how": step_text}, prefix="control")
    assert form.errors["how"] == [
        "How people will notice it must be written in ordinary characters"
    ]


def test_half_a_character_in_a_choice_is_a_fault(db):
    form = STEPS["organisation"]({"organisation-services": ["\ud800"]}, prefix="organisation")
    assert form.errors["services"] == ["Choose from the answers listed"]


def test_an_import_tidies_as_the_page_does(catalogue):
    kept = {"role": "other", "name": "\tAda\r\nLove\u202elace\N{COMBINING ACUTE ACCENT} "}
    case = case_with({"about-you": kept})
    assert case.answers.get().kept == {"role": "other", "name": "Ada Lovelacé"}


@pytest.mark.parametrize("email", ["jo@example.org", "jo+care@sub.example.org", "JO@EXAMPLE.ORG"])
def test_an_address_is_kept_as_it_was_written(alice, email):
    alice.save("about-you", {"role": "manager", "email": email})
    assert alice.kept("about-you")["email"] == email


@pytest.mark.parametrize("email", ["jo", "jo@", "@example.org", "jo@example", "a b@example.org"])
def test_what_is_no_address_is_a_fault_that_says_how_one_looks(alice, email):
    answer = alice.save("about-you", {"role": "manager", "email": email})
    assert "The e-mail address must be an e-mail address, like name@example.org" in answer.text
    assert alice.kept("about-you") is None
