"""Numbers and months: as people type them on a page, and as a case file writes them."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.cases import case_file
from readiness.cases.stages import STEPS
from readiness.cases.typed import typed_month
from tests.people import answers, typed, value_in

HUGE = "9" * 5000


def on_the_page(step, name, text):
    """What is kept of a box, or None where it is a fault."""
    form = STEPS[step]({f"{step}-{name}": text}, prefix=step)
    form.is_valid()
    return form.sound.get(name)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("12.80", "12.80"),
        ("12.8", "12.80"),
        ("12", "12.00"),
        ("£12.80", "12.80"),
        (" £ 1,000 ", "1000.00"),
        ("1 000", "1000.00"),
        ("1,0 00", None),
        ("12,5", None),
        ("4.200,00", None),
        ("\N{NO-BREAK SPACE}12\N{NARROW NO-BREAK SPACE}", "12.00"),
        ("012", "12.00"),
        ("12.500", None),
        ("1000.00", "1000.00"),
        ("0.01", "0.01"),
        *[(text, None) for text in ("0", "-0.00", "0.001", "12.805", "1000.01", "-5", "−5")],
        *[(text, None) for text in ("1e2", "1E2", "NaN", "inf", "Infinity", "5.", ".5", "1.2.3")],
        *[
            (text, None)
            for text in ("+5", "0x10", "1_0", "٣", "１２", "twelve", "12p", "$12", "--5")
        ],
        *[(text, None) for text in (HUGE, "0." + "0" * 5000 + "1", "1" + "0" * 400)],
    ],
    ids=lambda value: str(value)[:20],
)
def test_pay_as_it_is_typed(text, kept):
    assert on_the_page("time", "hourly_pay", text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("5", 5),
        ("-5", -5),
        ("−5", -5),
        ("- 5", -5),
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("-120", -120),
        *[(text, None) for text in ("-121", "721", "5.0", "5.5", "5.", "1e1", "٣", "five", HUGE)],
    ],
    ids=lambda value: str(value)[:20],
)
def test_minutes_as_they_are_typed(text, kept):
    assert on_the_page("time", "minutes_saved_low", text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("25", "25"),
        ("25%", "25"),
        ("25 %", "25"),
        ("25.0", "25"),
        ("25.50", "25.5"),
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("100.00", "100"),
        ("33.33", "33.33"),
        *[(text, None) for text in ("33.333", "100.01", "-0.01", "1e1", "NaN", ".5", "5.")],
    ],
)
def test_a_percentage_as_it_is_typed(text, kept):
    assert on_the_page("time", "on_costs_percent", text) == kept


@pytest.mark.parametrize(
    ("step", "name", "text", "said"),
    [
        (
            "time",
            "hourly_pay",
            "lots",
            "The pay for an hour must be an amount in pounds, like 12.80",
        ),
        ("time", "hourly_pay", "0", "The pay for an hour must be £0.01 or more"),
        ("time", "hourly_pay", "1001", "The pay for an hour must be £1,000 or less"),
        ("time", "staff_using", "4.5", "The number of staff must be a whole number, like 42"),
        ("time", "staff_using", "1000001", "The number of staff must be 1,000,000 or fewer"),
        ("time", "minutes_saved_low", "-121", "The low figure must be −120 or more"),
        ("time", "on_costs_percent", "101", "What comes on top of pay must be 100% or less"),
        (
            "cost-assumptions",
            "training_hours",
            "6.125",
            "The hours must have no more than 2 figures after the point",
        ),
    ],
)
def test_a_fault_says_what_to_do(step, name, text, said):
    form = STEPS[step]({f"{step}-{name}": text}, prefix=step)
    assert form.errors[name] == [said]


def faults(step, **given):
    """The faults of a case file whose one step is put off, so that nothing else is missing."""
    text = json.dumps({"schema": 1, "answers": {step: {"_later": True, **given}}})
    return raw_faults(text)


def raw_faults(text):
    try:
        case_file.checked(text)
    except case_file.Faulty as faulty:
        return faulty.faults
    return []


def imported(step, name, value):
    """What an import keeps of a JSON value written out, or None where it is a fault."""
    text = f'{{"schema": 1, "answers": {{"{step}": {{"_later": true, "{name}": {value}}}}}}}'
    found = raw_faults(text)
    if found:
        assert [line.partition(":")[0] for line in found] == [f"{step}.{name}"]
        return None
    return case_file.checked(text)[step].kept.get(name)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ('"12.80"', "12.80"),
        ('"12.8"', "12.80"),
        ('"12"', "12.00"),
        ("12.8", "12.80"),
        ("12", "12.00"),
        ("1.28e1", "12.80"),
        ("12.80", "12.80"),
        *[
            (f'"{text}"', None)
            for text in ("1e1", "NaN", "5.", ".5", "٣", "1,000", "£5", " 5", "5 ")
        ],
        *[(f'"{text}"', None) for text in ("12.805", "12.800", "+5", "−5", "-5", "", "0", HUGE)],
        *[(text, None) for text in ("true", "false", "[]", "{}", "12.805", "-5", "0", "1e3000")],
        *[(text, None) for text in ("1e999999999", "1e-999999999", "0e-99", "9" * 4000, "1e-40")],
    ],
    ids=lambda value: str(value)[:20],
)
def test_money_in_a_case_file(value, kept):
    assert imported("time", "hourly_pay", value) == kept


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("42", 42),
        ('"42"', 42),
        ("4.2e1", 42),
        *[(text, None) for text in ("42.0", "42.5", '"42.0"', '"5."', "true", "null0", '"42 "')],
        *[(text, None) for text in ("1e7", "-1", "0", '"x"', '"4e1"', "1e400")],
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_count_in_a_case_file(value, kept):
    if value == "null0":
        value = '"null"'
    assert imported("time", "staff_using", value) == kept


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_json_number_is_no_json(value):
    text = f'{{"schema": 1, "answers": {{"time": {{"hourly_pay": {value}}}}}}}'
    assert raw_faults(text) == [f"file: this is not JSON ({value} is not a number)"]


def test_a_number_too_long_to_read_is_no_json():
    text = f'{{"schema": 1, "answers": {{"time": {{"staff_using": {HUGE}}}}}}}'
    (fault,) = raw_faults(text)
    assert fault.startswith("file: this is not JSON")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2", 2),
        ('"2"', 2),
        ("0", 0),
        *[(text, None) for text in ('"-1"', "4", "true", "false", '"two"', '"٢"', "[]", "2.5")],
        (f'"{HUGE}"', None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_choice_that_is_a_number_in_a_case_file(value, kept):
    assert imported("anxieties", "cost-much", value) == kept


@given(st.decimals(min_value=0, max_value=100_000_000, places=2))
def test_any_amount_is_kept_to_the_penny(amount):
    for text in (format(amount, "f"), f"£{amount:,}"):
        assert Decimal(on_the_page("cost-assumptions", "budget", text)) == amount


@given(st.decimals(min_value=0, max_value=100_000_000, places=2))
def test_an_amount_stands_in_its_box_as_it_would_be_typed(amount):
    kept = on_the_page("cost-assumptions", "budget", format(amount, "f"))
    box = STEPS["cost-assumptions"].base_fields["budget"].box(kept)
    assert on_the_page("cost-assumptions", "budget", box) == kept


@given(st.text(max_size=30))
def test_no_text_makes_a_number_box_fail(text):
    for step, name in (("time", "hourly_pay"), ("time", "staff_using"), ("costs", "in_year")):
        shape = STEPS[step] if step == "time" else STEPS[step].form
        shape({f"p-{name}": text}, prefix="p").is_valid()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        *[
            (text, "2028-03")
            for text in ("3 28", "03/28", "3 2028", "03/2028", "3/2028", "3-2028", "3.2028")
        ],
        *[(text, "2028-03") for text in ("March 2028", "MARCH 2028", "mar 2028", "Mar. 2028")],
        *[(text, "2028-03") for text in ("2028-03", " 3  2028 ", "March, 2028", "3, 2028")],
        ("Sept 2028", "2028-09"),
        ("12 1900", "1900-12"),
        *[(text, None) for text in ("13 2028", "0 2028", "00/2028", "2028-13", "2028-00")],
        *[(text, None) for text in ("2028", "March", "Ma 2028", "Ju 2028", "next year")],
        *[
            (text, None)
            for text in ("31 3 2028", "3 20288", "2028-3", "٣ 2028", "1 1899", "-3 2028")
        ],
    ],
)
def test_a_month_as_it_is_typed(text, kept):
    assert typed_month(text) == kept


@pytest.mark.parametrize("text", ["3 2028", "March 2028", "03/2028", "2028-03"])
def test_alice_types_a_month_and_reads_it_again(alice, text):
    row = answers()["outcomes"]["rows"][0]
    alice.send("outcomes", typed("outcomes", {"rows": [row]}) | {"outcomes-0-by": text})
    assert alice.kept("outcomes") == {"rows": [row | {"by": "2028-03"}]}
    assert value_in(alice.see("outcomes"), "outcomes-0-by") == "3 2028"
    assert "March 2028" in alice.see("check")


@pytest.mark.parametrize("month", ["january", "Feb", "april", "MAY", "Jun", "jul", "Dec"])
def test_a_month_may_be_named_short_or_long(month):
    assert typed_month(f"{month} 2030") is not None


@given(st.text(max_size=20))
def test_no_text_makes_a_month_box_fail(text):
    found = typed_month(text)
    assert found is None or typed_month(found) == found


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ("2028-03", True),
        *[(value, False) for value in ("3 2028", "March 2028", "2028-13", "2028-3", 202803, 2028)],
        *[(value, False) for value in (["2028-03"], True, "2028-03-01", "٢٠٢٨-03", "2028-03\n")],
    ],
)
def test_a_month_in_a_case_file(value, fine):
    found = faults("outcomes", rows=[{"by": value}])
    assert (
        found == [] if fine else found[0].startswith("outcomes.rows.1.by: The date must be a month")
    )
