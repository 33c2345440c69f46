"""Content with a fault is refused whole, and each line says which file, entry and key to mend."""

import pytest
from django.core.management import call_command

from readiness.catalogue.fixtures import ContentFault
from readiness.catalogue.loader import load
from readiness.catalogue.models import KINDS

pytestmark = pytest.mark.usefixtures("no_content")


def faults_of(path):
    with pytest.raises(ContentFault) as refused:
        load(path)
    assert [kind.objects.count() for kind in KINDS] == [0] * len(KINDS)
    return refused.value.faults


@pytest.mark.parametrize(
    ("kind", "change", "line"),
    [
        (
            "sentences",
            {"colour": "blue"},
            "sentences.yaml: nothing-saved: colour: this is not a key we know.",
        ),
        (
            "evidence",
            {"avenues": ["time-machines"]},
            "evidence.yaml: trial-of-alarms: avenues: “time-machines” is no avenue that we have.",
        ),
        (
            "sentences",
            {"kind": "anxiety", "about": "will-it-rain"},
            "sentences.yaml: nothing-saved: about: “will-it-rain” is no anxiety that we have.",
        ),
        ("sentences", {"slug": "all-well"}, "sentences.yaml: all-well: slug: this is used twice."),
        (
            "checks",
            {"severity": "dreadful"},
            "checks.yaml: no-budget: severity: Value 'dreadful' is not a valid choice.",
        ),
        (
            "evidence",
            {"stance": "maybe"},
            "evidence.yaml: trial-of-alarms: stance: Value 'maybe' is not a valid choice.",
        ),
        (
            "checks",
            {"what_to_do": ""},
            "checks.yaml: no-budget: what_to_do: This field cannot be blank.",
        ),
        (
            "checks",
            {"title": 7},
            "checks.yaml: no-budget: title: this must be text; put quotation marks round it.",
        ),
        (
            "evidence",
            {"avenues": "crm"},
            "evidence.yaml: trial-of-alarms: avenues: avenues must be a list.",
        ),
        (
            "evidence",
            {"principles": ["be-kind"]},
            "evidence.yaml: trial-of-alarms: principles: “be-kind” is no principle that we have.",
        ),
        (
            "evidence",
            {"year": "soon"},
            "evidence.yaml: trial-of-alarms: year: “soon” value must be an integer.",
        ),
        (
            "evidence",
            {"url": "somewhere"},
            "evidence.yaml: trial-of-alarms: url: Enter a valid URL.",
        ),
    ],
)
def test_a_fault_is_told_with_its_file_entry_and_key(folder, kind, change, line):
    getattr(folder, kind)[0].update(change)
    assert faults_of(folder.write()) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- model: [", "more.yaml: this is not YAML: "),
        ("just words", "more.yaml: item 1: an entry has “model” and “fields” and nothing else."),
        ("- fields: {slug: a}", "more.yaml: a: an entry has “model” and “fields” and "),
        (
            "- model: catalogue.poem\n  fields: {slug: ode}",
            "more.yaml: ode: model: “catalogue.poem” is not a kind of content.",
        ),
        (
            "- model: catalogue.sentence\n  fields: {slug: a, text: One., text: Two.}",
            "more.yaml: this is not YAML: line 2: “text” is given twice",
        ),
        (
            "- model: catalogue.sentence\n  fields: {kind: 'null', text: Words.}",
            "more.yaml: item 1: slug: This field cannot be blank.",
        ),
        (
            "- model: catalogue.term\n  fields: {slug: a, reviewed_on: 2026-02-31}",
            "more.yaml: a: reviewed_on: “2026-02-31” value has the correct format (YYYY-MM-DD) but ",
        ),
        (
            "- model: [catalogue.term]\n  fields: {slug: a}",
            "more.yaml: a: model: “['catalogue.term']” is not a kind of content.",
        ),
        ("- model: catalogue.term\n  fields: {? [a] : b}", "more.yaml: this is not YAML: "),
        ("- !!int one", "more.yaml: this is not YAML: "),
        ("[" * 5000, "more.yaml: this is not YAML: "),
    ],
)
def test_a_file_that_holds_something_else_is_refused(folder, text, line):
    (folder.write() / "more.yaml").write_text(text, encoding="utf-8")
    (fault,) = faults_of(folder.path)
    assert fault.startswith(line)


def test_every_fault_is_told_at_once(folder):
    folder.sentences[0]["kind"] = "song"
    folder.checks[0]["severity"] = "dreadful"
    folder.evidence[0]["colour"] = "blue"
    assert len(faults_of(folder.write())) == 3


def test_an_empty_folder_does_not_empty_the_catalogue(folder, tmp_path):
    load(folder.write())
    (tmp_path / "empty").mkdir()
    with pytest.raises(ContentFault, match="there are no fixtures here"):
        load(tmp_path / "empty")


def test_the_case_to_look_at_is_not_content(folder):
    (folder.write() / "demo.yaml").write_text("- model: cases.case", encoding="utf-8")
    assert len(load(folder.path).added) == 4


def test_the_command_tells_each_fault_on_a_line_and_ends_with_1(folder, capsys):
    folder.checks[0]["severity"] = "dreadful"
    with pytest.raises(SystemExit) as ended:
        call_command("load_catalogue", folder=folder.write())
    assert ended.value.code == 1
    assert capsys.readouterr().err.splitlines() == [
        "checks.yaml: no-budget: severity: Value 'dreadful' is not a valid choice.",
        "Nothing was loaded.",
    ]


def test_the_command_says_what_it_did_and_what_it_kept(folder, capsys):
    call_command("load_catalogue", folder=folder.write())
    assert "4 added, 0 updated, 0 removed, 0 unchanged" in capsys.readouterr().out
    KINDS[4].objects.get(slug="all-well").delete()
    call_command("load_catalogue", folder=folder.path)
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Edited in the admin, and left as it is (--force overwrites it):",
        "  sentence all-well",
    ]
    call_command("load_catalogue", folder=folder.path, force=True)
    assert "1 added" in capsys.readouterr().out
