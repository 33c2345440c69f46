"""Every step and field has the name, the type and the bounds that the case file promises."""

import pytest

from readiness.cases.stages import STAGES, STEPS
from tests.cases import contract
from tests.cases.builders import complete_answers, later_answers
from tests.cases.contract import FIELDS, ROWS, of_kind

NUMBERS = of_kind("int", "number", "money", "percent")
# These hold among themselves too, so each alone cannot go to its bounds.
IN_ORDER = {"low", "likely", "high", "minutes_now"} | {
    f"minutes_saved_{each}" for each in ("low", "likely", "high")
}
ALONE = {("need-evidence", "sources"), ("inclusion", "at_risk")}


def names(cases):
    return [f"{step}.{name}" for step, name, _asked in cases]


def one_field(step, name, value):
    """The faults of one field, and what is kept of it, beside complete answers to the others."""
    answers = complete_answers({"inclusion": {"at_risk": []}}) | later_answers()
    kept = answers.get(step, {"who": ["people"], "response": "We ask."})
    shape = STEPS[step].form if step in ROWS else STEPS[step]
    around = shape.as_typed(kept["rows"][0] if step in ROWS else kept, "p")
    form = shape({**around, f"p-{name}": value}, prefix="p")
    form.is_valid()
    return list(form.errors.get(name, [])), form.sound.get(name)


def fault(step, name, value):
    return one_field(step, name, value)[0]


def test_the_stages_hold_the_steps_in_their_order():
    ours = {stage.slug: " ".join(s.page.slug for s in stage.steps) for stage in STAGES}
    assert ours == contract.STAGES


@pytest.mark.parametrize("step", contract.STEPS)
def test_a_step_asks_for_each_field_and_no_other(step):
    assert set(STEPS[step].fields_of()) == set(contract.STEPS[step])


@pytest.mark.parametrize(("step", "name", "asked"), FIELDS, ids=names(FIELDS))
def test_an_empty_answer_is_a_fault_where_the_field_is_required(step, name, asked):
    empty = [] if asked.kind == "many" else ""
    assert bool(fault(step, name, empty)) == asked.required


@pytest.mark.parametrize(("step", "name", "asked"), NUMBERS, ids=names(NUMBERS))
def test_a_number_may_be_its_bounds_and_nothing_beyond(step, name, asked):
    least, most = asked.bounds
    if name not in IN_ORDER:
        assert not fault(step, name, str(least))
        assert not fault(step, name, str(most))
    assert fault(step, name, below(least, asked.kind))
    assert fault(step, name, above(most, asked.kind))


def below(least, kind):
    if kind == "int":
        return str(least - 1)
    return "0.00" if str(least) == "0.01" else f"{least - 1}.99" if least else "-0.01"


def above(most, kind):
    return str(most + 1) if kind == "int" else f"{most}.01"


@pytest.mark.parametrize(("step", "name", "asked"), of_kind("one"), ids=names(of_kind("one")))
def test_one_may_be_each_choice_and_nothing_else(step, name, asked):
    for choice in asked.choices:
        assert one_field(step, name, str(choice)) == ([], choice)
    for other in ("none-of-these", "-1", "9", "1.0", "True", *([""] if asked.required else [])):
        assert fault(step, name, other)


@pytest.mark.parametrize(("step", "name", "asked"), of_kind("many"), ids=names(of_kind("many")))
def test_many_are_kept_once_each_in_the_order_of_the_choices(step, name, asked):
    choices = [each for each in asked.choices if each != "none"][: asked.most]
    assert one_field(step, name, [*reversed(choices), *choices]) == ([], choices)
    assert fault(step, name, [choices[0], "none-of-these"])
    if asked.most:
        assert fault(step, name, list(asked.choices[: asked.most + 1]))


@pytest.mark.parametrize(("step", "name"), sorted(ALONE))
def test_none_stands_alone(step, name):
    choices = [each.value for each in STEPS[step].base_fields[name].choices]
    assert one_field(step, name, ["none", "none"]) == ([], ["none"])
    assert fault(step, name, [choices[0], "none"]) == [
        f"Choose “{STEPS[step].base_fields[name].choices[-1].label}” alone, or take it away"
    ]


def test_no_other_choice_is_called_none():
    told = {(s, n) for s, n, asked in of_kind("many") if "none" in asked.choices}
    assert told == ALONE


@pytest.mark.parametrize(
    ("step", "name", "longest"),
    [
        (step, name, {"text": 200, "email": 200, "long": 2000}[asked.kind])
        for step, name, asked in of_kind("text", "long")
    ],
)
def test_a_text_has_its_longest_length_after_it_was_tidied(step, name, longest):
    assert one_field(step, name, " " + "é" * longest + "\t") == ([], "é" * longest)
    assert fault(step, name, "é" * (longest + 1))
    broken = "e\N{COMBINING ACUTE ACCENT}" * (longest // 2) + "\r\n" * 9 + "x" * (longest // 2 - 9)
    assert not fault(step, name, broken)


@pytest.mark.parametrize(("step", "name", "asked"), FIELDS, ids=names(FIELDS))
def test_a_default_is_the_one_that_is_promised(step, name, asked):
    assert STEPS[step].defaults({}).get(name) == asked.default


@pytest.mark.parametrize("step", ROWS)
def test_a_list_has_so_many_rows_and_no_more(step):
    least, most = ROWS[step]
    row = (complete_answers() | later_answers())[step]["rows"][0]
    rows = (
        [{**row, "outcome": n} for n in range(1, most + 1)] if step == "tracking" else [row] * most
    )
    assert STEPS[step].holds({"rows": rows})
    assert not STEPS[step].holds({"rows": [row] * (most + 1)})
    assert STEPS[step].holds({"rows": []}) == (least == 0)


@pytest.mark.parametrize(
    ("at_risk", "needed"), [([], False), (["none"], False), (["dementia"], True), (["other"], True)]
)
def test_the_other_way_has_to_be_told_where_somebody_might_be_left_out(at_risk, needed):
    form = STEPS["inclusion"](
        {"inclusion-at_risk": at_risk, "inclusion-alternative": "none"}, prefix="inclusion"
    )
    assert ("alternative_detail" in form.errors) == needed
