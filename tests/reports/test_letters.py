"""What people type and no font has is shown as a box and named; nothing runs off the page."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from readiness.reports import fonts, letters
from readiness.reports.letters import drawable


@pytest.mark.parametrize(
    ("typed", "printed", "lost"),
    [
        ("Ŵyn & Żółć", "Ŵyn & Żółć", []),
        ("Tea 茶 or 茶", "Tea □ or □", ["茶"]),
        ("नमस्ते", "□□□□", ["न", "म", "स", "त"]),
        ("Well done 👍🏽", "Well done □", ["👍"]),
        ("Our family 👩‍👩‍👧", "Our family □", ["👩", "👧"]),
        ("I ❤️ it", "I ❤ it", []),
        ("a\u20dd", "a□", ["\u20dd"]),
        ("Yo\u0302ga", "Yo\u0302ga", []),
        ("\u1e00", "A\u0325", []),
        ("one\u3000two", "one two", []),
        ("one\u2028two", "one two", []),
        ("\ufeffone\x07\u2066two\u2069", "onetwo", []),
        ("one\ntwo\tthree", "one\ntwo\tthree", []),
        ("می\u200cخواهم", "می\u200cخواهم", []),
        ("\ue000 \ud800", "□ □", ["\ue000", "\ud800"]),
    ],
)
def test_what_is_printed_and_what_is_lost(typed, printed, lost):
    assert drawable(typed) == (printed, lost)


def test_a_long_word_may_end_its_line_every_thirty_letters():
    printed, _ = drawable("See " + "x" * 70 + " there")
    assert printed.split("\u200b") == ["See " + "x" * 30, "x" * 30, "x" * 10 + " there"]


def test_a_word_of_thirty_letters_is_left_alone():
    assert drawable("x" * 30) == ("x" * 30, [])


def test_a_long_word_never_loses_the_accent_of_a_letter():
    printed, _ = drawable("x" * 30 + "\u0301" + "y" * 30)
    assert printed == "x" * 30 + "\u0301\u200b" + "y" * 30


@given(st.text(max_size=200))
def test_whatever_is_typed_can_be_drawn(text):
    known = fonts.letters(settings.FONTS) | set("\n\t")
    printed, lost = drawable(text)
    assert set(printed) <= known
    assert not set(lost) & known
    assert all(len(run) <= 60 for run in letters.UNBROKEN.findall(printed))


@given(st.text(max_size=200))
def test_what_can_be_drawn_stays_as_it_is(text):
    printed, _ = drawable(text)
    assert drawable(printed) == (printed, [])
