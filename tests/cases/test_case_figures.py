"""The worked example goes in by one command and comes out by another, to the penny."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from readiness.cases.models import Case
from tests.people import Person, answers, case_with

# The money steps of the worked example, as its file has them.
EXAMPLE = """
{"schema":1,"answers":{
"time":{"staff_using":42,"hourly_pay":"12.80","on_costs_percent":"25","shifts_per_week":196,
"minutes_now":55,"minutes_saved_low":5,"minutes_saved_likely":14,"minutes_saved_high":20,
"cashable_percent":"10","first_year_percent":"50","confidence":"estimated"},
"costs":{"rows":[
{"label":"Care records licences","category":"licences","one_off":null,"per_year":"6240.00","confidence":"quoted"},
{"label":"Handsets","category":"devices","one_off":"4200.00","per_year":"600.00","confidence":"quoted"},
{"label":"Set-up and data migration","category":"set-up","one_off":"3500.00","per_year":null,"confidence":"estimated"},
{"label":"Wi-Fi in both buildings","category":"connectivity","one_off":"2800.00","per_year":"720.00","confidence":"estimated"}]},
"cost-assumptions":{"years":5,"discount_rate":"3.5","contingency_percent":"30","training_hours":"6",
"turnover_percent":"25","budget":"25000.00"},
"savings":{"rows":[{"label":"Paper, printing and storage","low":"400.00","likely":"900.00","high":"1200.00","confidence":"measured"}]},
"alternatives":{"cost_of_waiting":"0","change_description":"Shorter paper forms","change_one_off":"500.00",
"change_per_year":"0","change_minutes_saved":4,"extra_fte":"2","extra_hours_per_week":"37.5",
"extra_pay":"12.80","extra_weeks_worked":"44"}
}}
"""
OPTION = (
    "whole_life_cost",
    "present_value_cost",
    "hours_per_year",
    "cost_per_hour",
    "npv_all",
    "npv_cash",
)
FIGURES = {
    "hourly_cost": "16.00",
    "one_off_cost": "18891.60",
    "yearly_cost": "11138.40",
    "whole_life_cost": "74583.60",
    "present_value_cost": "69182.06",
    "first_year_cost": "30030.00",
    "hours_per_year": {"low": "849.3", "likely": "2378.1", "high": "3397.3"},
    "npv_cash": {"low": "-62090.11", "likely": "-50211.63", "high": "-42427.04"},
    "npv_all": {"low": "-12777.62", "likely": "87863.34", "high": "154822.92"},
    "payback_months_cash": {"low": None, "likely": None, "high": None},
    "payback_months_all": {"low": None, "likely": 17, "high": 13},
    "break_even_minutes": "6.0",
    "benefit_fall_before_loss_percent": "55.9",
    "cost_per_hour_released": "6.97",
    "extra_staff_cost_per_year": "62400.00",
    "extra_staff_hours_per_year": "3300.0",
    "extra_staff_cost_per_hour": "18.91",
    "technology_in_full_time_staff": "0.48",
    "options": {
        name: dict(zip(OPTION, values, strict=True))
        for name, values in {
            "as_now": ("0.00", "0.00", "0.0", None, "0.00", "0.00"),
            "better": ("500.00", "500.00", "679.5", "0.16", "43333.33", "3883.33"),
            "extra_staff": ("312000.00", "281739.27", "3300.0", "18.91", "-43344.50", "-281739.27"),
            "technology": ("74583.60", "69182.06", "2378.1", "6.97", "87863.34", "-50211.63"),
        }.items()
    },
    "verdict": "unknown",
}


def figures(case):
    out = StringIO()
    call_command("case_figures", case.reference, stdout=out)
    return json.loads(out.getvalue())


def test_the_worked_example_is_right_to_the_penny_from_file_to_figures(catalogue, tmp_path):
    (tmp_path / "example.json").write_text(EXAMPLE)
    out = StringIO()
    call_command("import_case", str(tmp_path / "example.json"), stdout=out)
    case = Case.objects.get(reference=out.getvalue().split()[-1])
    assert figures(case) == FIGURES


def test_a_complete_case_has_its_verdict_as_a_slug(done):
    assert figures(done.case)["verdict"] == "go-ahead"


@pytest.mark.parametrize(
    "gone", [["time"], ["costs"], ["cost-assumptions"], ["alternatives"], ["time", "costs"]]
)
def test_a_money_step_that_is_missing_is_named(catalogue, gone):
    given = {step: kept for step, kept in answers().items() if step not in gone}
    with pytest.raises(CommandError) as found:
        figures(case_with(given))
    assert str(found.value) == f"These steps are missing or put off: {', '.join(gone)}"


def test_a_money_step_that_was_put_off_is_named_too(done):
    done.save("costs", answers()["costs"], later="yes")
    with pytest.raises(CommandError, match=r"missing or put off: costs$"):
        figures(done.case)


def test_no_savings_counts_as_none(catalogue):
    given = answers()
    without = figures(case_with({step: kept for step, kept in given.items() if step != "savings"}))
    with_none = figures(case_with({**given, "savings": {"rows": []}}))
    assert without | {"verdict": ""} == with_none | {"verdict": ""}


def test_every_money_step_missing_is_named_in_its_order(catalogue):
    person = Person()
    person.begin()
    with pytest.raises(CommandError, match="time, costs, cost-assumptions, alternatives"):
        figures(person.case)
