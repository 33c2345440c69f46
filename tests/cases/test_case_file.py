"""The case file: what goes out comes in again, and what comes in goes out the same."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.cases import case_file
from readiness.cases.models import Answer, Case
from readiness.catalogue.contents import contents
from tests.cases import contract
from tests.cases.contract import ROWS
from tests.people import answers, case_with


def printed(command, *args):
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue()


def exported(case):
    return json.loads(printed("export_case", case.reference))


def again(found):
    """The export of what was exported, imported."""
    return exported(case_file.imported(json.dumps(found), at=timezone.now()))


def test_a_complete_case_comes_back_the_same(catalogue):
    found = exported(case_with(answers()))
    assert found["answers"] == answers()
    assert list(found["answers"]) == [step for step in contract.STEPS if step in answers()]
    assert again(found)["answers"] == found["answers"]


def test_a_case_that_is_made_again_for_a_test_is_the_one_that_an_import_makes(catalogue):
    def all_of(case):
        own = {"id", "case_id", "changed_at", "history_id", "history_date"}
        rows = [*case.answers.order_by("pk").values()]
        rows += Answer.history.filter(case=case).order_by("history_id").values()
        return [{name: each for name, each in row.items() if name not in own} for row in rows]

    put_off = {"control": {"decides_now": "board", "_later": True, "_note": "ask Sam"}}
    for held in (answers(), put_off):
        case_with(held)  # so that the next is made again
        imported = case_file.imported(json.dumps({"schema": 1, "answers": held}), at=timezone.now())
        assert len(all_of(imported)) == 2 * len(held)
        assert all_of(case_with(held)) == all_of(imported)


def test_an_export_says_of_which_case_it_is(done):
    done.case.refresh_from_db()
    before = exported(done.case)
    assert before["schema"] == 1
    assert before["reference"] == done.case.reference
    assert before["created"] == done.case.created_at.isoformat()
    assert (before["status"], before["submitted"]) == ("draft", None)
    assert before["content_version"] == contents().version
    done.post(done.url("submit"), {"declared": ["true", "no-names", "people-know", "readers"]})
    after = exported(done.case)
    assert after["status"] == "waiting"
    assert after["submitted"] == done.case.versions.get().sent_at.isoformat()


def test_steps_put_off_keep_their_mark_and_their_note(alice):
    alice.save("control", {"decides_now": "board"}, later="yes", later_note="ask Sam")
    alice.save("savings", {"rows": []})
    alice.save("costs", {"rows": [{"label": "Phones"}]}, later="yes")
    found = exported(alice.case)
    assert found["answers"] == {
        "control": {"decides_now": "board", "_later": True, "_note": "ask Sam"},
        "costs": {"rows": [{"label": "Phones", "in_year": 0}], "_later": True, "_note": ""},
        "savings": {"rows": []},
    }
    assert again(found)["answers"] == found["answers"]


def test_a_step_that_does_not_apply_any_more_is_left_out(done):
    done.save("anxieties", answers({"anxieties": {"cost-much": 1}})["anxieties"])
    assert "anxiety-cost-much" not in exported(done.case)["answers"]
    again(exported(done.case))


def test_a_draft_is_no_part_of_the_file(done):
    done.send("control", {"control-how": "Not saved", "keep": "yes"})
    assert exported(done.case)["answers"] == answers()


def test_no_file_sets_the_reference_the_link_or_the_address(catalogue):
    text = json.dumps({"schema": 1, "answers": answers(), "reference": "ABCDEFGH"})
    case = case_file.imported(text, at=timezone.now())
    assert case.reference != "ABCDEFGH"
    assert not case.links.exists()
    assert case.recovery_email == ""


def test_a_reference_is_eight_letters_and_digits_that_are_easy_to_read_out(catalogue):
    for _n in range(20):
        reference = Case().reference
        assert len(reference) == 8
        assert not set(reference) & set("01IOabcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("command", ["export_case", "case_figures", "render_case"])
@pytest.mark.parametrize("reference", ["NOBODY12", "", "1", "'; --"])
def test_an_unknown_reference_is_one_clear_line(catalogue, command, reference):
    more = ["--output", "/nowhere/x.pdf"] if command == "render_case" else []
    with pytest.raises(CommandError) as found:
        call_command(command, reference, *more)
    assert str(found.value) == f"There is no case with the reference {reference}."


def test_a_reference_may_be_typed_small(done):
    assert printed("export_case", f" {done.case.reference.lower()} ")


def test_json_numbers_and_strings_of_digits_mean_the_same(catalogue):
    numbers = {
        **answers()["time"],
        "hourly_pay": 12.8,
        "on_costs_percent": 25,
        "minutes_saved_low": "5",
        "staff_using": "42",
        "cashable_percent": 10.0,
    }
    assert case_with({"time": numbers}).answers.get().kept == answers()["time"]


# Any sound answers.

WORDS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n\t\x00\u202e\u2028 é"))
)


def written(asked):
    """Strategies for what a file may hold in one field."""
    if asked.kind in {"text", "long"}:
        return WORDS.map(lambda text: (text + "x")[:60])
    if asked.kind == "email":
        return st.sampled_from(["jo@example.org", "JO+a@sub.example.org"])
    if asked.kind == "int":
        return st.integers(*asked.bounds)
    if asked.kind in {"money", "number", "percent"}:
        least, most = map(Decimal, asked.bounds)
        exact = st.decimals(least, most, places=2)
        return exact.map(lambda value: format(value, "f"))
    if asked.kind == "month":
        return st.dates().map(lambda day: f"{1900 + day.year % 300:04}-{day.month:02}")
    if asked.kind == "one":
        return st.sampled_from(asked.choices)
    picks = st.lists(st.sampled_from([c for c in asked.choices if c != "none"]), max_size=3)
    return picks.filter(bool) if asked.required else picks


def fields(asked_of):
    """A step's fields: all that are required, and some of the others, or null."""
    return st.fixed_dictionaries(
        {name: written(asked) for name, asked in asked_of.items() if asked.required},
        optional={
            name: st.one_of(st.none(), written(asked))
            for name, asked in asked_of.items()
            if not asked.required
        },
    )


def in_order(step, found):
    """Put figures in the order that the contract asks for."""
    if step == "time":
        names = [f"minutes_saved_{each}" for each in ("low", "likely", "high")]
        found |= dict(zip(names, sorted(found[name] for name in names), strict=True))
        found["minutes_now"] = max(found["minutes_now"], found["minutes_saved_high"])
    if step == "savings":
        names = ("low", "likely", "high")
        for row in found["rows"]:
            row |= dict(zip(names, sorted((row[name] for name in names), key=Decimal), strict=True))
    if step == "costs":
        for row in found["rows"]:
            row["per_year"] = row.get("per_year") or "1.00"
    if step == "inclusion":
        found["alternative_detail"] = found.get("alternative_detail") or "We ring them."
    return found


def a_step(step):
    one = fields(contract.STEPS[step])
    if step in ROWS:
        least, most = ROWS[step]
        once = (
            (lambda row: row["outcome"]) if step == "tracking" else None
        )  # an outcome at most once
        rows = st.lists(one, min_size=least, max_size=min(most, 3), unique_by=once)
        one = st.fixed_dictionaries({"rows": rows})
    return one.map(lambda found: in_order(step, found))


ALWAYS = [step for step in contract.STEPS if not step.startswith("anxiety-")]
CASES = st.sets(st.sampled_from(ALWAYS), max_size=6).flatmap(
    lambda steps: st.fixed_dictionaries({step: a_step(step) for step in sorted(steps)})
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(given=CASES)
def test_any_sound_file_goes_out_as_it_came_in(catalogue, given):
    first = exported(case_with(given))
    second = again(first)
    assert second["answers"] == first["answers"]
    assert set(first["answers"]) == set(given)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(given=CASES, data=st.data())
def test_any_sound_file_may_be_put_off_and_left_half_done(catalogue, given, data):
    for kept in given.values():
        gone = data.draw(st.sets(st.sampled_from(sorted(kept)), max_size=2))
        for name in gone:
            del kept[name]
        kept |= {"_later": True, "_note": data.draw(st.sampled_from(["", None, "ask Sam"]))}
    first = exported(case_with(given))
    assert again(first)["answers"] == first["answers"]


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["rows", "_later", "_note", "label", "role", "staff", "x"]), inner
        ),
    ),
    max_leaves=8,
)


def faults(given):
    try:
        case_file.checked(json.dumps({"schema": 1, "answers": given}))
    except case_file.Faulty as faulty:
        return faulty.faults
    return []


@settings(max_examples=80, deadline=None)
@given(given=st.dictionaries(st.sampled_from([*contract.STEPS, "x"]), JSON, max_size=4))
def test_any_json_is_read_or_refused_with_faults_and_never_an_error(given):
    lines = faults(given)
    assert all(": " in line and "\n" not in line for line in lines)
    assert len(set(lines)) == len(lines)
