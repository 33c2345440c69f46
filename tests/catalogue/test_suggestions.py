"""What people say goes wrong puts the ways forward in an order, and says why."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.catalogue.models import Avenue, OtherWay
from readiness.catalogue.suggestions import plain_words, ranked, suggest

NEEDS = yaml.safe_load(Path(__file__).with_name("needs.yaml").read_text(encoding="utf-8"))
NOTHING_MATCHES = ["", "   ", "?!", "日本語", "x" * 5000]
TOO_WIDE = 4  # more than these, and a text of one or two sentences is not told apart from another


@pytest.fixture(scope="session")
def other_ways(of_kind):
    return list(of_kind(OtherWay).values())


def slugs(suggestions):
    return [suggestion.way.slug for suggestion in suggestions]


def of_needs(test):
    return pytest.mark.parametrize("need", NEEDS, ids=lambda need: need["text"])(test)


def test_there_are_at_least_sixty_needs_as_people_write_them():
    assert len({need["text"] for need in NEEDS}) >= 60


@of_needs
def test_a_need_brings_the_avenue_that_fits_it_to_the_front(need, avenues):
    found = slugs(suggest(need["text"], avenues))
    if need["first"] != "any":
        assert (found or ["none"])[0] == need["first"]


@of_needs
def test_a_need_of_people_time_trust_or_company_suggests_a_way_without_technology(need, other_ways):
    assert set(slugs(suggest(need["text"], other_ways))) == set(need["other"])


@of_needs
def test_no_need_meets_nearly_everything(need, avenues):
    assert len(ranked(need["text"], avenues)) <= TOO_WIDE


def test_every_avenue_comes_first_for_somebody_and_every_other_way_is_suggested(
    avenues, other_ways
):
    assert {need["first"] for need in NEEDS} >= {avenue.slug for avenue in avenues}
    assert {slug for need in NEEDS for slug in need["other"]} == {way.slug for way in other_ways}


@settings(deadline=None)  # the first example reads the patterns
@given(several=st.lists(st.sampled_from(NEEDS), max_size=40))
def test_however_many_needs_are_written_together_not_everything_is_suggested(
    several, avenues, other_ways
):
    text = " ".join(need["text"] for need in several)
    for ways in (avenues, other_ways):
        found = suggest(text, ways)
        assert len(found) < len(ways)
        assert found == ranked(text, ways)[: len(found)]


@given(
    several=st.lists(st.sampled_from(NEEDS), min_size=1, max_size=8), last=st.sampled_from(NEEDS)
)
def test_what_stands_first_is_what_the_words_meet_most(several, last, avenues):
    text = " ".join(need["text"] for need in [*several, last])
    counts = [len(each.matches) for each in ranked(text, avenues)]
    assert counts == sorted(counts, reverse=True)
    assert set(slugs(ranked(last["text"], avenues))) <= set(slugs(ranked(text, avenues)))


@pytest.mark.parametrize("text", NOTHING_MATCHES)
def test_where_nothing_matches_there_is_no_order(text, avenues, other_ways):
    assert suggest(text, avenues) == []
    assert suggest(text, other_ways) == []


def test_each_need_is_suggested_by_each_of_its_own_words_and_can_be_the_reason(avenues, other_ways):
    for way in (*avenues, *other_ways):
        for need in way.needs:
            for word in need["words"]:
                assert slugs(suggest(f"We see {word} here.", [way])) == [way.slug], word
            reasons = {each.reason for each in suggest(". ".join(need["words"]), [way])}
            assert reasons == {need["reason"]}


def test_the_reason_for_a_way_without_technology_completes_suggested_because(other_ways):
    for way in other_ways:
        assert all(need["reason"].startswith("the need tells of ") for need in way.needs)
        assert len(way.try_first) == 3
        assert way.evidence


def test_the_words_that_led_to_it_are_told(avenues):
    (first, *_) = suggest("Families ring all day. FAMILIES RING every day.", avenues)
    assert first.matches[0] == "families ring"
    assert first.matches.count("families ring") == 1


def test_ties_stay_in_catalogue_order():
    def avenue(slug, words):
        need = {"need": "", "reason": slug, "instead": "", "words": words}
        return Avenue(slug=slug, needs=[need])

    avenues = [avenue("one", ["cat"]), avenue("two", ["cat", "dog"]), avenue("three", ["dog"])]
    assert slugs(ranked("A cat and a dog", avenues)) == ["two", "one", "three"]
    assert slugs(ranked("A cat and a dog", avenues[::-1])) == ["two", "three", "one"]
    assert slugs(suggest("A cat and a dog", avenues)) == ["two", "one"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Hand-over", "hand over"),
        ("CAFÉ\n\n people’s", "cafe people's"),
        ("re‑key / retype", "re key retype"),
        ("ＦＡＬＬＳ", "falls"),
    ],
)
def test_case_accents_hyphens_and_spaces_make_no_difference(typed, plain):
    assert plain_words(typed) == plain


def test_a_stem_begins_a_word_and_is_not_found_inside_one():
    need = {"need": "", "reason": "it may help", "instead": "", "words": ["bill", "fall"]}
    billing = Avenue(slug="billing", needs=[need])
    assert suggest("Ability and rainfall", [billing]) == []
    assert suggest("Billing", [billing])[0].matches == ("billing",)
