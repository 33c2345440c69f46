"""How single words and texts are judged: spelling, names, sentences and grades."""

import pytest

from readiness.catalogue.contents import gather
from readiness.catalogue.models import Term
from readiness.catalogue.quality.neutrality import name_in
from readiness.catalogue.quality.plain_english import hard_kinds, mean_grade, problems
from readiness.catalogue.quality.reading import grade, long_sentences, sentences, syllables
from readiness.catalogue.quality.spelling import american_word

AMERICAN = """
organize organization recognized prioritizing analyze paralyzed behavior favorite colors center
centered theater fiber catalog analog defense labeled traveling canceled modeling enrollment fulfill
fulfillment installment practicing gray aging artifacts skeptical anesthetic
"""


@pytest.mark.parametrize("word", AMERICAN.split())
def test_american_spelling_is_seen(word):
    assert american_word(f"They {word} it.") == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A training program for staff.", "A training program"),
        ("Pay for each license.", "each license"),
        ("Give staff time to practice it.", "to practice"),
    ],
)
def test_a_word_is_american_by_what_stands_beside_it(text, word):
    assert word.casefold().endswith(american_word(text).casefold())
    assert american_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "The size of the prize was downsized, resized and seized.",
        "Citizens of all sizes sat by the horizon.",
        "A computer program, and its programs.",
        "The colour of the centre, for its own behaviour.",
        "Smart meters and centimetres; the perimeter is metered.",
        "You are licensed to drive, and may license others.",
        "Good practice is a practice that we practise.",
        "The labelled and cancelled parcels were modelled.",
        "Wise men advise, revise, exercise and supervise.",
        "The carer tires of it.",
    ],
)
def test_british_spelling_is_let_be(text):
    assert american_word(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ask on WhatsApp.", "WhatsApp"),
        ("Two iPads in a drawer.", "iPads"),
        ("(Tunstall)", "Tunstall"),
        ("Xero’s price", "Xero"),
        ("Nourish is full.", "Nourish"),
    ],
)
def test_a_name_is_seen(text, name):
    assert name_in(text) == name


@pytest.mark.parametrize(
    "text", ["We nourish people.", "A sage zoomed in on the mosaic.", "An apple.", "Lilliput"]
)
def test_a_word_that_is_also_a_name_is_let_be(text):
    assert name_in(text) == ""


def test_a_sentence_ends_at_a_stop_and_not_within_a_figure():
    text = "It cost £4.2 million (“too much.”) They asked why! Nobody knew… at 3.15 pm. …"
    assert sentences(text) == [
        "It cost £4.2 million (“too much.",
        "They asked why!",
        "Nobody knew…",
        "at 3.15 pm.",
    ]


def test_twenty_five_words_are_not_too_many():
    assert long_sentences(" ".join(["word"] * 25) + ".") == []
    assert len(long_sentences(" ".join(["word"] * 26) + ".")) == 1


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("care", 1),
        ("only", 2),
        ("provider", 2),
        ("organisation", 5),
        ("person-centred", 4),
        ("7", 1),
    ],
)
def test_syllables_are_near_to_what_is_heard(word, count):
    assert syllables(word) == count


def test_the_grade_is_that_of_flesch_and_kincaid():
    # Four words, one sentence and five syllables; eight words, two sentences and nine.
    assert grade("The night staff only.") == pytest.approx(0.39 * 4 + 11.8 * 5 / 4 - 15.59)
    assert grade("The night staff only. We ask them now.") == pytest.approx(
        0.39 * 4 + 11.8 * 9 / 8 - 15.59
    )
    assert grade("…") == 0


def test_the_mean_is_of_texts_long_enough_to_have_a_grade():
    plain = "We ask each one of them at night."
    assert mean_grade([plain, "Interoperability", plain]) == pytest.approx(grade(plain))
    assert mean_grade(["Interoperability"]) == 0


def test_a_plain_text_has_no_problems():
    assert (
        list(problems("We ask each night. Staff write it down, and read it in the morning.")) == []
    )


def test_a_kind_that_is_hard_in_the_mean_is_named():
    heavy = "Technology programmes in organisations seldom improve things much."
    content = gather([Term(slug="heavy", meaning=heavy)], "")
    (remark,) = hard_kinds(content)
    assert str(remark).startswith("terms: Make it plainer: its mean grade is ")
