"""Every address of the guide, as the resolver knows it, with its parts filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

# A part of an address: <int:case_id>, <form>, (?P<url>.*), ([^/]+).
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\[[^]]*\])*\)|\((\[[^]]*\]\+)\)")
ONE_OF = re.compile(r"\(\?P<\w+>(\w+(?:\|\w+)+)\)")


@dataclass(frozen=True)
class Address:
    """An address by its name, or its route where it has none. One that stands for a few words, such
    as the name of an app, is one address for each, and bears the word: “app_list:cases”."""

    name: str
    route: str

    def filled(self, parts: Mapping[str, Any]) -> str:
        """The address with its parts filled in. Raises KeyError for one that is not there."""
        numbers = iter(("first", "second"))
        return PART.sub(lambda each: str(parts[each[1] or each[2] or next(numbers)]), self.route)


def addresses(patterns: Any = None, before: str = "/") -> Iterator[Address]:
    """Every address there is."""
    for each in patterns or get_resolver().url_patterns:
        route = before + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield from _each(Address(each.name or route, route))


def _each(address: Address) -> Iterator[Address]:
    words = ONE_OF.search(address.route)
    if not words:
        yield address
        return
    for word in words[1].split("|"):
        route = address.route.replace(words[0], word)
        yield replace(address, name=f"{address.name}:{word}", route=route)
