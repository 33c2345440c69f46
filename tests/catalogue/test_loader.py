"""Charlie keeps the content in files; Dawn edits it in the admin. Neither loses the other's work."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from readiness.catalogue.contents import contents
from readiness.catalogue.loader import load
from readiness.catalogue.models import Check, Evidence, Loaded, Sentence
from readiness.catalogue.version import digest

pytestmark = pytest.mark.usefixtures("no_content")


def edit(slug, **fields):
    """Dawn edits a sentence in the admin."""
    sentence = Sentence.objects.get(slug=slug)
    for name, value in fields.items():
        setattr(sentence, name, value)
    sentence.save()


def text_of(slug):
    return Sentence.objects.get(slug=slug).text


def test_a_first_load_adds_every_entry_in_the_order_of_the_files(folder):
    outcome = load(folder.write())
    assert sorted(outcome.added) == [
        "check no-budget",
        "evidence trial-of-alarms",
        "sentence all-well",
        "sentence nothing-saved",
    ]
    assert list(contents().sentences) == ["nothing-saved", "all-well"]
    assert outcome.version == contents().version


def test_a_second_load_writes_nothing(folder):
    load(folder.write())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        outcome = load(folder.path)
    written = [
        q["sql"] for q in queries if not q["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ]
    assert written == []
    assert outcome.unchanged == 4


def test_what_changed_in_the_files_is_brought_up_to_date(folder):
    load(folder.write())
    folder.sentences[0]["text"] = "No time is given back."
    assert load(folder.write()).updated == ["sentence nothing-saved"]
    assert text_of("nothing-saved") == "No time is given back."


def test_the_history_says_that_a_load_changed_it(folder):
    load(folder.write())
    folder.sentences[0]["text"] = "No time is given back."
    load(folder.write())
    history = Sentence.objects.get(slug="nothing-saved").history.all()
    assert [record.text for record in history] == ["No time is given back.", "No time is saved."]
    assert {record.history_change_reason for record in history} == {"Loaded from the fixtures"}


def test_what_dawn_edited_is_kept_and_listed(folder):
    load(folder.write())
    edit("nothing-saved", text="Dawn's own words.")
    folder.sentences[0]["text"] = "Other words."
    outcome = load(folder.write())
    assert outcome.kept == ["sentence nothing-saved"]
    assert text_of("nothing-saved") == "Dawn's own words."


def test_a_part_that_a_later_release_adds_is_not_taken_for_an_edit(folder):
    load(folder.write())
    mark = Loaded.objects.get(slug="nothing-saved")
    mark.fields.remove("about")
    published = Sentence.objects.get(slug="nothing-saved").published()
    mark.digest = digest({name: published[name] for name in mark.fields})
    mark.save()
    folder.sentences[0]["about"] = "hours_per_year"
    assert load(folder.write()).updated == ["sentence nothing-saved"]


def test_what_dawn_edited_is_overwritten_only_by_force(folder):
    load(folder.write())
    edit("nothing-saved", text="Dawn's own words.")
    outcome = load(folder.path, force=True)
    assert (outcome.updated, outcome.kept) == (["sentence nothing-saved"], [])
    assert text_of("nothing-saved") == "No time is saved."


def test_an_edit_that_has_reached_the_files_is_no_longer_listed(folder):
    load(folder.write())
    edit("nothing-saved", text="Dawn's own words.")
    folder.sentences[0]["text"] = "Dawn's own words."
    assert load(folder.write()).kept == []
    folder.sentences[0]["text"] = "Charlie's words."
    assert load(folder.write()).updated == ["sentence nothing-saved"]


def test_what_left_the_files_is_removed(folder):
    load(folder.write())
    del folder.sentences[0]
    assert load(folder.write()).removed == ["sentence nothing-saved"]
    assert list(contents().sentences) == ["all-well"]


def test_what_left_the_files_but_was_edited_is_kept_and_listed(folder):
    load(folder.write())
    edit("nothing-saved", text="Dawn's own words.")
    del folder.sentences[0]
    assert load(folder.write()).kept == ["sentence nothing-saved"]
    assert text_of("nothing-saved") == "Dawn's own words."
    assert load(folder.path, force=True).removed == ["sentence nothing-saved"]


def test_what_dawn_deleted_stays_deleted_until_forced(folder):
    load(folder.write())
    Sentence.objects.get(slug="all-well").delete()
    assert load(folder.path).kept == ["sentence all-well"]
    assert load(folder.path, force=True).added == ["sentence all-well"]


def test_what_dawn_made_in_the_admin_is_left_alone_and_stands_last(folder):
    load(folder.write())
    Sentence.objects.create(slug="dawns-own", kind="headline", text="Dawn's own.")
    assert load(folder.path).kept == []
    assert list(contents().sentences) == ["nothing-saved", "all-well", "dawns-own"]


def test_entries_that_changed_places_change_places(folder):
    load(folder.write())
    before = contents().version
    folder.sentences.reverse()
    outcome = load(folder.write())
    assert list(contents().sentences) == ["all-well", "nothing-saved"]
    assert outcome.updated == []
    assert outcome.version != before


def test_plain_loaddata_reads_the_same_files_and_the_loader_takes_over(folder):
    paths = [str(path) for path in folder.write().glob("*.yaml")]
    call_command("loaddata", *paths, verbosity=0)
    assert load(folder.path).unchanged == 4
    folder.checks[0]["title"] = "No budget yet"
    assert load(folder.write()).updated == ["check no-budget"]
    assert Evidence.objects.get().year is None
    assert Check.objects.get().title == "No budget yet"


def test_all_the_content_we_publish_loads_and_loads_again_unchanged():
    assert load().kept == []
    again = load()
    assert (again.added, again.updated, again.removed, again.kept) == ([], [], [], [])
