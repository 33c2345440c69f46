"""The words of the sentences: each has its moment, each place can be filled."""

import re

from readiness.business_case import Why
from readiness.cases.reasons import AGAINST, DOUBTS, FOR, STILL
from readiness.cases.sentences.actions import RISKS
from readiness.cases.sentences.anxieties import ON_FACTS, ON_FIGURES
from readiness.cases.sentences.headlines import TOPICS
from readiness.cases.sentences.live import LIVE
from readiness.cases.sentences.placeholders import _groups, placeholders
from readiness.cases.sentences.words import PLACE, fill
from tests.cases.builders import ANXIETIES, DIMENSIONS, MONEY_STEPS, complete_facts, contents

SENTENCES = contents().sentences.values()
# Places that are filled beside the sentence, not from the case.
AT_HAND = {"step", "steps", "count", "action", "on_figures"}
# A case that fills every place there is: each side not ready, paid back in cash, better than now.
EVERYTHING = complete_facts(
    {
        "readiness-purpose": {"good_enough": "no"},
        "readiness-information": {"s1": 0},
        "anxieties": {"cost-much": 3},
        "time": {"cashable_percent": "100"},
        "alternatives": {"cost_of_waiting": "100.00"},
    }
)


def slugs(kind):
    return {sentence.slug for sentence in SENTENCES if sentence.kind == kind}


def test_every_sentence_has_its_moment_and_every_moment_its_sentence():
    told = {f"reason-{reason.slug}" for reason in (*AGAINST, *STILL, *DOUBTS, *FOR)}
    unready = {f"reason-not-ready-{slug}" for slug in DIMENSIONS}
    still_open = {f"reason-{what}-open" for what in ("step", "anxiety", "many")}
    assert slugs("reason") == told | unready | still_open | {
        "reason-step-later",
        "reason-first-step",
    }
    assert slugs("headline") == {slug for topic in TOPICS.values() for slug in topic}
    assert slugs("figure") == set(LIVE)
    assert slugs("anxiety") == set(ON_FACTS) | set(ON_FIGURES)
    assert slugs("action") == set(RISKS) | {f"{slug}-response" for slug in RISKS}


def test_every_sentence_is_about_something_that_is_there():
    about = {kind: {s.about for s in SENTENCES if s.kind == kind} for kind in ("figure", "anxiety")}
    assert about["anxiety"] == set(ANXIETIES)
    assert about["figure"] == set(MONEY_STEPS)
    for topic, conditions in TOPICS.items():
        assert {contents().sentences[slug].about for slug in conditions} == {topic}


def test_every_place_in_a_sentence_can_be_filled():
    known = set(placeholders(EVERYTHING, contents())) | AT_HAND
    places = {s.slug: set(PLACE.findall(s.text)) - known for s in SENTENCES}
    assert {slug: unknown for slug, unknown in places.items() if unknown} == {}


def test_no_place_is_filled_in_two_ways():
    groups = [dict(group) for group in _groups(EVERYTHING, contents())]
    assert sum(map(len, groups)) == len(placeholders(EVERYTHING, contents())) > 80


def test_no_sentence_has_straight_quotes_or_says_worth_it_alone():
    assert [s.slug for s in SENTENCES if re.search(r"[\"']|\s\s|worth it\b", s.text)] == []


def test_every_sentence_but_a_title_ends_as_a_sentence():
    short = {f"verdict-{slug}" for slug in ("unknown", "not-now", "get-ready", "go-ahead")}
    full = [s for s in SENTENCES if s.kind != "action" and s.slug not in short]
    assert [s.slug for s in full if s.text[-1] not in ".?}"] == []


def test_every_reason_for_a_missing_figure_has_words():
    worded = slugs("null")
    assert {str(why) for why in Why} == {
        "not-within-the-years",
        "a-minute-is-worth-nothing",
        "no-benefit",
        "no-hours",
        "hours-lost",
        "no-use-within-the-years",
        "no-staff-hours",
    }
    assert "null-payback-months-all" in worded


def test_what_people_wrote_is_never_read_for_places():
    assert fill("{a} and {b}", {"a": "{b}", "b": "<b>"}) == "{b} and <b>"


def test_a_sentence_that_cannot_be_filled_is_not_said():
    assert fill("It costs {price}.", {}) == ""
    assert fill("It costs {price}.", {"price": ""}) == ""
