"""People write in the letters of their own languages, and the board reads those very letters."""

import page
import pytest

from readiness.reports.kinds import NEED
from tests.reports.glyphs import NEEDS_BENGALI, drawn, expected
from tests.reports.states import SCRIPTS, made, pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

# Glyphs that only stand where letters are joined as they should be.
JOINED = {
    "Arabic": ["uni0645.init", "uni0631.fina", "uni062D.init", "uni066E.medi", "dotbelowar"],
    "Bengali": ["kassabeng", "mabeng", "aavowelsignbeng"],
}


def told(script):
    return made(script, NEED)


def stands_in(words, glyphs):
    """Whether these glyphs are drawn one after the other; a space may have ended a line."""
    words, glyphs = ([each for each in these if each != "space"] for these in (words, glyphs))
    return any(glyphs[at : at + len(words)] == words for at in range(len(glyphs)))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_screen_reader_can_read_every_script(script):
    assert page.validate_pdf_bytes(told(script)).failures == []


@pytest.mark.parametrize("script", ["Latin", "Greek", "Cyrillic"])
def test_each_letter_is_drawn_as_that_letter(script):
    words = expected("ReadinessSans-Regular", SCRIPTS[script])
    assert stands_in(words, drawn(told(script))["ReadinessSans-Regular"])


@pytest.mark.parametrize("script", ["Arabic", pytest.param("Bengali", marks=NEEDS_BENGALI)])
def test_letters_that_join_are_drawn_joined(script):
    assert set(JOINED[script]) <= set(drawn(told(script))[f"Readiness{script}-Regular"])


@pytest.mark.parametrize("script", ["Latin", "Greek", "Cyrillic", "Arabic"])
def test_what_our_fonts_have_is_no_box_and_has_no_note(script):
    text = " ".join(pages(script, NEED))
    assert "□" not in text
    assert "U+" not in text


def test_what_no_font_has_is_a_box_and_is_named_in_a_note():
    assert stands_in(
        expected("ReadinessSans-Regular", "□□ □□□□"),
        drawn(told("no font"))["ReadinessSans-Regular"],
    )
    text = " ".join(pages("no font", NEED))
    for named in (
        "U+6F22",
        "U+05E9 hebrew letter shin",
        "U+0928 devanagari letter na",
        "U+1F469 woman",
    ):
        assert named in text


def test_every_glyph_of_a_whole_business_case_comes_from_our_own_file_of_that_face():
    assert len(drawn(made("every script"))) >= 5
