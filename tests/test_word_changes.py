"""Word by word, and never so long that a page hangs."""

from readiness.word_changes import ADDED, MOST_WORDS, REMOVED, SAME, Piece, words_between


def test_a_text_that_is_too_long_is_shown_before_and_after():
    long = "word " * (MOST_WORDS + 1)
    assert list(words_between(long, f"{long}more")) == [
        Piece(REMOVED, long),
        Piece(ADDED, f"{long}more"),
    ]


def test_a_text_as_long_as_may_be_is_compared_word_by_word():
    before = "word " * (MOST_WORDS - 1)
    assert [piece.kind for piece in words_between(before, f"{before}more")] == [SAME, ADDED]
