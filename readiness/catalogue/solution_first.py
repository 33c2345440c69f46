"""Whether a text names a kind of product, or starts from one. A nudge and not a gate."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from readiness.catalogue.models import ProductWord

Kind = ProductWord.Kind

LOOK_AT = 3000  # characters; a need that starts from a product does so early
BEFORE = 40  # characters before a match in which a guard counts too

# Each kind of word with its regular expressions, in catalogue order: all that matching needs.
Words = tuple[tuple[str, str, tuple[str, ...]], ...]


def product_words_in(text: str, words: Iterable[ProductWord]) -> list[str]:
    """The words for a kind of product in the text, as typed, each once."""
    named = _patterns(_as_words(words))["any"]
    return list(dict.fromkeys(found[0] for found in named.finditer(_one_line(text))))


def starts_from_product(text: str, words: Iterable[ProductWord]) -> ProductWord | None:
    """The first pattern that the text meets, which holds the question to `ask`, or None."""
    words = list(words)
    line = _one_line(text)
    patterns = _patterns(_as_words(words))
    for word in words:
        if word.kind == Kind.PATTERN and _meets(line, patterns[word.slug], patterns["guard"]):
            return word
    return None


def _meets(line: str, pattern: re.Pattern[str], guard: re.Pattern[str]) -> bool:
    return any(
        not guard.search(line[max(0, found.start() - BEFORE) : found.end()])
        for found in pattern.finditer(line)
    )


def _one_line(text: str) -> str:
    return " ".join(text[:LOOK_AT].replace("’", "'").split())


def _as_words(words: Iterable[ProductWord]) -> Words:
    return tuple((word.slug, word.kind, tuple(word.words)) for word in words)


@lru_cache(maxsize=4)
def _patterns(words: Words) -> Mapping[str, re.Pattern[str]]:
    """Every pattern by its slug, with “any” product and any “guard”, ready to match."""
    parts = {kind: _either(words, kind) for kind in Kind.values}
    parts["any"] = f"{parts[Kind.PRODUCT]}|{parts[Kind.DESCRIBED]}"
    ready = {
        slug: _filled("|".join(given), parts) for slug, kind, given in words if kind == Kind.PATTERN
    }
    ready["any"] = rf"\b(?:{parts['any']})\b"
    ready["guard"] = parts[Kind.GUARD]
    return {slug: re.compile(text, re.IGNORECASE) for slug, text in ready.items()}


def _either(words: Words, kind: str) -> str:
    """One group that matches any of a kind; with none of that kind it never matches."""
    given = [text for _, of, texts in words if of == kind for text in texts]
    return f"(?:{'|'.join(given)})" if given else r"(?!)"


def _filled(text: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", f"(?:{part})")
    return text
