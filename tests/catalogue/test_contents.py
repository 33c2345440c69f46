"""Every page reads the content from memory, and none shows what has since been changed."""

import pytest

from readiness.catalogue import version
from readiness.catalogue.contents import contents
from readiness.catalogue.loader import load
from readiness.catalogue.models import Check, ContentVersion, Evidence, Sentence

pytestmark = pytest.mark.usefixtures("no_content")


def test_reading_again_costs_one_small_query(folder, django_assert_num_queries):
    load(folder.write())
    first = contents()
    with django_assert_num_queries(1):
        assert contents() is first


def test_an_edit_is_seen_at_the_next_reading(folder):
    load(folder.write())
    before = contents()
    check = Check.objects.get()
    check.title = "No budget yet"
    check.save()
    assert contents().checks["no-budget"].title == "No budget yet"
    assert contents().version != before.version


def test_an_edit_in_another_process_is_seen_too(folder):
    load(folder.write())
    contents()
    Check.objects.update(title="No budget yet")
    version.mark_changed()
    assert contents().checks["no-budget"].title == "No budget yet"


def test_a_deletion_is_seen(folder):
    load(folder.write())
    Evidence.objects.get().delete()
    assert dict(contents().evidence) == {}


def test_the_version_is_as_before_once_an_edit_is_undone(folder):
    before = load(folder.write()).version
    for text in ("Other words.", "No time is saved."):
        sentence = Sentence.objects.get(slug="nothing-saved")
        sentence.text = text
        sentence.save()
    assert contents().version == before


def test_the_version_is_kept_in_its_row(folder):
    load(folder.write())
    assert ContentVersion.objects.get().version == contents().version


def test_a_version_that_is_out_of_date_by_the_time_it_is_worked_out_is_not_kept(folder):
    load(folder.write())
    row = version.current()
    version.mark_changed()
    version.keep(row, "0123456789abcdef")
    assert ContentVersion.objects.get().version == ""


def test_the_version_of_the_same_content_is_the_same_on_every_machine():
    sentences = [Sentence(slug="a", kind="null", text="Não há."), Sentence(slug="b", text="No.")]
    assert version.version_of(sentences) == "00a976585c73ce45"
    assert version.version_of(reversed(sentences)) != version.version_of(sentences)


def test_findings_come_in_the_order_asked_for_and_pass_over_what_was_deleted(folder):
    folder.evidence.append({**folder.evidence[0], "slug": "second-trial"})
    load(folder.write())
    found = contents().findings(["second-trial", "gone", "trial-of-alarms"])
    assert [finding.slug for finding in found] == ["second-trial", "trial-of-alarms"]


def test_each_language_has_its_own_entries(folder):
    folder.sentences.append({**folder.sentences[0], "language": "cy", "text": "Dim amser."})
    load(folder.write())
    assert contents("cy").sentences["nothing-saved"].text == "Dim amser."
    assert contents().sentences["nothing-saved"].text == "No time is saved."
    assert contents("cy").version == contents().version
    assert dict(contents("fr").sentences) == {}


def test_nobody_can_put_an_entry_in_or_take_one_out(folder):
    load(folder.write())
    with pytest.raises(TypeError):
        contents().sentences["new"] = Sentence()


def test_before_anything_is_loaded_there_is_nothing_and_no_error():
    assert dict(contents().avenues) == {}
    assert contents().findings(["any"]) == []
