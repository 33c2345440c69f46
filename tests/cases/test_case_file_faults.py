"""A case file that cannot be used: every fault by its place, all at once, and nothing is saved."""

import json
from copy import deepcopy
from io import BytesIO

import pytest
from django.core.management import call_command

from readiness.cases import case_file
from readiness.cases.models import Case
from tests.people import answers


def faults(given, **head):
    """The faults of a file with these answers."""
    return text_faults(json.dumps({"schema": 1, "answers": given, **head}))


def text_faults(text):
    try:
        case_file.checked(text)
    except case_file.Faulty as faulty:
        return faulty.faults
    return []


def places(found):
    return [line.partition(": ")[0] for line in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is not JSON"),
        ("{", "this is not JSON"),
        ("{} {}", "this is not JSON"),
        ("\ufeff{}", "this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ('{"a": ' * 100_000, "this is not JSON"),
        ('{"schema": 1, "schema": 1, "answers": {}}', "“schema” is there twice"),
        ('{"schema": 1, "answers": {"need": {"problem": "a", "problem": "b"}}}', "is there twice"),
        ('{"schema": 1, "answers": {"a\\nb": 1, "a\\nb": 1}}', "“a b” is there twice"),
        ("[]", "the file must be one object"),
        ("null", "the file must be one object"),
        ('"schema"', "the file must be one object"),
        ("1", "the file must be one object"),
    ],
)
def test_what_is_no_file_of_ours_is_said_of_the_file(text, said):
    (fault,) = text_faults(text)
    assert fault.startswith("file: ")
    assert said in fault
    assert "\n" not in fault


@pytest.mark.parametrize("schema", [None, 0, 2, "1", 1.0, True, [1]])
def test_no_or_another_schema_is_a_fault_of_the_file(schema):
    assert faults({}, schema=schema) == ["file: schema must be 1"]


def test_a_file_without_schema_answers_or_with_an_unknown_key_says_all_three():
    assert text_faults('{"more\\nkeys": 1}') == [
        "file: unknown key “more keys”",
        "file: schema must be 1",
        "file: there are no answers",
    ]


@pytest.mark.parametrize("given", [None, [], "x", 1, True])
def test_answers_that_are_no_object_are_a_fault_of_the_file(given):
    assert faults(given) == ["file: there are no answers"]


def test_what_an_export_adds_is_let_be(catalogue):
    head = {"reference": 7, "status": None, "created": "x", "submitted": [], "content_version": {}}
    assert faults({}, **head) == []


@pytest.mark.parametrize(
    ("step", "value", "place"),
    [
        ("nowhere", {}, "nowhere"),
        ("Need", {}, "Need"),
        ("market", {}, "market"),
        ("a\nb", {}, "a b"),
        ("need", None, "need"),
        ("need", [], "need"),
        ("need", "x", "need"),
        ("costs", [], "costs"),
        ("about-you", {"role": "manager", "age": 40}, "about-you.age"),
        ("about-you", {"role": "manager", "a\nb": None}, "about-you.a b"),
        ("about-you", {}, "about-you.role"),
        ("about-you", {"role": None}, "about-you.role"),
        ("about-you", {"role": ["manager"]}, "about-you.role"),
        ("about-you", {"role": "king"}, "about-you.role"),
        ("about-you", {"role": "manager", "name": 5}, "about-you.name"),
        ("about-you", {"role": "manager", "name": "x" * 201}, "about-you.name"),
        ("about-you", {"role": "manager", "name": "\ud800"}, "about-you.name"),
        ("about-you", {"role": "manager", "email": "x"}, "about-you.email"),
        ("risks", {}, "risks.rows"),
        ("risks", {"rows": None}, "risks.rows"),
        ("risks", {"rows": {}}, "risks.rows"),
        ("risks", {"rows": "x"}, "risks.rows"),
        ("risks", {"rows": [], "more": 1}, "risks.more"),
        ("risks", {"rows": [5]}, "risks.rows.1"),
        ("risks", {"rows": [None]}, "risks.rows.1"),
        ("costs", {}, "costs"),
        ("costs", {"rows": []}, "costs"),
        ("costs", {"rows": None}, "costs"),
        ("costs", {"rows": "x"}, "costs.rows"),
        ("costs", {"rows": [5]}, "costs.rows.1"),
        ("need", {**answers()["need"], "_later": "yes"}, "need._later"),
        ("need", {**answers()["need"], "_later": 1}, "need._later"),
        ("need", {"_later": True, "_note": 5}, "need._note"),
        ("need", {"_later": True, "_note": "x" * 201}, "need._note"),
        ("need", {"_later": True, "_note": "\ud800"}, "need._note"),
        ("need", {**answers()["need"], "_note": "alone"}, "need._note"),
        ("need", {**answers()["need"], "_draft": {}}, "need._draft"),
        ("need", {"_later": True, "frequency": "x"}, "need.frequency"),
        ("need", {"_later": True, "affected": ["x"]}, "need.affected"),
        ("need", {"_later": True, "affected": "people"}, "need.affected"),
        ("need", {"_later": True, "affected": [1]}, "need.affected"),
        ("need", {"_later": True, "affected": [["people"]]}, "need.affected"),
        (
            "need-evidence",
            {"_later": True, "sources": ["none", "incidents"]},
            "need-evidence.sources",
        ),
        ("avenues", {"_later": True, "chosen": ["crm"] * 3 + ["x"]}, "avenues.chosen"),
        (
            "inclusion",
            {"at_risk": ["rural"], "alternative": "none"},
            "inclusion.alternative_detail",
        ),
        ("anxiety-cost-much", {"who": ["board"], "response": "x"}, "anxiety-cost-much"),
        ("anxieties", {"_later": True, "cost-much": 4}, "anxieties.cost-much"),
    ],
)
def test_a_fault_is_named_by_its_place_and_alone(step, value, place):
    assert places(faults({step: value})) == [place]


def changed(step, **fields):
    return {step: {**deepcopy(answers()[step]), **fields}}


ROW = answers()["costs"]["rows"][0]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (changed("time", minutes_saved_likely=4), ["time.minutes_saved_likely"]),
        (changed("time", minutes_saved_high=56), ["time.minutes_saved_high"]),
        (changed("costs", rows=[ROW, {**ROW, "per_year": None}]), ["costs.rows.2.one_off"]),
        (changed("costs", rows=[ROW, ROW, {**ROW, "in_year": 11}]), ["costs.rows.3.in_year"]),
        (changed("costs", rows=[{**ROW, "colour": "red"}]), ["costs.rows.1.colour"]),
        (
            changed("costs", rows=[ROW, {}]),
            [
                "costs.rows.2.label",
                "costs.rows.2.category",
                "costs.rows.2.one_off",
                "costs.rows.2.confidence",
            ],
        ),
        (changed("costs", rows=[ROW] * 13), ["costs"]),
        (changed("costs", rows=[ROW] * 500), ["costs"]),
        (changed("risks", rows=answers()["risks"]["rows"] * 11), ["risks"]),
        (changed("outcomes", rows=[]), ["outcomes"]),
        (
            changed(
                "savings",
                rows=[
                    {
                        "label": "P",
                        "low": "3.00",
                        "likely": "2.00",
                        "high": "1.00",
                        "confidence": "guess",
                    }
                ],
            ),
            ["savings.rows.1.likely", "savings.rows.1.high"],
        ),
        (
            {
                "anxieties": answers()["anxieties"],
                "anxiety-free-up-time": {"who": ["it"], "response": "x"},
            },
            ["anxiety-free-up-time"],
        ),
        (
            {"anxieties": {"_later": True}, "anxiety-cost-much": {"_later": True}},
            ["anxiety-cost-much"],
        ),
    ],
)
def test_faults_between_fields_and_in_rows_are_named_by_the_contract(given, found):
    assert sorted(places(faults(given))) == sorted(found)


def test_all_faults_of_a_file_are_told_at_once_in_the_order_of_the_questionnaire():
    given = {
        "risks": {"rows": [{"risk": "x", "likelihood": 9}]},
        "nowhere": {},
        "organisation": {"name": "", "staff": "many", "sites": 0, "pets": 3},
        "time": {**answers()["time"], "hourly_pay": "1e3"},
    }
    assert places(faults(given)) == [
        "organisation.pets",
        "organisation.staff",
        "organisation.name",
        "organisation.services",
        "organisation.nation",
        "organisation.people_supported",
        "organisation.sites",
        "time.hourly_pay",
        "risks.rows.1.likelihood",
        "risks.rows.1.impact",
        "risks.rows.1.owner",
        "risks.rows.1.response",
        "nowhere",
    ]


def test_a_number_with_an_error_is_told_once():
    for value in ("x", 1.5, [], {}, "9" * 99, True):
        found = faults({"organisation": {**answers()["organisation"], "staff": value}})
        assert places(found) == ["organisation.staff"]


# The command.


@pytest.fixture
def run(capsys, monkeypatch, tmp_path, catalogue):
    """Run import_case on bytes; gives its exit code, and what it printed on both ways out."""

    def _run(data, name="case.json", stdin=False):
        path = tmp_path / name
        if stdin:
            monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": BytesIO(data)})())
        elif data is not None:
            path.write_bytes(data)
        try:
            call_command("import_case", "-" if stdin else str(path))
            code = 0
        except SystemExit as stop:
            code = stop.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _run


def file_of(given):
    return json.dumps({"schema": 1, "answers": given}).encode()


def test_a_sound_file_is_saved_and_its_reference_stands_alone_on_the_last_line(run):
    code, out, err = run(file_of(answers()))
    assert (code, err) == (0, "")
    case = Case.objects.get()
    assert out.splitlines()[-1] == case.reference
    assert {row.step: row.kept for row in case.answers.all()} == answers()


def test_a_file_may_come_by_standard_input_and_with_a_byte_order_mark(run):
    assert run(file_of(answers()), stdin=True)[0] == 0
    assert run(b"\xef\xbb\xbf" + file_of({}), stdin=True)[0] == 0
    assert run(b"\xef\xbb\xbf" + file_of({}))[0] == 0
    assert Case.objects.count() == 3


def test_faults_stand_on_standard_error_with_exit_1_and_nothing_saved(run):
    given = {**answers(), "nowhere": {}, "about-you": {"role": "king"}}
    code, out, err = run(file_of(given))
    assert (code, out) == (1, "")
    assert places(err.splitlines()) == ["about-you.role", "nowhere"]
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe{}", "file: it is not UTF-8 text"),
        (b"\x80", "file: it is not UTF-8 text"),
        (b"", "file: this is not JSON"),
        (None, "file: it cannot be read (No such file or directory)"),
        ("{}".encode("utf-16"), "file: it is not UTF-8 text"),
    ],
)
def test_bytes_that_are_no_file_of_ours_are_one_line_and_exit_1(run, data, said):
    code, out, err = run(data)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(said)


def test_a_folder_is_no_file(run, tmp_path):
    (tmp_path / "folder").mkdir()
    code, _out, err = run(None, name="folder")
    assert (code, err) == (1, "file: it cannot be read (Is a directory)\n")
