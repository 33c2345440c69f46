"""What people said is told in words, beside what the case assumes."""

import pytest

from readiness.cases import heard
from readiness.cases.heard_beside import about_quick, answers_of, beside
from readiness.cases.steps.choices import HEARD
from readiness.voices.questions import ANSWERS
from tests.cases.builders import complete_facts, facts_of, heard_from

MILD = {"anxieties": {"cost-much": 1}, "control": {"change": "same"}}


def told(slug, *groups, changes=MILD, **said):
    """One question, as it stands beside what the case assumes."""
    facts = complete_facts(changes, heard_from(*groups, **said))
    return next(each for each in beside(facts) if each.slug == slug)


def test_a_case_where_nobody_was_asked_says_nothing_of_it():
    facts = complete_facts()
    assert heard.heard(facts) is None
    assert beside(facts) == []
    assert list(heard.differences(facts)) == []


@pytest.mark.parametrize(
    ("middle", "differs"),
    [
        ("0", "Less worried than assumed: families and friends."),
        ("0.5", None),
        ("1", None),
        ("1.5", None),
        ("2", "More worried than assumed: families and friends."),
        (None, None),
    ],
)
def test_one_level_or_more_is_a_difference(middle, differs):
    found = told("cost-much", "families", cost_much=(2, 50, middle))
    assert found.assumed == "Mild: a little"
    assert found.differs == ((differs,) if differs else ())


def test_the_case_and_the_people_who_are_asked_speak_of_a_worry_in_the_same_words():
    for choice in HEARD:
        words = {str(label) for value, label, _picture in ANSWERS["worry"] if value == choice.value}
        told = str(choice.hint).partition(". ")[0]
        assert told == str(heard.WORRIED[choice.value])
        assert told.replace("they would", "I would") in words


def test_what_nobody_assumed_differs_from_nothing():
    facts = facts_of({}, heard=heard_from("families", cost_much=(3, 75, "3")))
    assert list(heard.differences(facts)) == []


def test_all_groups_are_named_as_all_and_some_by_name():
    groups = ("people", "families", "frontline")
    found = told("control", *groups, control=("less", 75, "-1"))
    assert found.differs == ("Less choice and control than assumed, say: all groups.",)
    found = told(
        "control", *groups, control=("less", 75, "-1"), changes={"control": {"change": "less"}}
    )
    assert found.differs == ()


def test_groups_of_one_mind_stand_together():
    found = told("could-use", "people", "families", could_use=("with-help", 50, None))
    assert answers_of(found) == (
        "People who draw on care and support, families and friends: Yes, with help (about half)."
    )


def test_where_no_answer_stands_out_or_too_few_answered_that_is_said():
    kept = heard_from("people", "families", cost_much=(None, 25, None))
    kept["groups"][1] = {**kept["groups"][1], "said": {}}
    (found,) = beside(complete_facts(MILD, kept))
    assert [answer for _group, answer in found.said] == [
        "No one answer stands out",
        "Too few answered",
    ]


@pytest.mark.parametrize(
    ("quick", "says"), [("", ""), ("counted", "counted them"), ("left-out", "are not counted")]
)
def test_it_says_what_became_of_answers_that_came_quickly(quick, says):
    found = heard.read(heard_from("people") | {"quick": quick})
    assert (says in about_quick(found)) if says else about_quick(found) == ""
