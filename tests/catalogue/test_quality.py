"""The content that we publish passes its own checks, and the command that says so."""

import pytest
import yaml
from django.core.management import call_command

from readiness.catalogue.contents import gather
from readiness.catalogue.models import Evidence
from readiness.catalogue.quality import allowed, of_all
from readiness.catalogue.texts import texts_of


@pytest.fixture(scope="module")
def content(entries):
    """All the content of the fixtures."""
    return gather([entry for _file, entry in entries], "")


def test_nothing_in_the_content_is_to_be_put_right(content):
    assert [str(remark) for remark in of_all(content)] == []


def test_a_text_that_may_be_hard_is_there_and_says_why(content):
    there = {
        (entry._meta.model_name, entry.slug, text.field)
        for entry in content.entries
        for text in texts_of(entry)
    }
    assert set(allowed.HARD_TEXTS) <= there
    assert all(allowed.HARD_TEXTS.values())


@pytest.mark.django_db
def test_an_editor_checks_what_is_published(capsys):
    call_command("check_catalogue")
    said = capsys.readouterr().out
    assert "avenues: grade " in said
    assert "nothing to put right" in said


@pytest.mark.django_db
def test_an_edit_that_went_wrong_is_found_and_named(capsys):
    Evidence.objects.filter(slug="magpie-effect").update(url="http://example.org/magpie")
    with pytest.raises(SystemExit) as stopped:
        call_command("check_catalogue")
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert "evidence magpie-effect: url: “http://example.org/magpie”: Use the page’s https" in said
    assert "1 to put right." in said


@pytest.mark.django_db
def test_what_may_be_left_is_told_when_asked_for(capsys):
    hard = "Organisational interoperability necessitates accountability from each of us now."
    Evidence.objects.filter(slug="magpie-effect").update(claim=hard, short="", figure="", note="")
    with pytest.raises(SystemExit):
        call_command("check_catalogue", concerns=True)
    assert "evidence magpie-effect: Make it plainer" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_folder_is_checked_before_it_is_loaded(folder, capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("check_catalogue", folder=folder.write())
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert "evidence trial-of-alarms: year: Here is no year." in said
    assert "evidence trial-of-alarms: Nothing leads here." in said
    assert "2 to put right." in said


@pytest.mark.django_db
def test_a_folder_that_cannot_be_read_is_refused(tmp_path, capsys):
    nodes = [{"model": "catalogue.term", "fields": {"slug": "shift"}}]
    (tmp_path / "terms.yaml").write_text(yaml.safe_dump(nodes), encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        call_command("check_catalogue", folder=tmp_path)
    assert stopped.value.code == 1
    assert "terms.yaml: shift: meaning: " in capsys.readouterr().err


def test_an_empty_database_is_no_clean_one(no_content, capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("check_catalogue")
    assert stopped.value.code == 1
    assert "There is no content." in capsys.readouterr().err
