"""What the guide says about a case in full sentences. When is code, by slug; the words are content."""

from collections.abc import Iterator

from readiness.cases.checks.worth import extra_staff_cheaper
from readiness.cases.facts import Facts
from readiness.cases.sentences.actions import (
    NextAction,
    actions_for,
    next_actions,
    risk_suggestions,
)
from readiness.cases.sentences.anxieties import ON_FACTS, ON_FIGURES
from readiness.cases.sentences.headlines import ON_FACTS as TOPICS_ON_FACTS
from readiness.cases.sentences.headlines import TOPICS
from readiness.cases.sentences.live import LIVE, SoFar
from readiness.cases.sentences.nulls import why_not
from readiness.cases.sentences.placeholders import Words, placeholders
from readiness.cases.sentences.put_off import without_put_off
from readiness.cases.sentences.shown import Shown
from readiness.cases.sentences.weakest import Number, weakest_numbers
from readiness.cases.sentences.words import fill, places, sentence
from readiness.catalogue.contents import Contents

__all__ = [
    "DECISION",
    "NextAction",
    "Number",
    "actions_for",
    "headlines",
    "holding",
    "next_actions",
    "risk_suggestions",
    "say",
    "weakest_numbers",
]

# What the decision page says of the figures, in this order; “lead” is its first line.
DECISION = ("cash", "hours", "staff", "must_be_true")

# The kinds of sentence that stand on the page of a step.
BESIDE = ("figure", "anxiety")


def say(kind: str, about: str, facts: Facts, contents: Contents) -> list[str]:
    """Every sentence of this kind and subject that holds for this case, filled.

    `headline` (about a topic) says the first that fits; `figure` is about a step's slug, `anxiety`
    about an anxiety's, `null` about a figure by its dotted name ("payback_months_cash.low").
    Anything else says nothing.
    """
    facts = without_put_off(facts, but=about if kind == "figure" else "")
    if kind in BESIDE:
        return _beside(kind, about, facts, contents)
    return _say(kind, about, facts, contents, placeholders(facts, contents))


def _beside(kind: str, about: str, facts: Facts, contents: Contents) -> list[str]:
    """What is said on the page of a step: so often that no other words are made than it needs."""
    texts = [contents.sentences[slug].text for slug in _holding(kind, about, facts, contents)]
    words = placeholders(facts, contents, set().union(*map(places, texts)))
    return [said for text in texts if (said := fill(text, words))]


def headlines(facts: Facts, contents: Contents, topics: tuple[str, ...] = DECISION) -> list[str]:
    """A sentence for each topic that has one to say; where an hour of extra staff is cheaper, that first."""
    facts = without_put_off(facts)
    staff_first = extra_staff_cheaper(facts)
    ordered = sorted(topics, key=lambda topic: not (staff_first and topic == "staff"))
    words = placeholders(facts, contents)
    return [text for topic in ordered for text in _say("headline", topic, facts, contents, words)]


def _say(kind: str, about: str, facts: Facts, contents: Contents, words: Words) -> list[str]:
    if kind == "null":
        why = facts.figures.nulls.get(about) if facts.figures else None
        said = [why_not(about, why, words, contents)] if why else []
    else:
        said = [sentence(slug, words, contents) for slug in _holding(kind, about, facts, contents)]
    if (kind, about) == ("headline", "cash"):
        said.extend(_say(kind, "beside_waiting", facts, contents, words))
        said = [" ".join(said)]
    return [text for text in said if text]


def _holding(kind: str, about: str, facts: Facts, contents: Contents) -> Iterator[str]:
    if kind == "headline":
        yield from _first_that_fits(about, facts)
        return
    holds = holding(kind, facts)
    for entry in contents.sentences.values():
        if entry.kind == kind and entry.about == about and entry.slug in holds:
            yield entry.slug


def _first_that_fits(topic: str, facts: Facts) -> list[str]:
    if facts.figures is None:
        told = TOPICS_ON_FACTS.get(topic, {})
        on_facts = [slug for slug, holds in told.items() if holds(facts)][:1]
        return ["lead-unknown"] if topic == "lead" else on_facts
    shown = Shown(facts, facts.figures)
    return [slug for slug, holds in TOPICS.get(topic, {}).items() if holds(shown)][:1]


def holding(kind: str, facts: Facts) -> set[str]:
    """The slugs of the sentences beside questions (`figure`) or worries (`anxiety`) that hold."""
    facts = without_put_off(facts)
    if kind == "figure":
        so_far = SoFar(facts)
        return {slug for slug, holds in LIVE.items() if holds(so_far)}
    if kind != "anxiety":
        return set()
    found = {slug for slug, holds in ON_FACTS.items() if holds(facts)}
    if facts.figures:
        shown = Shown(facts, facts.figures)
        found |= {slug for slug, holds in ON_FIGURES.items() if holds(shown)}
    return found
