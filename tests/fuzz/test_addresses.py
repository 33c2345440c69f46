"""Whatever is asked of an address, by whatever method, it is answered and never fails."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.conftest import Mallory
from tests.fuzz.inputs import TEXTS, tries

METHODS = ("get", "post", "head", "options", "put", "patch", "delete", "trace")
NAMES = ("page", "q", "back", "from", "again", "avenue", "anxiety", "theme", "stance", "o", "e")
NAMES += ("_changelist_filters", "status__exact", "p", "all", "next", "code", "reference", "csrf")


def routes(patterns=None, before="/"):
    """Every address there is, with its parts still to be filled in."""
    for each in patterns or get_resolver().url_patterns:
        route = before + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield route


# The parts of an address: <int:case_id>, <slug:step>, (?P<url>.*), (?P<app_label>a|b).
PART = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>([^()]*)\)")
NUMBERS = st.integers(0, 10**30).map(str)
WORDS = TEXTS


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """One of our addresses, its parts filled in with what may be there and what may not."""
    route = draw(st.sampled_from(sorted(set(routes()))))
    return PART.sub(lambda part: _filled(draw, part), route)


def _filled(draw: st.DrawFn, part: re.Match) -> str:
    kind, either = part[1], part[2] or ""
    if "|" in either:
        return draw(st.sampled_from(either.split("|")))
    return draw(st.just("1") | (NUMBERS if kind == "int" else WORDS))


PARAMETERS = st.dictionaries(st.sampled_from(NAMES) | WORDS, WORDS | st.lists(WORDS), max_size=3)


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch):
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)


@pytest.mark.parametrize("who", ["owner", "stranger", "consultant"])
def test_no_address_fails_whatever_is_asked_of_it(who, mallory, dawn, catalogue):
    person = {"owner": mallory, "stranger": Mallory(), "consultant": Mallory()}[who]
    if who == "consultant":
        person.cookies = dawn.cookies

    @tries(0.05 / 3, few=40)
    @given(addresses(), st.sampled_from(METHODS), PARAMETERS, PARAMETERS)
    def try_it(address, method, query, body):
        ask = getattr(person, method)
        given = body if method == "post" else None
        ask(address, given, query_params=query)

    try_it()
