"""What people say goes wrong puts the avenues in an order, and says why."""

import pytest

from readiness.catalogue.models import Avenue
from readiness.catalogue.suggestions import plain_words, suggest

# What somebody wrote, and the avenues that should come first, in this order.
PROBLEMS = [
    (
        "Night staff cannot find what the day staff wrote, so people are asked the same thing twice.",
        ["crm", "records-and-care-management"],
    ),
    (
        "Eleven people fell at night in March and we did not know for up to two hours.",
        ["assistive-technology"],
    ),
    (
        "Care workers spend the last 40 minutes of each shift on paperwork.",
        ["records-and-care-management"],
    ),
    (
        "Families ring about 40 times a week to ask how their relative is.",
        ["communication-channels"],
    ),
    (
        "People tell us they never know who is coming to their door.",
        ["logistics-and-efficiency"],
    ),
    (
        "We cannot fill four night posts, and the rota is held together with agency.",
        ["logistics-and-efficiency", "transactional-systems"],
    ),
    (
        "Last quarter we missed 19 medicines, most of them at weekends.",
        ["records-and-care-management", "delivery-of-care-and-support"],
    ),
    (
        "People with sight loss cannot read the letters we send.",
        ["crm", "assistive-technology"],
    ),
    (
        "We do not know how many people we helped last year, and funders have begun to ask.",
        ["performance-management"],
    ),
    (
        "Staff hurt their backs when they help people out of low chairs.",
        ["delivery-of-care-and-support"],
    ),
    (
        "It takes nine days to bill for a visit, and 6% of bills are wrong.",
        ["transactional-systems"],
    ),
    (
        "Volunteers stop coming because booking a slot takes three phone calls.",
        ["transactional-systems"],
    ),
    (
        "People are lonely and miss their families. Visitors come less than before.",
        ["communication-channels"],
    ),
    (
        "The old phone lines are being switched off and 60 people’s alarms depend on them.",
        ["assistive-technology"],
    ),
    (
        "New starters wait six weeks for their induction training and half of them leave first.",
        ["software-and-apps"],
    ),
    (
        "Carers drive to the office to drop papers, and write their notes hours later from memory.",
        ["mobile-working"],
    ),
    ("Our lone workers do not feel safe on evening calls.", ["mobile-working"]),
    (
        "Nobody notices when someone is going downhill, and they end up in hospital as an emergency.",
        ["service-delivery-channels"],
    ),
    ("Trustees get 90 pages and ask us nothing.", ["performance-management"]),
    (
        "Hand-over runs over by 20 minutes, and the inspector said our care plans are poor.",
        ["records-and-care-management"],
    ),
]
NOTHING_MATCHES = ["", "   ", "The building is cold in winter.", "?!", "日本語", "x" * 5000]


def order_of(text, avenues):
    return [suggestion.avenue.slug for suggestion in suggest(text, avenues)]


@pytest.mark.parametrize(("problem", "first"), PROBLEMS)
def test_a_problem_brings_the_avenues_that_fit_it_to_the_front(problem, first, avenues):
    assert order_of(problem, avenues)[: len(first)] == first


@pytest.mark.parametrize(("problem", "first"), PROBLEMS)
def test_no_problem_suggests_more_than_half_of_the_avenues(problem, first, avenues):
    assert len(suggest(problem, avenues)) <= len(avenues) / 2


def test_every_avenue_comes_first_for_somebody(avenues):
    assert {first[0] for _, first in PROBLEMS} == {avenue.slug for avenue in avenues}


@pytest.mark.parametrize("text", NOTHING_MATCHES)
def test_where_nothing_matches_there_is_no_order(text, avenues):
    assert suggest(text, avenues) == []


def test_each_need_of_each_avenue_can_be_the_reason(avenues):
    for avenue in avenues:
        for need in avenue.needs:
            reasons = {each.reason for each in suggest(". ".join(need["words"]), [avenue])}
            assert reasons == {need["reason"]}


def test_the_words_that_led_to_it_are_told(avenues):
    (first, *_) = suggest("Families ring all day. FAMILIES RING every day.", avenues)
    assert first.matches[0] == "families ring"
    assert first.matches.count("families ring") == 1


def test_ties_stay_in_catalogue_order():
    def avenue(slug, words):
        need = {"need": "", "reason": slug, "instead": "", "words": words}
        return Avenue(slug=slug, needs=[need])

    avenues = [avenue("one", ["cat"]), avenue("two", ["cat", "dog"]), avenue("three", ["dog"])]
    assert order_of("A cat and a dog", avenues) == ["two", "one", "three"]
    assert order_of("A cat and a dog", avenues[::-1]) == ["two", "three", "one"]


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
