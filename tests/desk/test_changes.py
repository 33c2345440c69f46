"""What changed is told word by word, and nothing of either text is lost on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.cases.changed_answers import changes_of
from readiness.cases.reading import Line, Part
from readiness.word_changes import ADDED, REMOVED, SAME, Changed, words_between


def told(before, after):
    return [(piece.kind, piece.text) for piece in words_between(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("One two three four.", "One two three four.", [(SAME, "One two three four.")]),
        (
            "One two three four.",
            "One two three five four.",
            [(SAME, "One two three "), (ADDED, "five "), (SAME, "four.")],
        ),
        ("One two three four.", "One two three", [(SAME, "One two three"), (REMOVED, "four.")]),
        ("", "All of it", [(ADDED, "All of it")]),
        ("All of it", "", [(REMOVED, "All of it")]),
        # Little in common: one after the other, not mixed.
        (
            "The tea is cold and late.",
            "Nobody knows who the visitor was.",
            [(REMOVED, "The tea is cold and late."), (ADDED, "Nobody knows who the visitor was.")],
        ),
    ],
)
def test_words_that_stayed_went_and_came(before, after, pieces):
    assert told(before, after) == pieces


TEXTS = st.text(st.sampled_from("ab \n.é<&"), max_size=60)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_no_word_is_lost_and_none_is_made_up(before, after):
    pieces = told(before, after)
    was = "".join(text for kind, text in pieces if kind != ADDED)
    now = "".join(text for kind, text in pieces if kind != REMOVED)
    assert was.split() == before.split() or "".join(was.split()) == "".join(before.split())
    assert "".join(now.split()) == "".join(after.split())


def rows(*labels):
    return [
        Part(
            f"Cost {n}", (Line("label", "Cost", label, ""), Line("how", "How sure", "A guess", ""))
        )
        for n, label in enumerate(labels, start=1)
    ]


def test_a_row_put_in_between_is_one_change_and_leaves_the_others_alone():
    (change,) = changes_of(rows("Tablets", "Licences"), rows("Tablets", "Cases", "Licences"))
    assert change.label == "Cost 2, new"
    assert change.pieces[0].text == "Cost: Cases · How sure: A guess"


def test_a_row_that_is_gone_is_one_change():
    (change,) = changes_of(rows("Tablets", "Cases"), rows("Tablets"))
    assert change.label == "Cost 2, gone"
    assert change.pieces[0].kind == REMOVED


def test_the_words_that_came_and_went_are_counted():
    pieces = tuple(words_between("One two three four five", "One two three six seven five"))
    assert Changed("x", pieces).summary == "2 words added, 1 word removed"
