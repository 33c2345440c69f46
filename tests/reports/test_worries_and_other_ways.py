"""In the papers each worry is answered three ways, and a need that no tool meets is told so."""

import pytest

from readiness.cases.sentences import say
from readiness.reports.context.options import options
from readiness.reports.context.said import Said
from readiness.reports.context.worries import worries
from tests.cases.builders import ANXIETIES, complete_facts, contents

TITLE = "It may be that technology is not what is missing"
PROMISE = "We will tell everybody what we found."


def texts(block):
    """All that a block says, in its lines and its table."""
    said = [text for line in block.lines for text in line.paragraphs]
    return " ".join(
        [
            *said,
            *(
                cell
                for row in (block.table.rows if block.table else ())
                for cell in map(str, row.cells)
            ),
        ]
    )


def heard(level):
    answered = {
        f"anxiety-{slug}": {"who": ["frontline"], "response": PROMISE} for slug in ANXIETIES
    }
    return complete_facts({"anxieties": dict.fromkeys(ANXIETIES, level)} | answered)


@pytest.mark.parametrize("slug", ANXIETIES)
@pytest.mark.parametrize("level", [2, 3])
def test_a_worry_that_was_heard_strongly_is_answered_three_ways(slug, level):
    facts, anxiety = heard(level), contents().anxieties[slug]
    (block,) = [
        each
        for each in worries(Said(facts, contents())).blocks
        if each.title == f"“{anxiety.worry}”"
    ]
    answer = texts(block)
    for side in (anxiety.against, anxiety.supports):
        assert side[0]["text"] in answer
    for sentence in say("anxiety", slug, facts, contents()):
        assert sentence in answer
    assert PROMISE in answer


def test_a_mild_worry_has_a_finding_on_each_side_and_what_the_figures_say():
    facts = heard(1)
    (block,) = [each for each in worries(Said(facts, contents())).blocks if each.table]
    answer = texts(block)
    for anxiety in contents().anxieties.values():
        assert anxiety.against[0]["text"] in answer
        assert anxiety.supports[0]["text"] in answer
        assert say("anxiety", anxiety.slug, facts, contents())[0] in answer


def ways(problem):
    facts = complete_facts({"need": {"problem": problem, "if_nothing_changes": "The same."}})
    return [each for each in options(Said(facts, contents())).blocks if each.title == TITLE]


def test_where_the_need_is_one_of_people_the_paper_says_what_to_try_first():
    (block,) = ways("We have 12 vacancies, and those who come in are worn out.")
    (line,) = block.lines
    way = contents().other_ways["people"]
    assert line.label == way.name
    assert line.paragraphs[0].startswith("Suggested because the need tells of ")
    assert all(first in line.paragraphs[1] for first in way.try_first)


def test_where_the_need_is_one_of_information_the_paper_says_no_such_thing():
    assert ways("Night staff cannot find what the day staff wrote.") == []
