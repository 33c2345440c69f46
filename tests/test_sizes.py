"""No page is large, however much was answered: they are read on phones, where a byte takes its time."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.bench.pages.journeys import LONG
from tests.bench.pages.journeys import answers as every_answer
from tests.benefits.held import record, send
from tests.people import Person, case_with
from tests.suppliers.at_the_table import LICENCES, REFERENCE, WRITE, add, answer, price, refer
from tests.voices.asked import opens

A_PAGE, A_FIRST_VISIT, REQUESTS = 12 * 1024, 40 * 1024, 4
MORE = {"business-case": 30 * 1024}  # its page holds the paper, of twenty pages and more
PAGES = (
    *("", "check", "submit", "sent", "decision", "history", "save", "share", "share/hand-over"),
    *("your-data", "erase", "board", "voices", "talk/need", "talk/requirements"),
    *("suppliers", "suppliers/add", "suppliers/choose", "benefits", "benefits/3"),
    *("statement-of-need", "business-case", "supplier-brief", "roll-out-on-one-page"),
)


def packed(text: bytes) -> int:
    """Its bytes as they are sent."""
    return len(gzip.compress(text))


@pytest.fixture
def thorough(catalogue):
    """Alice, who answered everything at length, asked six suppliers, and has one review behind her."""
    person = Person()
    person.join(case_with(every_answer(long=True)))
    for n in range(6):
        supplier = add(person, f"Supplier {n}")
        answer(person, supplier, {WRITE: "met"})
        price(person, supplier, LICENCES)
        refer(person, supplier, REFERENCE | {"said": LONG[:1400]})
    send(person)
    record(person, 3)
    opens(person)
    return person


def test_every_page_of_a_full_case_is_small(thorough):
    supplier = thorough.case.suppliers.earliest("pk").pk
    own = [f"suppliers/{supplier}/{part}".rstrip("/") for part in ("", "prices", "references")]
    found = {page: thorough.get(thorough.url(page)) for page in [*every_answer(), *PAGES, *own]}
    assert {page: each.status_code for page, each in found.items() if each.status_code != 200} == {}
    sizes = {page: packed(each.content) for page, each in found.items()}
    large = {page: size for page, size in sizes.items() if size > MORE.get(page, A_PAGE)}
    assert large == {}, sizes


def test_a_first_visit_takes_few_requests_and_little(client, catalogue):
    page = client.get("/")
    files = [
        finders.find(name) for name in re.findall(r'(?:href|src)="/static/([^"]+)"', page.text)
    ]
    assert 1 < 1 + len(files) <= REQUESTS
    found = [packed(Path(file).read_bytes()) for file in files]
    assert packed(page.content) + sum(found) <= A_FIRST_VISIT
