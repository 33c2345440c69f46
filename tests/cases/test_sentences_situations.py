"""In each situation the sentence that fits is said, and over thousands of cases none that contradict."""

import random
import re
from pathlib import Path

import pytest
import yaml

from readiness.cases.sentences.headlines import TOPICS
from readiness.cases.sentences.placeholders import placeholders
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.words import sentence
from readiness.cases.verdict import verdict
from tests.cases.builders import complete_answers, contents, facts_of, heard_from
from tests.cases.random_answers import SPREADS, random_case
from tests.cases.sentences_at_odds import AT_ODDS

TABLE = yaml.safe_load(Path(__file__).with_name("situations.yaml").read_text(encoding="utf-8"))
SITUATIONS = TABLE["situations"]
CASES = 1200
# Topics that are silent where they do not apply.
MAY_BE_SILENT = {
    "people",
    "ready",
    "beside_waiting",
    "discounted",
    "asked",
    "after",
    "time_as_cash",
}
FAULTY = re.compile(
    r"[{}]|£[-−]|[-−]£|\bNone\b|\bnan\b|Infinity|  |\d[Ee][+-]"
    r"|(?<![\d.,])1 (hours|minutes|months|years|people|places|full-time posts)\b"
    r"|(?<![\d.,])([02-9]|\d{2,}) (hour|minute|month|year|person|place)\b"
)


def slugs_of(facts):
    """The slug of what is said on each topic; None where it is silent."""
    shown = Shown(facts, facts.figures)
    return {
        topic: next((slug for slug, holds in conditions.items() if holds(shown)), None)
        for topic, conditions in TOPICS.items()
    }


def laid(names):
    """The complete case with these changes; some are of what people said."""
    answers, heard = complete_answers(), None
    for name in names.split(" + "):
        for step, fields in TABLE["changes"][name].items():
            if step == "heard from":
                heard = heard_from(*fields)
            else:
                answers[step] = answers[step] | fields
    return facts_of(answers, heard=heard)


@pytest.mark.parametrize(
    "situation", SITUATIONS, ids=lambda each: f"{each['slug']} when {each['given']}"
)
def test_in_each_situation_the_sentence_that_fits_is_said(situation):
    facts, slug = laid(situation["given"]), situation["slug"]
    assert slugs_of(facts)[situation["topic"]] == slug
    assert situation["says"] in sentence(slug, placeholders(facts, contents()), contents())


def test_at_least_a_hundred_situations_are_told_apart():
    assert len({(each["slug"], each["given"]) for each in SITUATIONS}) >= 100


@pytest.mark.parametrize("spread", SPREADS)
def test_over_thousands_of_cases_each_topic_says_one_sound_thing_and_nothing_contradicts(spread):
    chance = random.Random(f"sentences {spread}")  # noqa: S311 - the same cases on every run
    for number in range(CASES // len(SPREADS)):
        facts = facts_of(random_case(chance, spread))
        slugs = slugs_of(facts)
        silent = {topic for topic, slug in slugs.items() if slug is None}
        assert silent <= MAY_BE_SILENT, number
        reasons = verdict(facts, contents()).reasons
        assert faults(facts, slugs, reasons) == [], number
        assert contradictions(slugs, reasons) == [], number


def faults(facts, slugs, reasons):
    """The sentences that have a hole, a wrong plural or a minus before pounds."""
    words = placeholders(facts, contents())
    texts = {slug: sentence(slug, words, contents()) for slug in slugs.values() if slug}
    texts |= {reason.slug: reason.text for reason in reasons}
    return [(slug, text) for slug, text in texts.items() if not text or FAULTY.search(text)]


def contradictions(slugs, reasons):
    """Pairs of sentences that cannot both be true."""
    told = {slug for slug in slugs.values() if slug}
    told |= {f"reason-{reason.slug}" for reason in reasons}
    return [(this, that) for this, that in AT_ODDS if this in told and that in told]


def test_what_is_held_to_contradict_are_sentences_that_exist():
    known = set(contents().sentences)
    assert [slug for pair in AT_ODDS for slug in pair if slug not in known] == []
    assert all(this != that for this, that in AT_ODDS)
