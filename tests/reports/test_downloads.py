"""Each document is a page from which its files are taken, by those who may and by nobody else."""

import io
import json
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf
from readiness.reports.models import Document
from tests.people import Person, answers, case_with, said

PAPERS = pytest.mark.parametrize("paper", ["business-case", "statement-of-need"])
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
FORM = pytest.mark.parametrize("form", TYPES)


@pytest.fixture(autouse=True)
def _no_rendering(monkeypatch):
    monkeypatch.setattr(pdf, "render", lambda html, link_labels: b"%PDF-1.7 " + html.encode())


@pytest.fixture
def sent(done):
    """The version that Alice sent."""
    return versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())


@pytest.fixture
def unfinished(catalogue):
    """Alice, before she knows what it costs."""
    given = answers()
    for step in ("costs", "alternatives"):
        del given[step]
    person = Person()
    person.join(case_with(given))
    return person


def address(person, paper, form=None):
    return f"/cases/{person.case.pk}/{paper}" + (f".{form}" if form else "/")


def body(answer) -> bytes:
    return b"".join(answer)


@PAPERS
def test_the_page_offers_every_file_of_the_paper(done, paper):
    html = done.get(address(done, paper)).text
    for form in ("pdf", "docx", "csv", "json"):
        link = address(done, paper, form)
        assert f'href="{link}"' in html
        assert done.get(link).status_code == 200
    assert "There are no figures yet" not in html


@PAPERS
def test_without_figures_the_page_says_what_is_missing_instead(unfinished, paper):
    html = unfinished.get(address(unfinished, paper)).text
    line = "There are no figures yet. Still to be answered: “Costs” and “The other choices”."
    assert line in said(html)
    for form in ("csv", "json"):
        assert address(unfinished, paper, form) not in html
        answer = unfinished.get(address(unfinished, paper, form))
        assert answer.status_code == 404
        assert line in said(answer.text)


@PAPERS
@FORM
def test_a_file_says_what_it_is_and_has_a_name_that_is_safe_on_any_machine(done, paper, form):
    answer = done.get(address(done, paper, form))
    what = "figures" if form in ("csv", "json") else paper
    name = f"hazel-court-care-{what}-{done.case.reference}-draft.{form}"
    opens = "inline" if form == "pdf" else "attachment"
    assert answer["Content-Type"] == TYPES[form]
    assert answer["Content-Disposition"] == f'{opens}; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert not Document.objects.exists()  # a draft is kept in no format


def test_a_hostile_name_of_an_organisation_is_no_part_of_a_file_s_name(catalogue):
    person = Person()
    person.join(case_with(answers({"organisation": {"name": '../"; x=\r\n<b>Żółć'}})))
    name = person.get(address(person, "business-case", "json"))["Content-Disposition"]
    assert name == f'attachment; filename="x-bzoc-figures-{person.case.reference}-draft.json"'


@PAPERS
def test_the_word_file_is_one_and_the_figures_are_the_cases(done, paper):
    with zipfile.ZipFile(io.BytesIO(body(done.get(address(done, paper, "docx"))))) as package:
        assert "Hazel Court Care" in package.read("word/document.xml").decode()
    figures = json.loads(body(done.get(address(done, paper, "json"))))
    assert figures["whole_life_cost"] == "74583.60"


@PAPERS
@FORM
def test_what_was_sent_is_made_once_in_every_format_and_kept_as_it_is(done, sent, paper, form):
    first = body(done.get(address(done, paper, form)))
    row = Document.objects.get(edition__version=sent)
    assert (row.status, row.format) == ("ready", form)
    with default_storage.open(row.stored_as) as kept:
        assert kept.read() == first
    assert body(done.get(address(done, paper, form))) == first
    assert "-v1." in done.get(address(done, paper, form))["Content-Disposition"]


@FORM
def test_a_consultant_takes_the_same_files_of_what_was_sent(dawn, done, sent, form):
    paper = "business-case"
    theirs = dawn.get(f"/review/{sent.pk}/{paper}.{form}")
    assert body(theirs) == body(done.get(address(done, paper, form)))
    assert theirs["Content-Type"] == TYPES[form]
    assert done.get(f"/review/{sent.pk}/{paper}.{form}").status_code == 302


@PAPERS
def test_the_review_desk_offers_them(dawn, sent, paper):
    html = dawn.get(f"/admin/cases/version/{sent.pk}/change/").text
    for form in ("pdf", "docx", "html"):
        assert f"/review/{sent.pk}/{paper}.{form}" in html
    assert f"/review/{sent.pk}/business-case.csv" in html


def test_a_format_that_we_do_not_make_is_no_page(done, dawn, sent):
    for form in ("odt", "PDF", "pdf.exe", "php"):
        assert done.get(address(done, "business-case", form)).status_code == 404
        assert dawn.get(f"/review/{sent.pk}/business-case.{form}").status_code == 404


def test_the_task_list_offers_the_paper_of_each_stage_that_is_begun(alice, unfinished):
    assert "statement-of-need" not in alice.see()
    text = said(unfinished.see())
    for paper in ("Statement of need", "Business case"):
        assert f"What this stage comes to: {paper} Draft" in text


def test_what_was_sent_is_no_draft_on_the_task_list(done, sent):
    assert "What this stage comes to: Business case" in said(done.see())
    assert "What this stage comes to: Business case Draft" not in said(done.see())
