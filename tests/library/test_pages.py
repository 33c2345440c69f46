"""Anybody reads the library without a case: each entry has its page, with everything on it."""

import gzip
import re
from html import unescape

import pytest
from django.test import Client
from django.utils.dateformat import format as date

from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue, Evidence, Term
from readiness.library import figures, links, pages
from tests.library.reading import LISTS, held, read
from tests.people import said

pytestmark = pytest.mark.usefixtures("catalogue")

PARTS_OF_AN_AVENUE = {
    "What it is": "what_it_is",
    "Examples": "examples",
    "What it can do": "can_do",
    "What goes wrong": "goes_wrong",
    "Who may be left out": "left_out",
    "Signs that it fits": "signs_it_fits",
    "Signs that it does not": "signs_it_does_not",
    "What is often forgotten": "often_forgotten",
    "Questions for suppliers": "supplier_questions",
}


def in_words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("path", LISTS)
def test_anybody_reads_each_list(path):
    assert "Last reviewed on" in held(path).words


@pytest.mark.parametrize("kind", links.PAGES)
def test_each_entry_has_a_page_that_says_when_it_was_reviewed(kind):
    for entry in contents().of(kind).values():
        page = held(links.to(entry).path)
        assert in_words(links.name_of(entry)) in page.words
        assert f"Last reviewed on {date(entry.reviewed_on, 'j F Y')}." in page.words


@pytest.mark.parametrize("heading", PARTS_OF_AN_AVENUE)
def test_the_page_of_an_avenue_has_every_list_whole(heading):
    for avenue in contents().avenues.values():
        shown = held(links.to(avenue).path).under(heading)
        for line in getattr(avenue, PARTS_OF_AN_AVENUE[heading]):
            assert in_words(line) in shown


def test_it_says_who_gains_control_what_changes_and_how_to_try_it():
    for avenue in contents().avenues.values():
        page = held(links.to(avenue).path)
        assert in_words(avenue.control) in page.under("How control shifts")
        assert in_words(avenue.try_small) in page.under("How to try it in a small way")
        for group in ("staff", "volunteers", "people"):
            assert in_words(avenue.changes_for[group]) in page.under("What changes, and for whom")


def test_it_lists_the_needs_with_what_to_try_instead_and_the_costs_with_when_they_fall():
    for avenue in contents().avenues.values():
        page = held(links.to(avenue).path)
        for need in avenue.needs:
            shown = page.under("Needs it may fit, and what to try instead")
            assert f"{need['need']} It may fit, because {need['reason']}." in shown
            assert f"Instead: {in_words(need['instead'])}" in shown
        for line in avenue.cost_lines:
            assert f"{line['label']} · paid" in page.under("Costs to expect")


def test_it_gives_each_nation_its_standards_and_says_when_each_applies():
    for avenue in contents().avenues.values():
        shown = held(links.to(avenue).path).under("Standards and rules")
        places = ("England", "Wales", "Scotland", "Northern Ireland")
        for nation, place in zip(avenue.standards, places, strict=True):
            everywhere = shown.partition("England")[0]
            own = everywhere + shown.partition(f" {place} ")[2]
            for each in avenue.standards[nation]:
                assert in_words(each["name"]) in own
                assert f"Applies: {in_words(each['when_it_applies'])}" in own


def test_its_evidence_names_the_kind_of_source_the_year_and_the_link():
    for avenue in contents().avenues.values():
        page = held(links.to(avenue).path)
        shown = page.under("What others found")
        assert in_words(avenue.evidence_note) in shown
        for each in contents().findings(avenue.evidence):
            year = f", {each.year}" if each.year else ""
            source = each.get_source_independence_display()
            assert f"{in_words(each.in_brief)} {source}{year} · Source" in shown
            assert each.url in page.links


def test_the_page_of_a_worry_has_both_sides_and_what_makes_a_good_answer():
    for anxiety in contents().anxieties.values():
        page = held(links.to(anxiety).path)
        sides = page.under("What others found")
        against, _found, for_it = sides.partition("It need not be so")
        assert all(in_words(each["text"]) in against for each in anxiety.against)
        assert all(in_words(each["text"]) in for_it for each in anxiety.supports)
        assert in_words(anxiety.behind_it) in page.under("What lies behind it")
        assert all(each in page.under("What it depends on") for each in anxiety.depends_on)
        assert all(each in page.under("Ask yourselves") for each in anxiety.ask_yourselves)
        assert in_words(anxiety.good_response) in page.under("What a good answer sounds like")
        assert in_words(anxiety.poor_response) in page.under("What a poor answer sounds like")


def test_each_figure_that_answers_a_worry_has_words_of_its_own():
    for anxiety in contents().anxieties.values():
        told = figures.in_words(anxiety.figures)
        assert len(set(told)) == len(anxiety.figures), anxiety.slug
        shown = held(links.to(anxiety).path).under("Which of your figures answer it")
        assert all(str(each) in shown for each in told)


def test_a_finding_says_who_stands_behind_it_and_what_it_bears_on():
    page = held("/library/evidence/airedale-control-group-shrinks-benefit/")
    finding = contents().evidence["airedale-control-group-shrinks-benefit"]
    assert finding.get_source_independence_display() in page.under("The finding")
    assert finding.url in page.links
    assert "/library/anxieties/improve-productivity/" in page.links


def test_every_word_of_the_glossary_is_there_with_its_meaning():
    for term in contents().terms.values():
        page = held(links.to(term).path)
        assert f'id="{term.slug}"' in page.html
        assert in_words(term.meaning) in page.words


def test_from_each_page_of_the_glossary_every_letter_is_one_press_away():
    first, second = held("/library/glossary/"), held("/library/glossary/i-to-z/")
    assert {"#A", "/library/glossary/i-to-z/#S"} <= set(first.links)
    assert {"#S", "/library/glossary/#A"} <= set(second.links)
    assert 'id="S"' in second.html
    assert 'id="S"' not in first.html


@pytest.mark.parametrize("side", ["supports", "against"])
def test_a_page_says_where_nothing_was_found_though_somebody_looked(side):
    entry = contents().avenues["crm"]
    kept = [each.slug for each in contents().findings(entry.evidence) if each.stance != side]
    copy = Avenue(**{name: getattr(entry, name) for name in Avenue.published_fields()})
    copy.evidence, copy.none_found = kept, [side]
    _template, context = pages.page_of(copy, contents())
    [shown] = [part for part in context["parts"] if part.slug == "evidence"]
    assert [group.stance for group in shown.body["groups"] if group.none] == [side]


def test_an_entry_that_was_never_saved_has_a_page_too():
    saved = contents().avenues["crm"]
    entry = Avenue(**{name: getattr(saved, name) for name in Avenue.published_fields()})
    entry.slug, entry.name = "new-one", "Something new"
    template, context = pages.page_of(entry, contents())
    assert template == "library/entry.html"
    assert context["title"] == "Something new"


@pytest.mark.parametrize("kind", [*links.PAGES, Term])
def test_every_kind_makes_its_page_from_one_entry(kind):
    entry = next(iter(contents().of(kind).values()))
    template, context = pages.page_of(entry, contents())
    assert template.startswith("library/")
    assert context["reviewed_on"] == entry.reviewed_on


def test_nobody_finds_what_is_not_there():
    for kind in ("avenues", "anxieties", "lessons", "principles", "evidence", "other-ways", "x"):
        assert Client().get(f"/library/{kind}/nothing/").status_code == 404


@pytest.mark.parametrize("path", [*LISTS[:-1], "/library/avenues/crm/"])
def test_search_engines_may_show_the_library_and_nothing_else(path):
    page = read(path, {"back": "/cases/1/need/", "stance": "against"})
    assert "noindex" not in page.html
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{path}">' in page.html
    [description] = re.findall(r'<meta name="description" content="([^"]+)">', page.html)
    assert said(unescape(description))
    for other in ("/", "/questions/", "/library/search/"):
        assert '<meta name="robots" content="noindex">' in Client().get(other).text


def test_a_browser_that_holds_a_page_is_not_sent_it_again_until_it_changes():
    reader = Client()
    first = reader.get("/library/avenues/crm/")
    held = {"If-None-Match": first.headers["ETag"]}
    assert reader.get("/library/avenues/crm/", headers=held).status_code == 304
    entry = Avenue.objects.get(slug="crm")
    entry.summary = "Something else."
    entry.save()
    changed = reader.get("/library/avenues/crm/", headers=held)
    assert changed.status_code == 200
    assert "Something else." in changed.text


@pytest.mark.parametrize("path", [*LISTS, "/library/avenues/records-and-care-management/"])
def test_a_page_is_made_from_memory_and_is_small(alice, django_assert_num_queries, path):
    contents()
    with django_assert_num_queries(1):
        page = alice.get(path, {"back": alice.url("readiness-foundations")})
    assert len(gzip.compress(page.content)) <= 12 * 1024
    assert "Cookie" not in page.headers.get("Vary", "")


def test_hostile_words_of_an_editor_are_words():
    finding = contents().evidence["airedale-control-group-shrinks-benefit"]
    copy = Evidence(**{name: getattr(finding, name) for name in Evidence.published_fields()})
    copy.slug, copy.claim, copy.short = "evil", "<script>alert(1)</script>", ""
    copy.save()
    for path in ("/library/evidence/evil/", "/library/evidence/", "/library/search/?q=script"):
        html = Client().get(path).text
        assert "<script>alert" not in html
        assert "alert" in html


def test_a_way_without_technology_stands_on_the_shelf_where_it_is_listed():
    page = held("/library/other-ways/people/")
    assert re.findall(r'aria-current="true">(.*?)</a>', page.html) == ["Kinds of technology"]


def test_a_reader_whose_address_has_a_mistake_can_search():
    answer = Client().get("/library/avenues/no-such/")
    assert answer.status_code == 404
    assert 'href="/library/search/"' in answer.text
