"""Somebody who types what nobody would, and the pages that took longest to answer them."""

import time
from collections.abc import Iterator

import pytest

from tests.fuzz.inputs import MANY
from tests.people import Person, answers, case_with

SLOW = 2.0  # seconds
_slow: dict[str, float] = {}


class Mallory(Person):
    """A person whose every page is timed, and never a fault of ours."""

    def request(self, **request):
        began = time.perf_counter()
        answer = super().request(**request)
        took = time.perf_counter() - began
        where = f"{request['REQUEST_METHOD']} {request['PATH_INFO']}"
        if took > SLOW:
            _slow[where] = max(took, _slow.get(where, 0))
        assert answer.status_code < 500, where
        return answer


@pytest.fixture
def mallory(catalogue) -> Iterator[Mallory]:
    person = Mallory(raise_request_exception=True)
    person.join(case_with(answers()))
    return person


def pytest_terminal_summary(terminalreporter) -> None:
    """After many inputs, say which pages took long."""
    if MANY:
        terminalreporter.section(f"pages over {SLOW:.0f} s")
        for where, took in sorted(_slow.items(), key=lambda each: -each[1]) or [("none", 0)]:
            terminalreporter.write_line(f"{took:5.1f} s  {where}")
