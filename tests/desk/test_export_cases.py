"""Every case, one in each line: manage.py export_cases."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from readiness.cases import case_file, versions
from readiness.cases.models import Case
from readiness.catalogue.contents import contents
from tests.people import answers, case_with

TWO_LINES = "First line.\nSecond line."


@pytest.fixture
def cases(catalogue):
    """Three: one sent, one with two lines in an answer, and one with no answer yet."""
    sent = case_with(answers())
    versions.send(sent, by="Alice", at=timezone.now(), contents=contents())
    return [
        sent,
        case_with({"need": answers({"need": {"problem": TWO_LINES}})["need"]}),
        Case.objects.create(),
    ]


def test_each_line_is_the_case_file_of_one_case(cases, tmp_path):
    output = tmp_path / "all.jsonl"

    call_command("export_cases", output=str(output))

    lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert lines == [case_file.exported(case, content_version=contents().version) for case in cases]
    assert [line["status"] for line in lines] == ["waiting", "draft", "draft"]
    assert lines[1]["answers"]["need"]["problem"] == TWO_LINES


def test_a_line_can_be_imported_again(cases, capsys):
    call_command("export_cases", output="-")
    first = capsys.readouterr().out.splitlines()[0]

    again = case_file.imported(first, at=timezone.now())

    assert case_file.exported(again, content_version="")["answers"] == json.loads(first)["answers"]


def test_nothing_is_left_where_it_breaks_off(cases, tmp_path, monkeypatch):
    output = tmp_path / "all.jsonl"
    output.write_text("what was there before")
    whole = case_file.exported

    def breaks_off(case, **more):
        if case == cases[2]:
            raise KeyboardInterrupt
        return whole(case, **more)

    monkeypatch.setattr(case_file, "exported", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        call_command("export_cases", output=str(output))

    assert [each.name for each in tmp_path.iterdir()] == ["all.jsonl"]
    assert output.read_text() == "what was there before"


def test_a_file_that_cannot_be_written_is_one_clear_line(cases, tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        call_command("export_cases", output=str(tmp_path / "nowhere" / "all.jsonl"))


def test_with_no_case_the_file_is_empty(db, tmp_path):
    call_command("export_cases", output=str(tmp_path / "all.jsonl"))
    assert (tmp_path / "all.jsonl").read_bytes() == b""
