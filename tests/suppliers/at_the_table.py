"""How somebody writes down what a supplier says: what stands in a page's boxes, and what is typed."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

from readiness.suppliers.models import Supplier
from tests.people import Person, value_in

WRITE, OFFLINE, NOTES = (
    "A carer can write a note beside the person in under two minutes.",
    "It works when the Wi-Fi is down.",
    "Families can read a daily note.",
)
LICENCES = {"label": "Licences", "category": "licences", "per_year": "5,000"}
SET_UP = {"label": "Setting it up", "category": "set-up", "one_off": "£2,500.50", "in_year": "0"}
REFERENCE = {
    "who": "The manager of a home nearby",
    "organisation": "Nursing home, 40 beds",
    "when": "5 2027",
    "said": "It works.\r\n\r\nThe help line is slow.",
}


class Boxes(HTMLParser):
    """What a browser would send of the boxes of a page's main form, as they stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.typed: dict[str, str] = {}
        self.area = self.choice = ""
        form = re.search(r'<form method="post"[^>]*(?:id="step"|novalidate).*?</form>', html, re.S)
        self.feed(form[0] if form else "")

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name = found.get("name", "")
        if tag == "textarea":
            self.area = name
            self.typed[name] = ""
        elif tag == "select":
            self.choice = name
            self.typed[name] = ""
        elif tag == "option" and "selected" in found:
            self.typed[self.choice] = found["value"]
        elif tag == "input" and (
            found.get("type") not in {"radio", "checkbox"} or "checked" in found
        ):
            self.typed[name] = found.get("value") or ""

    def handle_data(self, data):
        if self.area:
            self.typed[self.area] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        self.area = "" if tag == "textarea" else self.area


def boxes(html: str) -> dict[str, str]:
    """The boxes of a page by name, without the token against forgery."""
    typed = Boxes(html).typed
    typed.pop("csrfmiddlewaretoken", None)
    return typed


def add(person: Person, name: str) -> Supplier:
    """Add a supplier through its page."""
    key = value_in(person.see("suppliers/add"), "key")
    answer = person.post(person.url("suppliers/add"), {"key": key, "supplier-name": name})
    assert answer.status_code == 302, answer.text
    return person.case.suppliers.latest("pk")


def page_of(supplier: Supplier, part: str = "") -> str:
    """The end of the address of one of its pages."""
    return f"suppliers/{supplier.pk}/{part}".rstrip("/")


def answered(person: Person, supplier: Supplier, says: dict[str, Any]) -> dict[str, str]:
    """The boxes of its page of answers with these filled in: {words: said} or {words: (said, note)}."""
    typed = boxes(person.see(page_of(supplier)))
    place = {
        text: name.removesuffix("asked") for name, text in typed.items() if name.endswith("-asked")
    }
    for words, told in says.items():
        said, note = told if isinstance(told, tuple) else (told, "")
        typed |= {f"{place[words]}said": said, f"{place[words]}note": note}
    return typed


def answer(person: Person, supplier: Supplier, says: dict[str, Any], **more: str):
    """Fill in its page of answers and save it."""
    typed = answered(person, supplier, says)
    return person.post(person.url(page_of(supplier)), typed | more)


def listed(supplier: Supplier, part: str, rows: list[dict[str, str]]) -> dict[str, str]:
    """Rows of its prices or references as a browser posts them."""
    name = f"supplier-{supplier.pk}-{part}"
    typed = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    return typed | {f"{name}-{n}-{k}": v for n, row in enumerate(rows) for k, v in row.items()}


def price(person: Person, supplier: Supplier, *rows: dict[str, str], **more: str):
    """Fill in its page of prices and save it."""
    return person.post(
        person.url(page_of(supplier, "prices")), listed(supplier, "prices", [*rows]) | more
    )


def refer(person: Person, supplier: Supplier, *rows: dict[str, str]):
    """Fill in its page of references and save it."""
    typed = listed(supplier, "references", [*rows])
    return person.post(person.url(page_of(supplier, "references")), typed)


def recorded(supplier: Supplier, part: str = "replies") -> list[dict[str, Any]]:
    """The rows that are recorded of a part."""
    row = supplier.recorded.filter(kind=part).first()
    return row.kept["rows"] if row else []


def said_of(supplier: Supplier) -> dict[str, str]:
    """What it says to each thing, by the words that were asked."""
    return {row["asked"]: row["said"] for row in recorded(supplier)}


def choose(
    person: Person, chosen: Supplier | str, why: str = "It suits the night staff.", **more: str
):
    """Fill in the page of the choice and record it."""
    typed = boxes(person.see("suppliers/choose"))
    value = chosen if isinstance(chosen, str) else str(chosen.pk)
    typed |= {"supplier-choice-chosen": value, "supplier-choice-why": why}
    return person.post(person.url("suppliers/choose"), typed | more)


def cells(html: str, title: str) -> list[str]:
    """The words of each supplier's cell in a line of the table."""
    for row in re.findall(r'<tr role="row".*?</tr>', html, re.S):
        head = re.search(r"<th.*?</th>", row, re.S)
        if head and " ".join(unescape(re.sub(r"<[^>]*>", " ", head[0])).split()) == title:
            found = re.findall(r"<td.*?</td>", row, re.S)
            words = (re.sub(r'<span class="(?:whose|sign)".*?</span>', " ", each) for each in found)
            return [" ".join(unescape(re.sub(r"<[^>]*>", " ", each)).split()) for each in words]
    raise AssertionError(f"no line {title!r}")


def titles(html: str) -> list[str]:
    """The headings and the lines of the table, in their order."""
    heads = re.findall(r'<th scope="(?:row|rowgroup)".*?</th>', html, re.S)
    texts = (re.sub(r'<span class="hint">.*?</span>', "", each, flags=re.S) for each in heads)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", each)).split()) for each in texts]
