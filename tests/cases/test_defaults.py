"""What we fill in for Alice: on the page, in an import, and when what it came from has changed."""

import pytest

from readiness.cases import case_file
from tests.people import answers, case_with, said, typed, value_in

FIXED = [
    ("time", "on_costs_percent", "25"),
    ("time", "cashable_percent", "0"),
    ("time", "first_year_percent", "50"),
    ("cost-assumptions", "years", "5"),
    ("cost-assumptions", "discount_rate", "3.5"),
    ("cost-assumptions", "turnover_percent", "25"),
    ("alternatives", "extra_fte", "2"),
    ("alternatives", "extra_hours_per_week", "37.5"),
    ("alternatives", "extra_weeks_worked", "44"),
]


@pytest.mark.parametrize(("step", "name", "value"), FIXED)
def test_a_usual_figure_stands_in_its_box(alice, step, name, value):
    assert value_in(alice.see(step), f"{step}-{name}") == value


def test_every_usual_figure_is_taken_where_an_import_leaves_it_out(catalogue):
    given = answers()
    for step, name, _value in FIXED:
        del given[step][name]
    for row in given["costs"]["rows"]:
        del row["in_year"]
    case = case_with(given)
    kept = {row.step: row.kept for row in case.answers.all()}
    for step, name, value in FIXED:
        assert str(kept[step][name]) == value
    assert {row["in_year"] for row in kept["costs"]["rows"]} == {0}


def costs(*sure):
    row = {"label": "Phones", "category": "devices", "one_off": "1.00", "in_year": 0}
    return {"rows": [row | {"confidence": each} for each in sure]}


@pytest.mark.parametrize(
    ("sure", "percent"),
    [
        (["quoted"], "10"),
        (["measured"], "10"),
        (["measured", "quoted"], "10"),
        (["quoted", "estimated", "measured"], "30"),
        (["estimated", "guess", "quoted"], "60"),
    ],
)
def test_the_contingency_follows_the_weakest_cost(alice, sure, percent):
    alice.save("costs", costs(*sure))
    page = alice.see("cost-assumptions")
    assert value_in(page, "cost-assumptions-contingency_percent") == percent
    given = {n: v for n, v in answers()["cost-assumptions"].items() if n != "contingency_percent"}
    case = case_with({"costs": costs(*sure), "cost-assumptions": given})
    assert case.answers.get(step="cost-assumptions").kept["contingency_percent"] == percent


def test_before_there_are_costs_there_is_no_contingency(alice):
    page = alice.see("cost-assumptions")
    assert value_in(page, "cost-assumptions-contingency_percent") == ""


def test_more_staff_are_paid_as_those_there_are(alice):
    assert value_in(alice.see("alternatives"), "alternatives-extra_pay") == ""
    alice.save("time", answers({"time": {"hourly_pay": "13.05"}})["time"])
    assert value_in(alice.see("alternatives"), "alternatives-extra_pay") == "13.05"


@pytest.mark.parametrize(
    ("step", "name", "needs"),
    [("cost-assumptions", "contingency_percent", "costs"), ("alternatives", "extra_pay", "time")],
)
def test_a_figure_made_from_another_step_is_a_fault_in_an_import_without_that_step(
    step, name, needs
):
    given = {n: v for n, v in answers()[step].items() if n != name}
    with pytest.raises(case_file.Faulty) as found:
        case_with({step: given})
    assert [line.partition(":")[0] for line in found.value.faults] == [f"{step}.{name}"]
    assert not case_file.checked(
        case_file.json.dumps({"schema": 1, "answers": {needs: answers()[needs], step: given}})
    )[step].later


@pytest.mark.parametrize(
    ("source", "changed", "box", "figure"),
    [
        ("time", {"hourly_pay": "14.20"}, "alternatives-extra_pay", "£14.20"),
        ("costs", costs("guess"), "cost-assumptions-contingency_percent", "60%"),
    ],
)
def test_a_source_that_changed_is_offered_and_never_taken_by_itself(
    done, source, changed, box, figure
):
    step = box.rpartition("-")[0]
    assert f'id="{box}-note"' not in done.see(step)
    done.save(source, answers()[source] | changed)
    page = done.see(step)
    assert f"Your other answers now suggest {figure}" in said(page)
    assert f'id="{box}-note"' in page
    for name, text in typed(step, answers()[step]).items():
        assert value_in(page, name) == text


def test_a_usual_figure_that_alice_changed_stays_hers(alice):
    alice.save("time", answers({"time": {"on_costs_percent": "31.5"}})["time"])
    page = alice.see("time")
    assert value_in(page, "time-on_costs_percent") == "31.5"
    assert 'id="time-on_costs_percent-note"' not in page
