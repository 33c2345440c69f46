"""Whichever file of a case a board member opens, the figures in it are the same."""

import csv
import io
import json
import re
from decimal import Decimal

import docx
import pypdf
import pytest
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import documents
from readiness.reports.kinds import BUSINESS_CASE
from tests.cases.organisations import CARE_HOMES, HOME_CARE, LUNCH_CLUB
from tests.people import Person, case_with, said
from tests.reports.states import words

ORGANISATIONS = {
    "care homes": CARE_HOMES,
    "home care": HOME_CARE,
    "lunch club": LUNCH_CLUB,
}
VERDICTS = {
    "go-ahead": "Go ahead",
    "get-ready": "Get ready first",
    "not-now": "Not this, or not now",
}
AMOUNT = r"(−?£?[\d,.]+|note \w)"
THREE = f"{AMOUNT} {AMOUNT} {AMOUNT}"
READ = {
    "cost": rf"{AMOUNT} in the first year and {AMOUNT} over",
    "hours": rf"Hours given back a year {THREE}",
    "worth": rf"Worth, after costs \(time and cash\) {THREE}",
    "cash": rf"Cash alone {THREE}",
    "an hour": r"Each hour given back costs (£[\d.,]+\d)",
    "verdict": f"The decision .*?({'|'.join(VERDICTS.values())})",
}


@pytest.fixture(params=ORGANISATIONS)
def person(request, catalogue):
    """Whoever wrote the case, at their browser."""
    manager = Person()
    manager.join(case_with(ORGANISATIONS[request.param]))
    return manager


@pytest.fixture
def draft(person):
    """The business case as a page, before it is sent."""
    return person.get(f"/cases/{person.case.pk}/business-case/").content.decode()


@pytest.fixture
def files(draft, person):
    """The business case as it was sent, in every format and as a page, by format."""
    versions.send(person.case, by="Alice", at=timezone.now(), contents=contents())
    address = f"/cases/{person.case.pk}/business-case"
    got = {
        form: b"".join(person.get(f"{address}.{form}"))
        for form in documents.FORMATS
        if BUSINESS_CASE.has(form)
    }
    return got | {"page": person.get(f"{address}/").content}


def test_every_file_says_the_same_figures(draft, files):
    exact = chosen(json.loads(files["json"]))
    assert chosen(unfolded(files["csv"])) == exact
    texts = {
        "draft": said(draft),
        "pdf": " ".join(map(words, pypdf.PdfReader(io.BytesIO(files["pdf"])).pages)),
        "page": said(files["page"].decode()),
        "html": said(files["html"].decode()),
        "docx": in_word(files["docx"]),
    }
    shown = {form: {name: read(name, text) for name in READ} for form, text in texts.items()}
    assert shown["draft"] == shown["page"] == shown["html"] == shown["docx"] == shown["pdf"]
    for name, figures in exact.items():
        assert len(figures) == len(shown["pdf"][name])
        assert all(map(agree, shown["pdf"][name], figures)), name


def read(name: str, text: str) -> tuple[str, ...]:
    """What a paper says of one thing: always the same, however often it says it."""
    found = {hit if isinstance(hit, tuple) else (hit,) for hit in re.findall(READ[name], text)}
    assert len(found) == 1, (name, found)
    return found.pop()


def chosen(figures) -> dict[str, list[str]]:
    """The figures of a file that a paper says too, in its order."""
    low_to_high = {"hours": "hours_per_year", "worth": "npv_all", "cash": "npv_cash"}
    return {
        "cost": [figures["first_year_cost"], figures["whole_life_cost"]],
        **{
            name: [figures[key][case] for case in ("low", "likely", "high")]
            for name, key in low_to_high.items()
        },
        "an hour": [figures["cost_per_hour_released"]],
        "verdict": [VERDICTS[figures["verdict"]]],
    }


def agree(shown: str, exact: str) -> bool:
    """Whether a paper says a figure of a file, to the pound or the hour; an amount with pence
    says all of it."""
    if not re.search(r"\d", exact):
        return shown == exact
    bare = Decimal(re.sub("[£,]", "", shown).replace("−", "-"))
    return abs(bare - Decimal(exact)) <= Decimal("0" if "." in shown else "0.5")


def unfolded(table: bytes) -> dict:
    """The rows of the CSV as they stand in the JSON."""
    whole: dict = {}
    for row in csv.DictReader(table.decode().splitlines()):
        *path, name = row["figure"].split(".")
        part = whole
        for each in path:
            part = part.setdefault(each, {})
        part[name] = row["value"]
    return whole


def in_word(made: bytes) -> str:
    """The words of a Word document in its order, those of tables row by row."""
    document = docx.Document(io.BytesIO(made))
    texts = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            texts += [cell.text for row in part.rows for cell in row.cells]
        else:
            texts.append(part.text)
    return " ".join(" ".join(texts).split())


def test_a_statement_of_need_has_the_figures_of_its_business_case(person):
    case = documents.material(person.case, timezone.localdate())
    address = f"/cases/{person.case.pk}"
    for form in documents.FIGURES:
        need = b"".join(person.get(f"{address}/statement-of-need.{form}"))
        assert need == documents.made(BUSINESS_CASE, form, case)
