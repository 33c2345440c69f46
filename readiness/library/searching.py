"""Search over the whole library, in memory: an index for each content version, and no server."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.catalogue import suggestions
from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import (
    Anxiety,
    Avenue,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    Term,
)
from readiness.library import links
from readiness.library.likeness import Vocabulary, singular
from readiness.library.links import Link
from readiness.library.words import forms, passages, pieces, words

LONGEST = 100  # letters of a search that are read
MOST_WORDS = 8
SHOWN = 30
SNIPPET = 220  # letters
WAYS = 2  # of either kind that a need in the words of a search suggests
IN_TITLE = 9  # how much more a word weighs in a title of one word; less in a longer one
LITTLE_WORDS = frozenset(
    words(
        "a about all always am an and any are as at be by can cant do does dont for from get gets"
        " can't don't got had has have how i if in is it its just keep keeps many me most much my never no not of"
        " off on or our so that the their them there they this to too up us very was we were what"
        " when which who why will with you your"
    )
)
KINDS: dict[type[Entry], Any] = {
    Avenue: _("A kind of technology"),
    Anxiety: _("A worry"),
    OtherWay: _("A way without technology"),
    Principle: _("A principle or theme"),
    Lesson: _("A lesson"),
    Evidence: _("A finding"),
    Term: _("A word"),
}


@dataclass(frozen=True)
class Result:
    """An entry that was found, its title and a passage in pieces: text, and whether to mark it."""

    link: Link
    kind: Any
    title: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True)
class Way:
    """A way forward that the words of a search suggest, and why."""

    link: Link
    kind: Any
    reason: str


@dataclass(frozen=True)
class Found:
    """What a search came to. `partly`: nothing holds all the words, so these hold some of them.
    `read_as`: each word that stands nowhere, with the one that was looked for in its place."""

    count: int
    results: list[Result]
    partly: bool
    read_as: list[tuple[str, str]]


class Index:
    """Where each word stands: in which entries, and how much it weighs there."""

    def __init__(self, contents: Contents) -> None:
        self.entries = [each for each in contents.entries if type(each) in KINDS]
        self.passages = [
            [(text, forms(text)) for text in passages(entry)] for entry in self.entries
        ]
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)
        for n, entry in enumerate(self.entries):
            for word, weight in _weights(links.name_of(entry), self.passages[n]):
                self.weights[word][n] = self.weights[word].get(n, 0) + weight
        self.vocabulary = Vocabulary(self.weights)

    def scores(self, word: str) -> dict[int, float]:
        """The entries that hold a word, a form of it or a word that begins with it, and how much
        it weighs."""
        scores: dict[int, float] = {}
        for other, share in self.vocabulary.meant(word).items():
            for n, weight in self.weights[other].items():
                scores[n] = max(scores.get(n, 0), weight * share)
        rarity = log(1 + len(self.entries) / len(scores)) if scores else 0
        return {n: score * rarity for n, score in scores.items()}

    def starts(self, word: str) -> tuple[str, ...]:
        """What a word of a text begins with where it is what was looked for."""
        return (singular(word), *self.vocabulary.meant(word))

    def slips(self, words: Iterable[str]) -> dict[str, str]:
        """The words that stand nowhere, each with the one that it was meant to be."""
        nowhere = (word for word in words if not self.vocabulary.meant(word))
        near = {word: self.vocabulary.nearest(word) for word in nowhere}
        return {word: meant for word, meant in near.items() if meant}


def _weights(title: str, passages: list[tuple[str, list[str]]]) -> Iterator[tuple[str, float]]:
    named = forms(title)
    yield from ((word, IN_TITLE / sqrt(len(named))) for word in set(named))
    body = Counter(word for _text, found in passages for word in found)
    yield from ((word, 1 + log(times)) for word, times in body.items())


# The index of what is published, by content version; the last one alone is kept.
_kept: dict[str, Index] = {}


def index_of(contents: Contents) -> Index:
    """The index of these contents, made once for each version of them."""
    index = _kept.get(contents.version)
    if index is None:
        index = Index(contents)
        _kept.clear()
        _kept[contents.version] = index
    return index


def asked_for(query: str) -> list[str]:
    """The words that are looked for: the first few of the query, without little ones if it can be."""
    every = list(dict.fromkeys(words(query[:LONGEST])))
    return ([each for each in every if each not in LITTLE_WORDS] or every)[:MOST_WORDS]


def search(query: str, contents: Contents) -> Found:
    """What holds all words of the query, best first; where nothing does, what holds some."""
    index, asked = index_of(contents), asked_for(query)
    slips = index.slips(asked)
    looked_for = [slips.get(word, word) for word in asked]
    scores = [index.scores(word) for word in looked_for]
    every = [set(each) for each in scores]
    found = set.intersection(*every) if every else set()
    partly = not found and any(every)
    if partly:
        found = set.union(*every)
    ranked = sorted(
        found,
        key=lambda n: (
            -sum(n in each for each in scores),
            -sum(each.get(n, 0) for each in scores),
            n,
        ),
    )
    results = [_result(index, n, looked_for) for n in ranked[:SHOWN]]
    return Found(len(found), results, partly, list(slips.items()))


def _result(index: Index, n: int, looked_for: list[str]) -> Result:
    each_starts = [index.starts(word) for word in looked_for]
    starts = tuple(start for each in each_starts for start in each)

    def held(passage: tuple[str, list[str]]) -> int:
        return sum(any(word.startswith(each) for word in passage[1]) for each in each_starts)

    entry = index.entries[n]
    link = links.to(entry)
    best, _words = max(index.passages[n], key=held, default=("", []))
    return Result(
        link,
        KINDS[type(entry)],
        list(pieces(link.text, starts, longest=len(link.text))),
        list(pieces(best, starts, longest=SNIPPET)),
    )


def ways(query: str, contents: Contents) -> list[Way]:
    """The ways forward that a need in these words suggests: first those without technology."""
    typed = words(query[:LONGEST])
    slips = index_of(contents).slips(typed)
    need = " ".join(slips.get(word, word) for word in typed)
    groups = [
        suggestions.suggest(need, each.values())[:WAYS]
        for each in (contents.other_ways, contents.avenues)
    ]
    return [
        Way(links.to(found.way), KINDS[type(found.way)], found.reason)
        for found in chain.from_iterable(groups)
    ]
