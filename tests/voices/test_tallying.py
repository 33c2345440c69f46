"""What is shown of single voices: groups of five, folds, shares, and the answer in the middle."""

import pytest

from readiness.voices import tallying
from readiness.voices.tallying import Cast, by_chance, groups

W = "replace-people"
CHANCE = tallying._failures


def still(_group, _question, _answer):
    return 0


def voices(**counts):
    """So many voices of each group, all of the same mind."""
    return [Cast(group, {W: 2}) for group, n in counts.items() for _each in range(n)]


def shown(**counts):
    return {each["group"]: each["size"] for each in groups(voices(**counts), still)}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"people": 4}, {}),
        ({"people": 5}, {"people": 5}),
        ({"people": 3, "families": 2}, {"everyone": 5}),
        ({"people": 6, "families": 1}, {"people": 5}),  # one left out
        ({"people": 6, "frontline": 12, "families": 1}, {"frontline": 10, "others": 5}),
        ({"people": 6, "frontline": 6, "families": 1}, {"people": 5, "others": 5}),
        ({"people": 6, "frontline": 12, "families": 3, "volunteers": 2},
         {"people": 5, "frontline": 10, "others": 5}),
        ({"people": 20, "others": 5}, {"people": 20, "others": 5}),
        ({"others": 60}, {"everyone": 50}),
        ({"people": 5, "families": 5, "frontline": 5, "volunteers": 5, "managers": 4},
         {"people": 5, "families": 5, "frontline": 5, "others": 5}),
    ],
)  # fmt: skip
def test_small_groups_are_folded_and_then_the_next_smallest_or_left_out(counts, expected):
    assert shown(**counts) == expected


def said(*answers, question=W):
    (group,) = groups([Cast("people", {question: answer}) for answer in answers], still)
    return group["said"].get(question)


@pytest.mark.parametrize(
    ("answers", "most", "share", "middle"),
    [
        ([2] * 5, 2, 100, "2"),
        ([2, 2, 2, 2, 0], 2, 75, "2"),
        ([3, 3, 3, 0, 0], None, 25, "3"),  # three to two: hardly a lead
        ([0, 0, 0, 0, 3, 3, 3, 3], None, 25, "1.5"),
        ([0, 1, 1, 1, 2, 3, "not-sure"], 1, 50, "1"),
        (["not-sure"] * 6, "not-sure", 100, None),
        (["not-sure"] * 3 + [0, 0, 1, 1], None, 25, None),  # only four who know
    ],
)
def test_the_most_common_answer_its_share_and_the_middle(answers, most, share, middle):
    assert said(*answers) == {"most": most, "share": share, "middle": middle}


def test_the_middle_of_control_goes_by_its_levels_and_could_use_has_none():
    control = ["much-less", "less", "less", "less", "more"]
    assert said(*control, question="control")["middle"] == "-1"
    assert said(*["alone"] * 5, question="could-use")["middle"] is None


def test_a_question_that_fewer_than_five_answered_is_not_shown():
    cast = [Cast("people", {W: 2, "cost-much": 1})] * 4 + [Cast("people", {W: 2})] * 3
    (group,) = groups(cast, still)
    assert set(group["said"]) == {W}


def test_chance_moves_a_count_by_nought_mostly_and_now_and_then_by_more(monkeypatch):
    monkeypatch.setattr(tallying, "_failures", CHANCE)
    moved = [by_chance("", "", "") for _each in range(4000)]
    assert 2200 < moved.count(0) < 2600  # three in five; this far off once in 10^10 runs
    assert max(moved) >= 2
    assert min(moved) <= -2
