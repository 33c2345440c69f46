"""Reading a case's answers as plain values."""

from datetime import date
from decimal import Decimal

from readiness.cases.facts import Facts
from tests.cases.builders import TODAY, complete_answers, facts_of

FACTS = Facts(
    {
        "need": {"problem": "", "affected": []},
        "time": {"hourly_pay": "12.80", "minutes_now": 0},
        "buying": {"decide_by": "2028-03"},
        "costs": {"rows": [{"label": "Handsets"}]},
    },
    later=frozenset({"time"}),
    today=TODAY,
)


def test_an_empty_answer_is_no_answer():
    assert FACTS.get("need", "problem") is None
    assert FACTS.get("need", "affected") is None
    assert FACTS.text("need", "problem") == ""
    assert FACTS.many("need", "affected") == ()


def test_nought_is_an_answer():
    assert FACTS.number("time", "minutes_now") == 0


def test_amounts_are_exact_and_months_are_their_first_day():
    assert FACTS.number("time", "hourly_pay") == Decimal("12.80")
    assert FACTS.month("buying", "decide_by") == date(2028, 3, 1)
    assert FACTS.number("time", "on_costs_percent") is None
    assert FACTS.month("plan", "start") is None


def test_a_step_put_off_keeps_its_answers_but_is_not_answered():
    assert not FACTS.answered("time")
    assert FACTS.answered("need")
    assert not FACTS.answered("risks")


def test_rows_are_read_only_from_a_step_that_is_finished():
    assert [row["label"] for row in FACTS.rows("costs")] == ["Handsets"]
    put_off = facts_of(complete_answers(), later=["costs"])
    assert put_off.rows("costs") == ()
    assert put_off.unfinished == ("costs",)
    assert put_off.figures is None
