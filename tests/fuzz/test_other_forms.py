"""Whatever is typed into a form beside the questionnaire, its page answers and can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.inputs import TEXTS, tries
from tests.people import Person
from tests.suppliers.at_the_table import Boxes

OF_THE_CASE = ("decision", "next", "benefits/3", "talk/control", "voices/open", "share", "save")
OF_THE_CASE += ("share/hand-over", "erase", "supplier-brief", "submit", "save/address")
SUPPLIERS = ("add", "choose", "choose/costs", "{n}", "{n}/prices", "{n}/references", "{n}/name")
FOR_ALL = ("get-in-touch", "comment", "share-a-lesson", "lost-link", "check", "staff/sign-in")


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch):
    """Mallory tries more often than anybody may."""
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)


def boxes(person: Person, page: str) -> dict[str, str]:
    """The boxes of every form on a page, as they stand."""
    found = Boxes("")
    answer = person.get(page)
    found.feed(answer.text if answer.status_code == 200 else "")
    return found.typed


def test_no_form_beside_the_steps_fails_whatever_is_typed(mallory):
    elm = mallory.case.suppliers.create(name="Elm")
    pages = [mallory.url(page) for page in OF_THE_CASE]
    pages += [mallory.url(f"suppliers/{page.format(n=elm.pk)}") for page in SUPPLIERS]
    pages += [f"/{page}/" for page in FOR_ALL]
    typed = {page: boxes(mallory, page) for page in pages}

    @tries(0.04, few=20)
    @given(st.data())
    def try_it(data):
        page = data.draw(st.sampled_from(pages))
        names = st.sampled_from(sorted(typed[page]) or ["x"])
        spoilt = data.draw(st.dictionaries(names, TEXTS | st.lists(TEXTS, max_size=3)))
        mallory.post(page, typed[page] | spoilt)
        mallory.get(page)

    try_it()
    for page in pages:
        mallory.get(page)
