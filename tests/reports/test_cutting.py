"""A text that is too long ends where a reader would take a breath."""

import pytest

from readiness.reports.context.said import paragraphs
from readiness.reports.cutting import as_many, cut, room


@pytest.mark.parametrize(
    ("text", "budget", "kept"),
    [
        ("", 10, ""),
        ("Notes are lost.", 20, "Notes are lost."),
        ("Notes are lost. Families ring and wait for hours.", 20, "Notes are lost."),
        ("“Why?” Nobody answers the telephone at night.", 20, "“Why?”"),
        ("First line\nSecond line that goes on and on", 20, "First line"),
        ("Notes are lost at handover every day", 20, "Notes are lost at…"),
        ("x" * 50, 10, "x" * 10 + "…"),
        ("Costs £3.50 an hour and more than that", 16, "Costs £3.50 an…"),
        ("Two\nparagraphs", 40, "Two paragraphs"),
    ],
)
def test_a_text_is_cut_at_a_sentence_end_or_at_a_word(text, budget, kept):
    assert cut(text, budget) == kept


@pytest.mark.parametrize(
    ("budget", "shown"),
    [
        (40, "licences, handsets, set-up and Wi-Fi"),
        (32, "licences, handsets and 2 more"),
        (22, "licences and 3 more"),
        (12, "licences…"),
    ],
)
def test_a_list_ends_after_a_whole_name_and_counts_what_is_left(budget, shown):
    assert as_many(["licences", "handsets", "set-up", "Wi-Fi"], budget) == shown


def test_broad_letters_take_more_of_the_room():
    assert len(cut("W" * 100, 50)) < len(cut("i" * 100, 50))
    assert room("WWW") > room("WwW") - 1 > room("iii") - 1


def test_of_a_great_many_paragraphs_the_last_stand_in_one_and_no_word_is_lost():
    found = paragraphs("\n".join(str(n) for n in range(1000)))
    assert found[:30] == tuple(str(n) for n in range(30))
    assert found[30] == " ".join(str(n) for n in range(30, 1000))
    assert len(found) == 31
    assert paragraphs("a\n\nb") == ("a", "b")
