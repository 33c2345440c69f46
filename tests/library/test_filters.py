"""A reader narrows lessons and evidence down, by the address alone, and is told how many there are."""

import re

import pytest
from django.test import Client

from readiness.catalogue.contents import contents
from tests.library.reading import read
from tests.people import picked_in

pytestmark = pytest.mark.usefixtures("catalogue")

LESSONS = [
    ({"avenue": "crm"}, lambda each: "crm" in each.avenues),
    ({"anxiety": "cost-much"}, lambda each: "cost-much" in each.anxieties),
    ({"theme": "money"}, lambda each: each.theme == "money"),
    ({"stance": "success"}, lambda each: each.kind == "success"),
    ({"theme": "data", "stance": "mistake"}, lambda e: (e.theme, e.kind) == ("data", "mistake")),
    ({"avenue": "", "theme": ""}, lambda _each: True),
    ({"avenue": "nothing", "stance": "<b>"}, lambda _each: True),
]
EVIDENCE = [
    ({"avenue": "crm"}, lambda each: "crm" in each.avenues),
    ({"anxiety": "future-proof"}, lambda each: "future-proof" in each.anxieties),
    ({"theme": "not-an-it-project"}, lambda each: "not-an-it-project" in each.principles),
    ({"stance": "supports"}, lambda each: each.stance == "supports"),
    (
        {"avenue": "crm", "stance": "against"},
        lambda e: "crm" in e.avenues and e.stance == "against",
    ),
    ({"stance": "x", "unknown": "y"}, lambda _each: True),
]


@pytest.mark.parametrize(("asked", "holds"), LESSONS)
def test_lessons_are_narrowed_to_those_that_hold(asked, holds):
    page = read("/library/lessons/", asked)
    assert page.found == [each.title for each in contents().lessons.values() if holds(each)]


@pytest.mark.parametrize(("asked", "holds"), EVIDENCE)
def test_findings_are_narrowed_to_those_that_hold(asked, holds):
    page = read("/library/evidence/", asked)
    assert page.found == [each.in_brief for each in contents().evidence.values() if holds(each)]


def test_the_findings_of_a_theme_are_those_that_it_names():
    theme = contents().principles["technology-can-leave-people-out"]
    found = read("/library/evidence/", {"theme": theme.slug}).found
    assert {each.in_brief for each in contents().findings(theme.evidence)} <= set(found)


def test_a_reader_is_told_how_many_there_are():
    content = contents()
    against = [each for each in content.evidence.values() if each.stance == "against"]
    assert f"All {len(content.evidence)} are here." in read("/library/evidence/").words
    shown = read("/library/evidence/", {"stance": "against"})
    assert f"{len(against)} of {len(content.evidence)} found." in shown.words
    assert "found. For or against: Against" in shown.words
    assert "/library/evidence/" in shown.links


def test_where_nothing_is_found_the_page_says_what_to_do():
    content = contents()
    empty = next(
        {"avenue": avenue, "theme": theme, "stance": stance}
        for avenue in content.avenues
        for theme in ("money", "data", "inclusion")
        for stance in ("success", "mixed")
        if not [
            each
            for each in content.lessons.values()
            if avenue in each.avenues and (each.theme, each.kind) == (theme, stance)
        ]
    )
    page = read("/library/lessons/", empty)
    assert page.found == []
    assert "Nothing matches all of these. See them all" in page.words


def test_what_was_chosen_stays_chosen_and_keeps_the_way_back():
    asked = {"avenue": "crm", "stance": "against", "back": "/cases/3/costs/"}
    html = Client().get("/library/evidence/", asked).text
    assert picked_in(html, "avenue") == ["crm"]
    assert picked_in(html, "stance") == ["against"]
    assert picked_in(html, "theme") == [""]
    form = re.search(r"<form.*?</form>", html, re.DOTALL)[0]
    assert 'method="get"' in form
    assert '<input type="hidden" name="back" value="/cases/3/costs/">' in form


def test_a_filter_changes_nothing_and_takes_no_post():
    assert Client().post("/library/evidence/", {"avenue": "crm"}).status_code == 405
