"""Whatever people answer: no crash, no blank, no contradiction."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.cases.checks import findings
from readiness.cases.rules import ruling
from readiness.cases.sentences import (
    headlines,
    holding,
    risk_suggestions,
    say,
    weakest_numbers,
)
from readiness.cases.sentences.headlines import TOPICS
from readiness.cases.sentences.placeholders import placeholders
from readiness.cases.sentences.words import sentence
from readiness.cases.verdict import verdict
from tests.cases.builders import ANXIETIES, MONEY_STEPS, complete_answers, contents, facts_of

SURE = st.sampled_from(["measured", "quoted", "estimated", "guess"])
LABEL = st.sampled_from(["Handsets", "<b>Old</b> server", "Fewer NHS calls"])
PERCENT = st.sampled_from(["0", "0.5", "10", "25", "50", "99.99", "100"])
BLANK = re.compile(r"\{|\}|None(?! of)|\bnan\b|NaN|Infinity|\dE[+-]\d|  |£−|--")
GO_AHEAD = ("It costs more than it gives back, but", "It pays for", "It does not pay for itself")
POUNDS = st.sampled_from(["0.00", "0.01", "12.80", "500.00", "6240.00", "100000000.00"])


def maybe(values):
    return st.one_of(st.none(), values)


@st.composite
def spread(draw, values):
    return sorted(draw(st.tuples(values, values, values)), key=Decimal)


@st.composite
def time(draw):
    low, likely, high = draw(spread(st.integers(-120, 720)))
    return {
        "staff_using": draw(st.integers(1, 1_000_000)),
        "hourly_pay": draw(st.sampled_from(["0.01", "12.80", "1000.00"])),
        "on_costs_percent": draw(PERCENT),
        "shifts_per_week": draw(st.sampled_from([1, 7, 196, 100_000])),
        "minutes_now": draw(st.integers(max(high, 0), 720)),
        "minutes_saved_low": low,
        "minutes_saved_likely": likely,
        "minutes_saved_high": high,
        "cashable_percent": draw(PERCENT),
        "first_year_percent": draw(PERCENT),
        "confidence": draw(SURE),
    }


COST = st.fixed_dictionaries(
    {"label": LABEL, "category": st.just("support"), "confidence": SURE},
    optional={
        "one_off": maybe(POUNDS),
        "per_year": maybe(POUNDS),
        "in_year": st.integers(0, 10),
    },
)
ASSUMED = st.fixed_dictionaries(
    {
        "years": st.integers(1, 10),
        "discount_rate": st.sampled_from(["0", "3.5", "15"]),
        "contingency_percent": st.sampled_from(["0", "30", "100", "200"]),
        "training_hours": st.sampled_from(["0", "0.25", "6", "200"]),
        "turnover_percent": PERCENT,
    },
    optional={"budget": maybe(POUNDS), "funding": st.just("Reserves")},
)
OTHERS = st.fixed_dictionaries(
    {
        "extra_fte": st.sampled_from(["0", "0.5", "1", "2", "100"]),
        "extra_hours_per_week": st.sampled_from(["1", "37.5", "60"]),
        "extra_pay": st.sampled_from(["0.01", "12.80", "1000.00"]),
        "extra_weeks_worked": st.sampled_from(["1", "44", "52"]),
    },
    optional={
        "cost_of_waiting": maybe(POUNDS),
        "change_description": st.just("Shorter forms"),
        "change_one_off": maybe(POUNDS),
        "change_per_year": maybe(POUNDS),
        "change_minutes_saved": maybe(st.integers(0, 720)),
        "change_saving": maybe(POUNDS),
    },
)


@st.composite
def saving(draw):
    low, likely, high = draw(spread(POUNDS))
    return {"label": draw(LABEL), "low": low, "likely": likely, "high": high} | {
        "confidence": draw(SURE)
    }


@st.composite
def cases(draw):
    answers = complete_answers(
        {
            "time": draw(time()),
            "costs": {"rows": draw(st.lists(COST, min_size=1, max_size=3))},
            "savings": {"rows": draw(st.lists(saving(), max_size=2))},
            "involvement": {"people": draw(st.sampled_from(["not-yet", "told", "asked"]))},
            "readiness-purpose": {"good_enough": draw(st.sampled_from(["yes", "no"]))},
            "anxieties": {"replace-people": draw(st.integers(0, 3))},
        }
    )
    answers["cost-assumptions"] = draw(ASSUMED)
    answers["alternatives"] = draw(OTHERS)
    missing = draw(st.sets(st.sampled_from(sorted(answers)), max_size=2))
    later = draw(st.sets(st.sampled_from(sorted(answers)), max_size=1))
    keep = draw(st.booleans())
    return facts_of({k: v for k, v in answers.items() if keep or k not in missing}, later=later)


def whole_cases():
    return cases().filter(lambda facts: facts.figures is not None)


def everything_said(facts):
    words = contents()
    for topic in TOPICS:
        yield from say("headline", topic, facts, words)
    for step in MONEY_STEPS:
        yield from say("figure", step, facts, words)
    for slug in ANXIETIES:
        yield from say("anxiety", slug, facts, words)
    yield from (reason.text for reason in verdict(facts, words).reasons)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_nothing_crashes_and_no_sentence_has_a_blank(facts):
    assert [text for text in everything_said(facts) if BLANK.search(text)] == []
    assert findings(facts, contents()) is not None
    assert risk_suggestions(facts, contents()) is not None
    assert weakest_numbers(facts) is not None


@settings(max_examples=40, deadline=None)
@given(whole_cases())
def test_every_figure_that_cannot_be_worked_out_says_why(facts):
    for path in facts.figures.nulls:
        assert len(say("null", path, facts, contents())) == 1, path


@settings(max_examples=40, deadline=None)
@given(whole_cases())
def test_every_topic_on_money_always_has_something_to_say(facts):
    silent = {topic for topic in TOPICS if not say("headline", topic, facts, contents())}
    assert silent <= {
        "people",
        "ready",
        "beside_waiting",
        "discounted",
        "asked",
        "after",
        "time_as_cash",
    }


@settings(max_examples=40, deadline=None)
@given(whole_cases().filter(lambda facts: not facts.unfinished))
def test_every_sentence_that_holds_of_a_whole_case_can_be_said(facts):
    words = placeholders(facts, contents())
    slugs = holding("figure", facts) | holding("anxiety", facts)
    assert [slug for slug in slugs if not sentence(slug, words, contents())] == []


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_verdict_always_says_why_and_the_first_line_agrees(facts):
    slug, said = ruling(facts), verdict(facts, contents())
    assert said.slug == slug
    assert said.reasons
    lead = " ".join(say("headline", "lead", facts, contents()))
    assert lead.startswith(GO_AHEAD) == (slug == "go-ahead")
    assert ("Not enough is known" in lead) == (slug == "unknown")
    assert all(headlines(facts, contents()))


@settings(max_examples=40, deadline=None)
@given(whole_cases())
def test_a_case_that_does_not_go_ahead_never_hears_only_good_news(facts):
    against = {"ahead-of-now", "ready", "people-asked", "in-budget", "cash-carries"}
    told = {reason.slug for reason in verdict(facts, contents()).reasons}
    assert bool(told & against) == (ruling(facts) == "go-ahead")
