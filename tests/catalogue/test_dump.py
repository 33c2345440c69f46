"""What Dawn edits in the admin comes back into Charlie's files as a diff of her words alone."""

import difflib
import io

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from readiness.catalogue.dumping import dump
from readiness.catalogue.fixture_text import as_yaml
from readiness.catalogue.loader import load
from readiness.catalogue.models import Avenue, Check, Evidence, Sentence, Term

pytestmark = pytest.mark.usefixtures("no_content")

SENTENCES = """\
# What the guide says.
# Two lines at the head.

- model: catalogue.sentence
  fields: {slug: nothing-saved, language: en, kind: "null", text: "No time   is saved."}

# --- What leads the page.

- model: catalogue.sentence
  fields:
    kind: headline
    slug: all-well
    text: "It gives back {hours}."   # laid out by hand
- model: catalogue.sentence
  fields:
    slug: the-last
    kind: headline
    text: The last word.

# The end.
"""


@pytest.fixture
def files(folder):
    """Three files, one laid out by hand and with comments, and loaded."""
    folder.write()
    (folder.path / "sentences.yaml").write_text(SENTENCES, encoding="utf-8")
    load(folder.path)
    return folder.path


def sentences(files):
    return (files / "sentences.yaml").read_text(encoding="utf-8")


def diff(before, after):
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def edit(slug, **fields):
    Sentence.objects.filter(slug=slug).update(**fields)


def run(*options, **more):
    """What the command says, and how it ends."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("dump_catalogue", *options, stdout=out, stderr=err, **more)
    except SystemExit as end:
        return out.getvalue() + err.getvalue(), end.code
    return out.getvalue() + err.getvalue(), 0


def test_the_fixtures_come_back_byte_for_byte(tmp_path):
    load()
    said, code = run(folder=tmp_path)
    assert code == 0
    there = [p for p in settings.FIXTURES.glob("*.yaml") if not p.name.startswith("demo")]
    assert all(path.name in said for path in there)
    for path in there:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_one_form_says_what_the_fixtures_say_and_is_stable(tmp_path):
    load()
    once = dump(anew=True)
    once.write(tmp_path)
    assert dump(tmp_path, anew=True).texts == once.texts
    assert load(tmp_path).unchanged == sum(text.count("\n- model:") for text in once.texts.values())


def test_nothing_is_written_where_nothing_was_edited(files):
    before = {path: path.stat().st_mtime_ns for path in files.iterdir()}
    assert dump(files).write(files) == []
    assert {path: path.stat().st_mtime_ns for path in files.iterdir()} == before


def test_an_edit_changes_its_own_entry_alone_and_keeps_every_comment(files):
    before = sentences(files)
    edit("the-last", text="The very last word.")
    assert dump(files).write(files) == ["sentences.yaml"]
    assert diff(before, sentences(files)) == [
        "-    text: The last word.",
        "+    text: The very last word.",
    ]


def test_after_the_files_have_it_the_loader_no_longer_takes_it_for_an_edit(files):
    edit("the-last", text="The very last word.")
    assert load(files).kept == ["sentence the-last"]
    dump(files).write(files)
    outcome = load(files)
    assert (outcome.kept, outcome.updated) == ([], [])
    text = sentences(files).replace("very last", "final")
    (files / "sentences.yaml").write_text(text, encoding="utf-8")
    assert load(files).updated == ["sentence the-last"]


def test_what_is_new_stands_last_and_what_went_leaves_its_heading(files):
    Sentence.objects.create(slug="dawns-own", kind="headline", text="Dawn’s own: yes")
    Sentence.objects.get(slug="all-well").delete()
    dump(files).write(files)
    text = sentences(files)
    assert (
        "# --- What leads the page.\n\n- model: catalogue.sentence\n  fields:\n    slug: the-last"
        in text
    )
    assert text.endswith("    text: 'Dawn’s own: yes'\n\n# The end.\n")
    outcome = load(files)
    assert (outcome.kept, outcome.removed, outcome.unchanged) == ([], [], 5)
    slugs = Sentence.objects.values_list("slug", flat=True)
    assert list(slugs) == ["nothing-saved", "the-last", "dawns-own"]


def test_when_the_first_goes_the_head_of_the_file_stays(files):
    Sentence.objects.get(slug="nothing-saved").delete()
    dump(files).write(files)
    assert sentences(files).startswith("# What the guide says.\n# Two lines at the head.\n\n# ---")
    assert load(files).kept == []


def test_a_file_whose_every_entry_went_still_loads(files):
    Check.objects.all().delete()
    dump(files).write(files)
    assert load(files).kept == []
    assert not Check.objects.exists()


def test_a_kind_that_no_file_holds_gets_a_file_of_its_own(files):
    Term.objects.create(slug="crm", term="CRM", topic="care", meaning="x", reviewed_on="2026-11-24")
    assert dump(files).write(files) == ["terms.yaml"]
    assert load(files).kept == []
    assert Term.objects.get().term == "CRM"


def test_what_changed_in_a_file_since_it_was_loaded_stays_as_the_file_has_it(files):
    text = sentences(files).replace("The last word.", "Charlie’s word.")
    (files / "sentences.yaml").write_text(text, encoding="utf-8")
    assert dump(files).changed(files) == []


def test_what_changed_in_both_is_named_and_left_unless_forced(files):
    (files / "sentences.yaml").write_text(
        sentences(files).replace("The last word.", "Charlie’s word."), encoding="utf-8"
    )
    edit("the-last", text="Dawn’s word.")
    dumped = dump(files)
    assert dumped.torn == ["sentence the-last"]
    assert dumped.changed(files) == []
    dump(files, force=True).write(files)
    assert "Dawn’s word." in sentences(files)
    assert load(files).kept == []


def test_what_left_the_files_but_was_edited_is_named_too(files):
    whole = sentences(files)
    (files / "sentences.yaml").write_text(
        whole.partition("- model: catalogue.sentence\n  fields:\n    slug: the-last")[0],
        encoding="utf-8",
    )
    edit("the-last", text="Dawn’s word.")
    assert dump(files).torn == ["sentence the-last"]
    assert dump(files, force=True).write(files) == ["sentences.yaml"]
    assert load(files).kept == []


def test_the_command_says_which_files_would_change_and_leaves_them(files, settings):
    settings.FIXTURES = files
    assert run(check=True) == ("Would change: none.\n", 0)
    edit("the-last", text="Dawn’s word.")
    before = sentences(files)
    assert run(check=True) == ("Would change: sentences.yaml.\n", 1)
    assert sentences(files) == before
    assert run() == ("Written: sentences.yaml.\n", 0)
    assert "Dawn’s word." in sentences(files)


def test_the_command_names_what_changed_in_both(files, settings):
    settings.FIXTURES = files
    text = sentences(files).replace("The last word.", "Charlie’s word.")
    (files / "sentences.yaml").write_text(text, encoding="utf-8")
    edit("the-last", text="Dawn’s word.")
    said, code = run()
    assert "  sentence the-last" in said
    assert code == 1


@pytest.mark.parametrize("broken", ["- model: [", "[{model: catalogue.term, fields: {slug: x}}]"])
def test_files_that_cannot_be_read_are_left_as_they_are(broken, files, settings):
    settings.FIXTURES = files
    (files / "terms.yaml").write_text(broken, encoding="utf-8")
    edit("the-last", text="Dawn’s word.")
    said, code = run()
    assert "terms.yaml: " in said
    assert (code, "Dawn’s" in sentences(files)) == (1, False)


def test_entries_that_stand_on_one_line_are_refused(files, settings):
    settings.FIXTURES = files
    fields = "slug: x, reviewed_on: 2026-11-24, term: X, topic: care, meaning: x"
    line = f"[{{model: catalogue.term, fields: {{{fields}}}}}]"
    (files / "terms.yaml").write_text(line, encoding="utf-8")
    assert run() == (
        "terms.yaml: the entries must be a list, each on lines of its own.\nNothing was written.\n",
        1,
    )


def test_half_a_file_is_never_seen(files, monkeypatch):
    edit("the-last", text="Dawn’s word.")
    before = sentences(files)
    dumped = dump(files)

    def full(*_any):
        raise OSError("the disk is full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="full"):
        dumped.write(files)
    assert sentences(files) == before
    assert sorted(path.name for path in files.iterdir()) == [
        "checks.yaml",
        "evidence.yaml",
        "sentences.yaml",
    ]


def test_a_day_and_a_year_that_is_not_known_keep_their_form(files):
    Evidence.objects.update(claim="Another claim.")
    before = (files / "evidence.yaml").read_text(encoding="utf-8")
    dump(files).write(files)
    kept = yaml.safe_load((files / "evidence.yaml").read_text(encoding="utf-8"))[0]["fields"]
    then = yaml.safe_load(before)[0]["fields"]
    assert str(kept["reviewed_on"]) == then["reviewed_on"]
    assert {**kept, "reviewed_on": 0} == {**then, "reviewed_on": 0, "claim": "Another claim."}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
values = st.recursive(
    texts | st.none() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(values)
def test_whatever_is_typed_reads_back_as_it_was(value):
    assert yaml.safe_load(as_yaml(value)) == value


@given(texts)
def test_whatever_is_typed_into_an_avenue_comes_back_from_a_file(words):
    entry = Avenue(slug="crm", name=words, examples=[words])
    text = as_yaml([{"name": entry.name, "examples": entry.examples}])
    assert text.endswith("\n")
    assert yaml.safe_load(text) == [{"name": words, "examples": [words]}]
