"""Whatever Mallory types, no page fails, and what was kept can be shown and printed."""

import pytest
from hypothesis import given

from tests.fuzz.inputs import steps_posted, tries

PAPERS = ("business-case", "statement-of-need", "supplier-brief", "roll-out-plan")


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch):
    """Mallory tries more often than anybody may."""
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)


def test_no_step_fails_whatever_is_typed(mallory):
    @tries(0.1, few=20)
    @given(steps_posted())
    def try_it(given_step):
        step, typed = given_step
        mallory.post(mallory.url(step), typed)
        mallory.get(mallory.url(step))

    try_it()
    for page in ("", "check", *PAPERS):
        mallory.get(mallory.url(page))
    for form in ("pdf", "docx", "json"):
        assert mallory.get(f"{mallory.url()}business-case.{form}").status_code in {200, 404}


def test_no_paper_fails_whatever_is_kept(mallory):
    @tries(0.01, few=2)
    @given(steps_posted())
    def try_it(given_step):
        step, typed = given_step
        mallory.post(mallory.url(step), typed)
        for paper in PAPERS:
            mallory.get(mallory.url(paper))

    try_it()
