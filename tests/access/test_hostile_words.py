"""Everything that anybody can type is an attack: wherever it is shown it is words, and does nothing.

One case, in which each field holds an attack with a number of its own; every address is opened by
its owner and by an administrator, every paper in every format, and every mail is written.
"""

import csv
import io
import json
import logging
import zipfile
from collections import defaultdict
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db import transaction
from docx import Document
from openpyxl import load_workbook

from readiness.cases import mail_kinds
from readiness.cases.models import Mail
from readiness.cases.stages import STEPS
from readiness.reports import pdf
from tests.access.everybody import NOW
from tests.access.hostile import Attacked, mark
from tests.access.rows import Role
from tests.addresses import Address, addresses

# Where each field that somebody types is read, at the least. Those of the steps are all read on
# check-your-answers, and two of them stand for what else shows them.
SHOWN = {
    "need.problem": "check business-case statement-of-need business-case-file.docx",
    "organisation.name": "case check business-case cases_version_change everything",
    "control.how": "check step business-case",
    "cases.Version.organisation": "board sent decision",
    "heard.words": "business-case business-case-file.docx",
    "cases.Answer.note": "case check step",
    "cases.AccessLink.label": "share change-link close-link",
    "cases.Case.recovery_email": "save hand-over",
    "cases.Comment.words": "step talk check cases_version_change",
    "cases.Comment.said_by": "step talk check",
    "cases.Move.words": "cases_version_change",
    "cases.Version.message": "case cases_version_change",
    "cases.Note.words": "cases_version_change",
    "cases.Decision.conditions": "board cases_version_change",
    "benefits.BenefitsReview.surprises": "benefits benefits-review benefits-paper",
    "benefits.BenefitsReview.why": "benefits benefits-paper benefits-paper-file.docx",
    "suppliers.Supplier.name": "suppliers supplier-table supplier-replies supplier-choose",
    "suppliers.Chosen.why": "suppliers supplier-choose",
    "replies.note": "suppliers supplier-table supplier-replies",
    "prices.label": "supplier-prices supplier-costs",
    "references.said": "suppliers supplier-table supplier-references",
    "voices.Round.idea": "voices voice voices-sheet voices_words_change",
    "voices.Round.message": "voice voices-sheet",
    "voices.Words.text": "voices_words_change voices_words_changelist",
    "contact.Message.words": "contact_message_change contact_message_changelist",
    "contact.Message.email": "contact_message_change",
    "contact.OfferedLesson.what_happened": "contact_offeredlesson_change",
    "desk.Deletion.words": "desk_deletion_change desk_deletion_changelist",
    "accounts.User.first_name": "accounts_user_changelist cases_version_change",
    "accounts.Opening.words": "accounts_opening_change accounts_opening_changelist",
}
# In the admin alone; the rest are of a case or for all.
STAFFS = ("/admin/", "/staff/", "/review/")
FORMS = ("pdf", "docx", "csv", "json", "ics")
FORMULA = ("=", "+", "@", "\t", "\r", "-<")


@pytest.fixture
def attacked(catalogue, monkeypatch) -> Attacked:
    monkeypatch.setattr(pdf, "render", lambda html, link_labels=(): html.encode())
    monkeypatch.setattr("readiness.cases.limits.allow", lambda *_who, **_often: True)
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    return Attacked()


class Dangers(HTMLParser):
    """What in a page could do something that we did not write."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "script" and not given.get("src") and given.get("type") != "application/json":
            self.found.append("a script in the page")
        if tag == "img" and given.get("src") == "x":
            self.found.append("a picture that was typed")
        self.found += [name for name, value in attrs if name.startswith("on")]
        self.found += [value for _name, value in attrs if (value or "").startswith("javascript:")]


def html_read(body: bytes) -> str:
    assert Dangers(body.decode()).found == []
    return unescape(body.decode())


def csv_read(body: bytes) -> str:
    cells = [cell for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
    return " ".join(cells)


def docx_read(body: bytes) -> str:
    paper = Document(io.BytesIO(body))
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        links = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
    assert "onerror" not in " ".join(links)
    return " ".join(node.text or "" for node in paper.element.body.iter())


def xlsx_read(body: bytes) -> str:
    sheets = load_workbook(io.BytesIO(body))
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    return " ".join(str(cell.value) for cell in cells)


def ics_read(body: bytes) -> str:
    lines = body.decode().split("\r\n")
    assert all(line[:1] == " " or ":" in line for line in lines if line)  # each is one of ours
    return body.decode().replace("\r\n ", "")


def zip_read(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        texts = [parts.read(name) for name in parts.namelist() if name.endswith((".json", ".csv"))]
    return unescape(" ".join(text.decode() for text in texts))


def json_read(body: bytes) -> str:
    return str(json.loads(body))


READ = {
    "text/html": html_read,
    "application/pdf": html_read,  # made of a page, which was handed over in its place
    "text/csv": csv_read,
    "text/calendar": ics_read,
    "application/json": json_read,
    "application/zip": zip_read,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx_read,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": xlsx_read,
}


def words_at(attacked: Attacked, url: str, role: Role) -> str:
    """What is read there; then all is as before."""
    with transaction.atomic():
        answer = attacked.people[role].get(url)
        body = b"".join(answer) if answer.streaming else answer.content
        transaction.set_rollback(True)
    assert "alert(" not in str(answer.headers.items())
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    return READ[kind](body) if kind in READ else ""


def asked(attacked: Attacked) -> list[tuple[str, str]]:
    """Every address that is opened, with the name that the table has for it."""
    found = []
    for address in addresses():
        if "catalogue" in address.route or address.route.startswith("/library/"):
            continue  # content, which tests/catalogue and tests/library attack
        forms = FORMS if address.route.endswith(":form>") and "case_id" in address.route else ("",)
        for form in forms:
            attacked.parts["form"] = form or "pdf"
            found.append((f"{address.name}.{form}".removesuffix("."), _url(attacked, address)))
    return found


def _url(attacked: Attacked, address: Address) -> str:
    if address.name == "insights-file":
        return attacked.url(address).replace(".csv", ".xlsx")
    return attacked.url(address)


def test_whatever_is_typed_is_words_wherever_it_is_shown(attacked):
    marks = {field: mark(number) for field, number in attacked.numbers.items()}
    seen = defaultdict(set)
    for name, url in asked(attacked):
        role = Role.ADMINISTRATOR if url.startswith(STAFFS) else Role.OWNER
        words = words_at(attacked, url, role)
        for field, each in marks.items():
            if each in words:
                seen[field].add(name)
    missing = {field: {*places.split()} - seen[field] for field, places in SHOWN.items()}
    assert {field: places for field, places in missing.items() if places} == {}
    of_steps = [field for field in marks if field.partition(".")[0] in STEPS]
    assert [field for field in of_steps if "check" not in seen[field]] == []


def test_no_mail_holds_what_somebody_typed(attacked):
    for kind in mail_kinds.KINDS:
        confirmed = None if kind == "confirm" else NOW
        attacked.case.recovery_email, attacked.case.recovery_confirmed_at = "a@x.org", confirmed
        attacked.case.save()
        values = {"case": attacked.case.pk, "label": "By a consultant", "key": "k", "on": "1 May"}
        mail = Mail(case=attacked.case, kind=kind, to="a@x.org", values=values | {"months": 3})
        letter = mail_kinds.written(mail, at=NOW)
        assert "alert(" not in f"{letter.subject} {letter.body}", kind
        assert letter.content_subtype == "plain"
