"""What bears on what is linked both ways, and every link in the library leads somewhere."""

import re

import pytest
from django.test import Client

from readiness.catalogue.contents import contents
from readiness.library import links, related
from tests.library.reading import Page, held, read

pytestmark = pytest.mark.usefixtures("catalogue")


def test_every_link_in_the_library_leads_somewhere_and_keeps_the_way_back():
    back = "?back=%2Fcases%2F7%2Fneed%2F"
    reader, waiting, seen = Client(), [f"/library/{back}"], {}
    while waiting:
        path = waiting.pop()
        answer = reader.get(path)
        assert answer.status_code == 200, path
        page = Page(answer.text)
        assert "/cases/7/need/" in page.links, path
        seen[path] = page
        inner = {each.partition("#")[0] for each in page.links if each.startswith("/library/")}
        assert all("back=%2Fcases%2F7%2Fneed%2F" in each for each in inner), path
        waiting += [each for each in inner if each not in seen and each not in waiting]
    paths = {path.partition("?")[0] for path in seen}
    entries = [each for kind in links.PAGES for each in contents().of(kind).values()]
    assert {links.to(each).path for each in entries} <= paths
    for path, page in seen.items():
        for anchor in [each for each in page.links if each.startswith("#")]:
            assert f'id="{anchor[1:]}"' in page.html, f"{path}{anchor}"


def test_the_words_that_a_search_leads_to_have_their_place_in_the_glossary():
    page = read("/library/search/", {"q": "sensor"})
    [place] = {each for each in page.links if each.endswith("#sensor")}
    path, _mark, anchor = place.partition("#")
    assert f'id="{anchor}"' in held(path).html


@pytest.mark.parametrize("kind", ["avenues", "anxieties", "principles"])
def test_a_finding_and_what_it_bears_on_name_each_other(kind):
    content = contents()
    filters = {"avenues": "avenue", "anxieties": "anxiety", "principles": "theme"}
    for entry in getattr(content, kind).values():
        listed = read("/library/evidence/", {filters[kind]: entry.slug})
        found = related.findings(entry, content)
        assert found
        assert {links.to(each).path for each in found} <= set(listed.links)
        for finding in found:
            assert entry in related.named_by(finding, getattr(content, kind).values())


def test_a_lesson_and_its_findings_name_each_other():
    content = contents()
    for lesson in content.lessons.values():
        page = held(links.to(lesson).path)
        for finding in content.findings(lesson.evidence):
            assert links.to(finding).path in page.links
            assert lesson in related.lessons(finding, content)


def test_a_worry_and_the_avenues_where_it_comes_up_name_each_other():
    content = contents()
    for avenue in content.avenues.values():
        page = held(links.to(avenue).path)
        for anxiety in related.anxieties(avenue, content):
            assert links.to(anxiety).path in page.links
            assert links.to(avenue).path in held(links.to(anxiety).path).links
    assert all(related.avenues(each, content) for each in content.anxieties.values())


def test_a_page_with_more_lessons_than_it_shows_leads_to_them_all():
    content = contents()
    for avenue in content.avenues.values():
        lessons = related.lessons(avenue, content)
        page = held(links.to(avenue).path)
        shown = [each for each in lessons if links.to(each).path in page.links]
        assert len(shown) == min(len(lessons), 6)
        if len(lessons) > len(shown):
            assert f"/library/lessons/?avenue={avenue.slug}" in page.links
            assert re.search(rf"All {len(lessons)} lessons", page.under("Lessons from others"))
