"""How hard a text is to read: its sentences, its syllables and its grade."""

import re
from functools import cache

MOST_WORDS = 25  # of a sentence
FEWEST_WORDS = 8  # a text of fewer is a label, and a grade says nothing about it

WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
PLACEHOLDER = re.compile(r"\{\w+\}")  # stands for a figure or a few words
SENTENCES = re.compile(r"(?<=[.!?…])[”’)]*\s+")


@cache
def _breaks() -> tuple:
    """Where words break. Each leaves out breaks that printers avoid, and not the same ones: “on-ly”,
    “pro-vider”. Loaded when a text is first measured: they take a second and many megabytes."""
    import pyphen

    return pyphen.Pyphen(lang="en_GB"), pyphen.Pyphen(lang="en_US")


def sentences(text: str) -> list[str]:
    """The sentences of a text that have a word in them."""
    return [each for each in SENTENCES.split(text) if WORD.search(each)]


def long_sentences(text: str) -> list[str]:
    """The sentences that nobody takes in at one go."""
    return [each for each in sentences(text) if len(each.split()) > MOST_WORDS]


def is_measured(text: str) -> bool:
    """Whether a text is long enough to have a grade."""
    return len(text.split()) >= FEWEST_WORDS


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: the years at school, less five, that reading it takes. Rough: it
    counts only lengths. 0 for a text without words.

    J. P. Kincaid and others, Derivation of New Readability Formulas, US Navy, 1975.
    """
    text = PLACEHOLDER.sub("12", text)
    words = WORD.findall(text)
    if not words:
        return 0.0
    heard = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * heard / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, near enough: a break more than its hyphens in print."""
    return sum(
        1 + max(len(breaks.positions(part)) for breaks in _breaks()) for part in word.split("-")
    )
