"""A nested part that does not fit is named by the way to it."""

import pytest

from readiness.catalogue.shapes import items, one_of, record, text, unseen

NEEDS = items(record({"need": text(20), "words": items(text(9, pattern="[a-z]+"), most=2)}))


@pytest.mark.parametrize(
    ("value", "faults"),
    [
        ([{"need": "We lose calls", "words": ["call"]}], []),
        ("call", ["needs must be a list."]),
        ([], ["needs has 0 items; it must have 1 to 60."]),
        (["call"], ["needs, item 1 must be a mapping with need, words."]),
        ([{"need": "We lose calls"}], ["needs, item 1: “words” is missing."]),
        (
            [{"need": "We lose calls", "words": ["call"], "size": 1}],
            ["needs, item 1: “size” is not a part we know."],
        ),
        ([{"need": " ", "words": ["call"]}], ["needs, item 1, need is empty."]),
        (
            [{"need": "We lose each and every call", "words": ["call"]}],
            ["needs, item 1, need has 27 characters; 20 is the most."],
        ),
        (
            [{"need": 7, "words": ["call"]}],
            ["needs, item 1, need must be text; put quotation marks round it."],
        ),
        (
            [{"need": "We lose calls", "words": ["a", "b", "c"]}],
            ["needs, item 1, words has 3 items; it must have 1 to 2."],
        ),
        (
            [{"need": "Calls", "words": ["call"]}, {"need": "Calls", "words": ["ring", "9"]}],
            ["needs, item 2, words, item 2 holds “9”, which is not of the form [a-z]+."],
        ),
    ],
)
def test_each_fault_says_where_it_is(value, faults):
    assert list(NEEDS(value, "needs")) == faults


def test_an_exact_number_is_asked_for_as_one_number():
    assert list(items(text(), least=3, most=3)(["a"], "levels")) == [
        "levels has 1 items; it must have 3."
    ]


def test_a_choice_that_is_not_one_is_told_with_those_that_are():
    assert list(one_of("one-off", "both")("monthly", "kind")) == [
        "kind is “monthly”; it must be one of one-off, both."
    ]


def test_a_text_may_be_left_empty_where_that_is_said():
    link = text(40, may_be_empty=True, pattern=r"https?://\S+")
    assert list(link("", "link")) == []
    assert list(link("here", "link")) == [
        r"link holds “here”, which is not of the form https?://\S+."
    ]


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x0b", "\x85", "\u202e", "\u2066", "\ud83d"])
def test_a_sign_that_nobody_can_see_is_found_wherever_it_stands(sign):
    told = f"U+{ord(sign):04X}. Take it out."
    (fault,) = unseen({"a": ["plain\ttext\n", {"b": f"x{sign}"}], "year": 7}, "needs")
    assert fault.startswith("needs, a, item 2, b holds a sign")
    assert fault.endswith(told)


def test_a_family_in_one_sign_is_seen():
    assert list(unseen("\U0001f468\u200d\U0001f469 café", "term")) == []
