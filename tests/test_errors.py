"""When something goes wrong Alice is told what happened, that nothing is lost, and what to do."""

import logging
import re

import pytest
from django.test import Client

from readiness.cases import views
from readiness.logs import OfRequest
from tests.people import said


@pytest.fixture
def log():
    """The lines of the log, each with the reference of its request."""
    lines = []

    class Kept(logging.Handler):
        def emit(self, record):
            OfRequest().filter(record)
            lines.append(f"{record.reference} {record.getMessage()}")

    handler = Kept()
    logging.getLogger("django.request").addHandler(handler)
    yield lines
    logging.getLogger("django.request").removeHandler(handler)


def broken(*_given, **_more):
    raise RuntimeError("a secret of the case")


def test_the_page_of_our_own_fault_names_a_reference_that_is_in_the_log(alice, monkeypatch, log):
    monkeypatch.setattr(views.overview, "tasks", broken)
    alice.raise_request_exception = False
    answers = [alice.get(alice.url()) for _n in range(2)]
    references = [re.search(r"<strong>([A-Z2-9]{8})</strong>", each.text)[1] for each in answers]
    assert [each.status_code for each in answers] == [500, 500]
    assert references[0] != references[1]
    assert log[0].startswith(f"{references[0]} Internal Server Error")
    assert "What you saved before is safe" in answers[0].text
    assert "a secret of the case" not in answers[0].text


def test_more_than_we_take_in_is_told_as_such(alice, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = alice.post(alice.url("control"), {"control-how": "x" * 2000})
    assert answer.status_code == 413
    assert "Make them shorter" in said(answer.text)


def test_more_boxes_than_we_take_in_are_told_as_such(alice, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    answer = alice.post(alice.url("control"), {f"box-{n}": "x" for n in range(20)})
    assert answer.status_code == 413


def test_a_form_that_was_open_for_too_long_says_what_to_do(alice):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = alice.cookies
    answer = strict.post(alice.url("control"), {"control-how": "Mine"})
    assert answer.status_code == 403
    assert "What you saved before is safe" in answer.text


def test_while_the_guide_is_worked_on_every_page_says_when_it_is_back(client, settings):
    settings.MAINTENANCE = "at 14:00 <today>"
    for where in ("/", "/library/", "/cases/1/need/", "/nowhere/"):
        answer = client.get(where)
        assert answer.status_code == 503
        assert "We expect to be back at 14:00 &lt;today&gt;." in answer.text
        assert answer.headers["Retry-After"] == "600"


def test_whoever_watches_the_guide_is_answered_meanwhile(client, db, settings):
    settings.MAINTENANCE = "at 14:00"
    assert client.get("/health").text == "ok"


def test_a_line_of_no_request_has_no_reference():
    record = logging.LogRecord("x", 30, "f", 1, "Started", (), None)
    OfRequest().filter(record)
    assert record.reference == "-"
