"""How old a reader must be to follow the content with ease."""

import re
from collections.abc import Iterator
from typing import Any

NOT_READ = {"link", "url", "evidence", "figures", "words", "avenues", "anxieties", "slug"}


def reading_age(text: str) -> float:
    """The Flesch-Kincaid grade and five, in years. Rough: it counts only lengths."""
    sentences = [sentence for sentence in re.split(r"[.!?:]+", text) if sentence.strip()]
    words = re.findall(r"[A-Za-z’'-]+", text)
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


def _syllables(word: str) -> int:
    """The runs of vowels, without a last e that is not heard (hyphens of print miss too many)."""
    heard = re.sub(r"(?<=[^aeiouyl])e[sd]?$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", heard)))


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text inside a value of the content, but for slugs, links and stems."""
    if key in NOT_READ:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner_key, inner in value.items():
            yield from texts(inner, inner_key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
