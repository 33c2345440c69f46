"""A reader searches the whole library: what is called so comes first, and the words are marked."""

import re

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.catalogue.contents import contents
from readiness.catalogue.models import Term
from readiness.library import searching, views
from readiness.library.likeness import root
from readiness.library.words import pieces
from tests.library.reading import read

pytestmark = pytest.mark.usefixtures("catalogue")


def found(query):
    return read("/library/search/", {"q": query}).found


def test_a_word_of_the_glossary_comes_before_the_texts_that_use_it():
    assert found("sensor")[0] == "Sensor"
    assert found("telecare")[0] == "Telecare"


def test_a_kind_of_technology_is_found_by_what_it_is_called():
    assert found("care records")[0] == "Digital care records and care planning"


def test_a_worry_is_found_by_how_people_say_it():
    assert found("two members of staff")[0] == "We could get two members of staff for that!"


def test_a_text_in_the_title_weighs_more_than_many_in_the_body():
    names = found("rota")
    assert names[0] == "Booking, rotas, invoices and pay"


def test_each_of_several_words_must_be_there():
    both = set(found("falls night"))
    assert both <= set(found("falls")) & set(found("night"))


def test_the_beginning_of_a_word_is_enough_and_the_whole_word_comes_first():
    assert set(found("telecar")) >= set(found("telecare"))
    words = found("cost")
    assert words[0] == "Will it cost much?"


def test_one_is_found_where_many_are_asked_for():
    assert found("sensors") == found("sensor")


@pytest.mark.parametrize(
    ("asked", "same"),
    [("TELECARE", "telecare"), ("télécare", "telecare"), ("  telecare!? ", "telecare")],
)
def test_case_accents_and_signs_make_no_difference(asked, same):
    assert found(asked) == found(same) != []


def test_a_word_with_a_hyphen_is_found_without_it():
    assert "The records came first and the Wi-Fi came last." in found("wifi")


def test_accents_in_the_texts_are_ignored_too():
    Term.objects.create(
        slug="cafe",
        term="Café",
        topic="care",
        meaning="Where the naïve résumé is read.",
        reviewed_on="2026-11-24",
    )
    assert found("cafe") == found("CAFÉ") == found("naive resume") == ["Café"]


def test_the_words_are_marked_where_they_stand():
    page = read("/library/search/", {"q": "night falls"})
    marked = {each.lower() for each in re.findall(r"<mark>(.*?)</mark>", page.html)}
    assert {"night", "falls"} <= marked
    assert all(each.startswith(("night", "fall")) for each in marked)


def test_each_result_says_what_kind_of_thing_it_is_and_shows_a_passage():
    page = read("/library/search/", {"q": "acoustic monitoring"})
    assert "A word Acoustic monitoring Listening devices in a room" in page.words


def test_where_nothing_has_all_the_words_it_says_so_and_shows_what_has_some():
    page = read("/library/search/", {"q": "zebra telecare"})
    assert "Nothing has all of your words. These have some of them" in page.words
    assert page.found == found("telecare")


def test_where_nothing_is_found_it_says_what_to_do():
    page = read("/library/search/", {"q": "zebra"})
    assert "0 found for “zebra”" in page.headings
    assert "Try fewer words" in page.words
    assert "/library/avenues/" in page.links


@pytest.mark.parametrize("nothing", ["", "   "])
def test_before_anything_is_asked_for_it_says_how_to_ask(nothing):
    assert "One or two words are enough" in read("/library/search/", {"q": nothing}).words


def test_only_the_best_are_shown_and_the_others_counted():
    page = read("/library/search/", {"q": "care"})
    assert len(page.found) == searching.SHOWN
    assert re.search(rf"The best {searching.SHOWN} of \d+ found", page.words)


def test_an_edit_is_found_at_once():
    assert found("zebra") == []
    term = Term.objects.get(slug="sensor")
    term.meaning = "A zebra."
    term.save()
    assert found("zebra") == ["Sensor"]


def test_the_search_keeps_the_way_back():
    page = read("/library/search/", {"q": "telecare", "back": "/cases/3/costs/"})
    assert "/cases/3/costs/" in page.links
    assert '<input type="hidden" name="back" value="/cases/3/costs/">' in page.html


EVIL = st.text(max_size=300) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "((((((",
        "a" * 5000,
        "\0",
        "%s%n",
        "ﷺ" * 50,
        "\ud7ff",
    ]
)


@settings(deadline=None, max_examples=30)  # the first makes the index
@given(query=EVIL)
def test_whatever_is_searched_for_is_answered_and_bounded(query):
    answer = Client().get("/library/search/", {"q": query})
    assert answer.status_code == (400 if "\0" in query else 200)  # nobody's keyboard makes a NUL
    assert "<script>alert" not in answer.text
    assert len(answer.content) < 100_000


@settings(deadline=None)
@given(query=st.text(max_size=300))
def test_no_more_is_looked_for_than_a_few_words(query):
    assert len(searching.asked_for(query)) <= searching.MOST_WORDS


@settings(deadline=None)
@given(text=st.text(max_size=400), starts=st.lists(st.text(min_size=1, max_size=5), min_size=1))
def test_a_passage_in_pieces_is_the_passage(text, starts):
    whole = list(pieces(text, tuple(starts), longest=400))
    assert "".join(piece for piece, _marked in whole) == text
    part = "".join(piece for piece, _marked in pieces(text, tuple(starts), longest=50))
    assert part.removeprefix("… ").removesuffix(" …") in text
    assert len(part) <= 54


def test_the_index_is_made_once_for_each_version():
    content = contents()
    assert searching.index_of(content) is searching.index_of(content)


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("staff leaving", "staff leave"),
        ("falling", "fall"),
        ("phoning", "phone"),
        ("family", "families"),
        ("we keep getting too many passwords", "passwords"),
    ],
)
def test_other_endings_and_little_words_find_the_same(typed, like):
    assert set(found(typed)) & set(found(like))
    assert "Nothing has" not in read("/library/search/", {"q": typed}).words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("telecair", "telecare"),
        ("sensers", "sensors"),
        ("medicaton", "medication"),
        ("dimentia", "dementia"),
        ("accessable", "accessible"),
    ],
)
def test_a_word_with_a_slip_is_read_as_the_nearest_and_it_says_so(typed, meant):
    page = read("/library/search/", {"q": typed})
    assert f"Nothing has “{typed}”, so this is for “{meant}”." in page.words
    assert page.found == found(meant) != []


def test_an_evening_is_not_a_form_of_even():
    assert root("evening") != root("even")


@pytest.mark.parametrize(
    "forms",
    [
        "leave leaves leaving",
        "plan plans planned planning",
        "fall falls falling",
        "family families",
    ],
)
def test_the_forms_of_a_word_have_one_root(forms):
    assert len({root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("need", "way"),
    [
        ("agency staff keep leaving", "Enough people, and reasons to stay"),
        ("too much paperwork", "Stopping something, to make time"),
        ("families ring all the time", "Keeping in touch: phones, video and messages"),
        ("people fall at night", "Assistive technology: aids, adaptations and alarms"),
    ],
)
def test_a_need_leads_first_to_what_may_meet_it(need, way):
    words = read("/library/search/", {"q": need}).words
    start = words.index("If this is your need, look here first")
    assert way in words[start : words.index(" found", start)]


def test_ways_without_technology_stand_before_those_with_it():
    words = read("/library/search/", {"q": "too much paperwork"}).words
    assert words.index("Stopping something") < words.index("Digital care records")


def test_a_search_that_tells_of_no_need_suggests_nothing():
    assert "If this is your need" not in read("/library/search/", {"q": "zebra"}).words


def test_a_machine_that_searches_all_the_time_is_slowed_and_nobody_elsewhere(
    client, catalogue, monkeypatch
):
    monkeypatch.setattr(views, "SEARCHES", "3/m/ip")
    for status in (200, 200, 200, 429):
        assert client.get("/library/search/?q=tablet").status_code == status
    assert client.get("/library/search/").status_code == 200
    assert client.get("/library/search/?q=tablet", REMOTE_ADDR="192.0.2.9").status_code == 200
