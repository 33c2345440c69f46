"""Anybody reads the library without a case: each entry has its page, with everything on it."""

from html import unescape

import pytest
from django.test import Client
from django.utils.dateformat import format as date

from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue
from readiness.library import links, pages
from tests.people import said

SHELVES = ("avenues", "anxieties", "lessons", "evidence", "principles", "glossary", "search")
LISTS = ["", *(f"{shelf}/" for shelf in SHELVES)]


@pytest.mark.parametrize("page", LISTS)
def test_anybody_reads_each_list(catalogue, page):
    answer = Client().get(f"/library/{page}")
    assert answer.status_code == 200


@pytest.mark.parametrize("kind", links.PAGES)
def test_each_entry_has_a_page_that_says_when_it_was_reviewed(catalogue, kind):
    reader = Client()
    for entry in contents().of(kind).values():
        page = reader.get(links.to(entry).path)
        assert page.status_code == 200
        assert links.name_of(entry) in unescape(page.text)
        assert f"Last reviewed on {date(entry.reviewed_on, 'j F Y')}." in said(page.text)


def test_an_entry_that_was_never_saved_has_a_page_too(catalogue):
    saved = contents().avenues["crm"]
    entry = Avenue(**{name: getattr(saved, name) for name in Avenue.published_fields()})
    entry.slug, entry.name = "new-one", "Something new"
    template, context = pages.page_of(entry, contents())
    assert template == "library/entry.html"
    assert context["title"] == "Something new"


def test_nobody_finds_what_is_not_there(catalogue):
    for kind in ("avenues", "anxieties", "lessons", "principles", "evidence", "other-ways", "x"):
        assert Client().get(f"/library/{kind}/nothing/").status_code == 404
