"""The content under which something was sent stays readable when the content changes."""

import pytest

from readiness.catalogue import kept
from readiness.catalogue.contents import contents
from readiness.catalogue.models import KeptContents, Sentence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forget():
    kept._read.cache_clear()
    yield
    kept._read.cache_clear()


def change(text):
    sentence = Sentence.objects.get(slug="verdict-go-ahead")
    sentence.text = text
    sentence.save()


def test_what_was_kept_reads_as_it_did_after_an_editor_changes_it(catalogue):
    before = contents()
    kept.keep(before)
    change("Changed")
    assert contents().sentences["verdict-go-ahead"].text == "Changed"
    assert kept.contents_of(before.version).sentences["verdict-go-ahead"].text == "Go ahead"


def test_every_entry_comes_back_as_it_was_and_in_its_order(catalogue):
    before = contents()
    kept.keep(before)
    change("Changed")
    again = kept.contents_of(before.version)
    assert [each.published() for each in again.entries] == [
        each.published() for each in before.entries
    ]
    assert again.version == before.version


def test_it_is_kept_once(catalogue):
    for _sending in range(3):
        kept.keep(contents())
    assert KeptContents.objects.count() == 1


def test_what_was_never_kept_is_read_in_the_words_of_today(catalogue):
    assert kept.contents_of("no such version") is contents()
