"""The texts of an entry: what a reader sees of it, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readiness.catalogue.entry import Entry

# Keys that hold codes, slugs, links and stems, on any level.
NOT_READ = frozenset(
    {
        "slug", "language", "reviewed_on", "kind", "stance", "source_independence", "confidence",
        "severity", "theme", "topic", "step", "about", "effort", "category", "nations", "see_also",
        "avenues", "anxieties", "principles", "evidence", "none_found", "figures", "words", "link",
        "url",
    }
)  # fmt: skip
# The words of others, which are theirs to choose.
CITED = frozenset({"source_title", "publisher"})


@dataclass(frozen=True)
class Text:
    """A text as it stands in an entry: `field` as in “needs, item 2, instead”.

    `cited` where the words are those of a source and not ours.
    """

    field: str
    words: str
    cited: bool = False


def texts_of(entry: Entry) -> Iterator[Text]:
    """Every text that a reader sees of an entry."""
    for name, value in entry.published().items():
        yield from _within(value, name, name)


def texts(value: Any) -> Iterator[str]:
    """Every text inside a value of the content, but for codes, slugs, links and stems."""
    return (text.words for text in _within(value))


def _within(value: Any, key: str = "", field: str = "") -> Iterator[Text]:
    """The texts of a value that stands under a key; `field` is the whole way to it."""
    if key in NOT_READ:
        return
    if isinstance(value, str):
        if value.strip():
            yield Text(field, value, key in CITED or _is_standards_name(field))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _within(inner, name, f"{field}, {name}".removeprefix(", "))
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            yield from _within(inner, key, f"{field}, item {place}")


def _is_standards_name(field: str) -> bool:
    """Whether this is what a law or a standard is called, in words that are not ours."""
    return field.startswith("standards, ") and field.endswith(", name")
