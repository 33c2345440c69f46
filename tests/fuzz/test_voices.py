"""Whatever somebody without a name sends, no page of theirs fails, nor those of who reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.voices import questions
from tests.fuzz.conftest import Mallory
from tests.fuzz.inputs import TEXTS, tries
from tests.voices.asked import at, closes, opens

NAMES = (*questions.ASKED, "words", "key", "whose", "receipt", "private_seen")
VALUES = ("0", "1", "2", "3", "less", "much-more", "alone", "not-now", "unsure", "same", "other")


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch):
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)


def test_no_voice_fails_whatever_is_sent(mallory, dawn):
    asking, somebody = opens(mallory), Mallory()
    pages = st.sampled_from(("questions", "check", "send", "send", "send", "take-back"))
    groups = st.sampled_from(tuple(questions.GROUPS)) | TEXTS
    said = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES) | TEXTS, max_size=9)

    @tries(0.05, few=20)
    @given(pages, groups, said)
    def try_it(page, group, answers):
        somebody.post(at(asking, page), {"group": group, **answers})

    try_it()
    mallory.see("voices")
    closes(asking)
    for page in ("voices", "check"):
        mallory.see(page)
    listed = Mallory()
    listed.cookies = dawn.cookies
    assert listed.get("/admin/voices/words/").status_code == 200
