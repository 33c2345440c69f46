"""What Alice says of an outcome stays with it when her outcomes move, and nothing is lost silently."""

import pytest

from readiness.cases.outcome_numbers import moved
from tests.cases.builders import later_answers
from tests.people import answers, said

TIME, NEWS, SLEEP = "More time with people", "Families hear more", "People sleep better"


def rows(*names):
    row = answers()["outcomes"]["rows"][0]
    return [{**row, "outcome": name} for name in names]


@pytest.mark.parametrize(
    ("before", "after", "went"),
    [
        ([TIME, NEWS], [TIME, NEWS], {1: 1, 2: 2}),
        ([TIME, NEWS], [NEWS, TIME], {1: 2, 2: 1}),
        ([TIME, NEWS, SLEEP], [TIME, SLEEP], {1: 1, 2: None, 3: 2}),
        ([TIME, NEWS], [TIME, "Families hear each week"], {1: 1, 2: 2}),
        ([TIME, NEWS], [TIME, NEWS, SLEEP], {1: 1, 2: 2}),
        ([TIME, NEWS, SLEEP], ["Something else"], {1: None, 2: None, 3: None}),
        ([TIME, TIME], [TIME], {1: 1, 2: None}),
        ([TIME], [], {1: None}),
        ([], [TIME], {}),
    ],
)
def test_an_outcome_is_known_by_its_words(before, after, went):
    assert moved(rows(*before), rows(*after)) == went


@pytest.fixture
def planning(done):
    """Alice, who has said what she needs and who looks at each of her outcomes."""
    done.save("outcomes", {"rows": rows(TIME, NEWS, SLEEP)})
    needs = later_answers()["requirements"]["rows"][:1]
    done.save("requirements", {"rows": [{**needs[0], "outcome": n} for n in (1, 2, 3)]})
    looks = later_answers()["tracking"]["rows"][:1]
    done.save("tracking", {"rows": [{**looks[0], "outcome": n} for n in (2, 3)]})
    return done


def pointing(person, step):
    return [row.get("outcome") for row in person.kept(step)["rows"]]


def test_what_points_at_an_outcome_follows_it(planning):
    planning.save("outcomes", {"rows": rows(SLEEP, TIME, NEWS)})
    assert pointing(planning, "requirements") == [2, 3, 1]
    assert pointing(planning, "tracking") == [3, 1]


def test_what_points_at_an_outcome_that_is_taken_out_is_emptied_and_alice_is_told(planning):
    planning.save("outcomes", {"rows": rows(TIME, SLEEP)})
    assert pointing(planning, "requirements") == [1, None, 2]
    assert pointing(planning, "tracking") == [None, 2]
    page = said(planning.see())
    assert "You took out an outcome that other answers named." in page
    assert "An outcome was taken out." in page  # beside the step that cannot be without it
    assert planning.row("tracking").later
    assert not planning.row("requirements").later


def test_the_same_outcomes_again_change_nothing_else(planning):
    version = planning.row("requirements").version
    planning.save("outcomes", {"rows": rows(TIME, NEWS, SLEEP)})
    assert planning.row("requirements").version == version
