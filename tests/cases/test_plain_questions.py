"""What is asked can be read with ease: the words of every step, question and choice."""

import pytest
from django.utils.encoding import force_str

from readiness.cases.stages import STAGES, STEPS
from readiness.catalogue.quality.neutrality import name_in
from readiness.catalogue.quality.plain_english import QUESTIONS, mean_grade, problems
from readiness.catalogue.quality.spelling import american_word

OF_A_STEP = ("name", "title", "why", "intro", "example")
OF_A_LIST = ("row_name", "add", "none")
OF_A_QUESTION = ("label", "hint", "noun", "read_as", "prefix", "suffix")


def texts_of(step):
    """Every text of a step, with the place where it stands."""
    for name in OF_A_STEP:
        yield name, getattr(step.page, name)
    yield from ((f"heading of {name}", words) for name, words in step.page.sections.items())
    for name in OF_A_LIST:
        yield name, getattr(step, name, "")
    for together in getattr(step, "form", step).together:
        yield from (("beside each other", words) for words in (together.label, together.hint))
    for name, question in step.fields_of().items():
        yield from ((f"{name}, {part}", getattr(question, part)) for part in OF_A_QUESTION)
        for choice in getattr(question, "choices", ()):
            yield f"{name}, choice", choice.label
            yield f"{name}, hint of a choice", choice.hint


def words_of(step):
    return [(where, force_str(words)) for where, words in texts_of(step) if words]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_step_is_plain_british_and_names_no_product(step):
    found = [
        (where, words, said)
        for where, words in words_of(step)
        for said in (*problems(words), name_in(words), american_word(words))
        if said
    ]
    assert found == []


def test_the_questions_and_hints_can_be_read_at_eleven():
    words = [words for step in STEPS.values() for _where, words in words_of(step)]
    assert len(words) > 500
    assert mean_grade(words) <= QUESTIONS


def test_the_stages_are_plain():
    words = [force_str(text) for stage in STAGES for text in (stage.name, stage.question)]
    assert [said for text in words for said in problems(text)] == []
