"""From the words of the catalogue to a sentence about one case."""

import re
from collections.abc import Mapping

from readiness.catalogue.contents import Contents

PLACE = re.compile(r"\{(\w+)\}")


def places(text: str) -> set[str]:
    """The names of the places that a text leaves open."""
    return set(PLACE.findall(text))


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with each {place} filled; "" where the case cannot fill one of them.

    What people wrote is put in as it is and never read for places itself.
    """
    if any(not words.get(place) for place in places(text)):
        return ""
    return PLACE.sub(lambda found: words[found[1]], text)


def sentence(slug: str, words: Mapping[str, str], contents: Contents) -> str:
    """One sentence of the catalogue, filled; "" where it is not there or cannot be filled."""
    entry = contents.sentences.get(slug)
    return fill(entry.text, words) if entry else ""
