"""The shapes of nested content, and sentences that say where something does not fit.

A shape is called with a value and the place it stands in, and yields one sentence for each fault,
such as “needs, item 2: “reason” is missing.”
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Shape = Callable[[Any, str], Iterator[str]]


def text(limit: int = 1000, *, may_be_empty: bool = False, pattern: str = "") -> Shape:
    """Words of at most `limit` characters; `pattern` is what the whole of it must match."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{where} must be text; put quotation marks round it."
        elif not value.strip() and not may_be_empty:
            yield f"{where} is empty."
        elif len(value) > limit:
            yield f"{where} has {len(value)} characters; {limit} is the most."
        elif value and pattern and not re.fullmatch(pattern, value):
            yield f"{where} holds “{value}”, which is not of the form {pattern}."

    return check


def one_of(*choices: str) -> Shape:
    """One of the words given."""

    def check(value: Any, where: str) -> Iterator[str]:
        if value not in choices:
            yield f"{where} is “{value}”; it must be one of {', '.join(choices)}."

    return check


def items(of: Shape, *, least: int = 1, most: int = 60) -> Shape:
    """A list, each item of the shape given."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{where} must be a list."
            return
        if not least <= len(value) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            yield f"{where} has {len(value)} items; it must have {wanted}."
        for place, item in enumerate(value, start=1):
            yield from of(item, f"{where}, item {place}")

    return check


def record(parts: Mapping[str, Shape]) -> Shape:
    """A mapping that holds exactly the parts given."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{where} must be a mapping with {', '.join(parts)}."
            return
        for key in sorted(value.keys() - parts.keys(), key=str):
            yield f"{where}: “{key}” is not a part we know."
        for key, shape in parts.items():
            if key not in value:
                yield f"{where}: “{key}” is missing."
            else:
                yield from shape(value[key], f"{where}, {key}")

    return check


# Controls, halves of characters, and marks that turn the reading around: no page or file needs them.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def unseen(value: Any, where: str) -> Iterator[str]:
    """Whatever nobody can see, anywhere in a value. A shape of its own, for all that people type."""
    if isinstance(value, str):
        if found := _UNSEEN.search(value):
            yield f"{where} holds a sign that nobody can see: U+{ord(found[0]):04X}. Take it out."
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from unseen(inner, f"{where}, {key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            yield from unseen(inner, f"{where}, item {place}")
