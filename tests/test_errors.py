"""When something goes wrong Alice is told what happened, that nothing is lost, and what to do."""

import logging
import re
from html import unescape

import pytest
from django.test import Client

from readiness.cases import views
from readiness.logs import OfRequest
from tests.cases.builders import complete_answers
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
    loggers = [logging.getLogger(f"django.{each}") for each in ("request", "security")]
    for each in loggers:
        each.addHandler(handler)
    yield lines
    for each in loggers:
        each.removeHandler(handler)


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


OUR_PAGE = {"origin": "http://testserver"}
WORDS = "She decides with her sister.\n<b>Every</b> morning."
SHOWN = "She decides with her sister.<br>&lt;b&gt;Every&lt;/b&gt; morning."


@pytest.fixture
def strict(alice):
    """Alice's browser, but that her page's token counts no longer."""
    person = Client(enforce_csrf_checks=True)
    person.cookies = alice.cookies
    return person


def test_a_form_whose_token_counts_no_longer_is_sent_again_with_one_press(alice, strict):
    typed = {"control-how": WORDS, "control-before": "theirs", "csrfmiddlewaretoken": "old"}
    answer = strict.post(alice.url("control"), typed, headers=OUR_PAGE)
    assert answer.status_code == 403
    assert "What you saved before is safe" in answer.text
    assert SHOWN in answer.text
    names = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.text)
    assert [name for name, _value in names] == [
        "csrfmiddlewaretoken",
        "control-how",
        "control-before",
    ]
    again = {name: unescape(value) for name, value in names} | {"keep": "yes"}
    assert strict.post(alice.url("control"), again).status_code == 204
    assert "She decides with her sister." in alice.see("control")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "odd://testserver"},
        {"origin": "http://testserver.evil.example"},
    ],
)
def test_a_form_of_somebody_else_s_is_neither_shown_nor_sent_again(alice, strict, headers):
    answer = strict.post(alice.url("control"), {"control-how": WORDS}, headers=headers)
    assert answer.status_code == 403
    assert "She decides" not in answer.text
    assert "Go back, load the page again" in answer.text


def test_a_page_without_tls_is_none_of_ours_where_ours_have_it(alice, strict):
    answer = strict.post(
        alice.url("control"), {"control-how": WORDS}, secure=True, headers=OUR_PAGE
    )
    assert answer.status_code == 403
    assert "She decides" not in answer.text


@pytest.mark.parametrize(
    "page", ["/staff/sign-in/", "/staff/password/", "/admin/password_change/", "/admin/login/"]
)
def test_no_password_is_written_into_a_page(strict, page):
    typed = {"login": "dawn", "password": "three brown hens lay"}
    answer = strict.post(page, typed, headers=OUR_PAGE)
    assert "hens" not in answer.text


def test_who_was_away_for_too_long_finds_what_they_wrote(alice):
    alice.cookies.clear()
    typed = {
        "control-how": WORDS,
        "control-change": "much-less",
        "restore_row": "label=a b c d e f",
    }
    answer = alice.post(alice.url("control"), typed, headers=OUR_PAGE)
    assert answer.status_code == 404
    assert "Open your private link again" in answer.text
    assert answer.text.count('class="own-words"') == 1
    assert SHOWN in answer.text


@pytest.mark.parametrize(
    ("where", "status"),
    [("control", 403), ("nowhere", 404), ("history", 405)],
)
def test_what_an_error_gives_back_stays_in_no_browser(alice, strict, where, status):
    person = strict if status == 403 else alice
    answer = person.post(alice.url(where), {"control-how": WORDS}, headers=OUR_PAGE)
    assert answer.status_code == status
    assert SHOWN in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


# Encodings of something else than text; one that says nothing; one that makes half a letter.
@pytest.mark.parametrize("encoding", ["rot13", "undefined", "unicode_escape"])
def test_letters_of_another_encoding_are_no_fault_of_ours(alice, strict, encoding):
    box = (
        b'--x\r\nContent-Disposition: form-data; name="how"\r\n\r\n'
        b"Half a letter: \\ud800\r\n--x--\r\n"
    )
    sent_as = f"multipart/form-data; boundary=x; charset={encoding}"
    answer = strict.generic("POST", alice.url("control"), box, sent_as, headers=OUR_PAGE)
    assert "Half a letter: \\ud800" in answer.text


def test_our_own_fault_and_our_work_on_the_guide_lose_no_words(alice, monkeypatch, settings):
    alice.raise_request_exception = False
    monkeypatch.setattr("readiness.cases.wizard.StepView.save", broken)
    typed, where = {"control-how": WORDS}, alice.url("control")
    answer = alice.post(where, typed, headers=OUR_PAGE)
    assert SHOWN in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    settings.MAINTENANCE = "at 14:00"
    assert SHOWN in alice.post(where, typed, headers=OUR_PAGE).text


def test_an_address_that_only_a_button_leads_to_is_no_blank_page(alice):
    answer = alice.get("/start/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert "Go back, and press the button once more." in answer.text


def test_each_page_of_an_error_names_a_reference_that_is_in_the_log(
    alice, strict, dawn, log, settings
):
    def again(limit, setting):
        setattr(settings, setting, limit)
        return alice.post(alice.url("control"), {"control-how": "x" * 2000, "a": 1, "b": 2})

    answers = {
        403: strict.post("/start/"),
        404: alice.get("/nowhere/"),
        405: alice.get("/start/"),
        400: alice.get("/?a=%00"),
        413: again(1000, "DATA_UPLOAD_MAX_MEMORY_SIZE"),
    }
    answers |= {403.1: dawn.get("/admin/accounts/user/")}
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
    need = complete_answers()["need"]
    alice.save("need", need | {"problem": "Two notes."}, base="0")
    answers |= {409: alice.save("need", need | {"problem": "Three notes."}, base="0")}
    settings.MAINTENANCE = "at 14:00"
    answers |= {503: alice.get("/")}
    for status, answer in answers.items():
        assert answer.status_code == int(status)
        found = re.search(r"this reference: ([A-Z2-9]{8})\.", answer.text)
        assert any(line.startswith(found[1]) for line in log), status


def test_while_the_guide_is_worked_on_every_page_says_when_it_is_back(client, settings):
    settings.MAINTENANCE = "at 14:00 <today>"
    for where in ("/", "/library/", "/cases/1/need/", "/nowhere/"):
        answer = client.get(where)
        assert answer.status_code == 503
        assert "We expect to be back at 14:00 &lt;today&gt;." in answer.text
        assert answer.headers["Retry-After"] == "600"
        assert {"Content-Security-Policy", "X-Frame-Options"} <= set(answer.headers)


def test_whoever_watches_the_guide_is_answered_meanwhile(client, db, settings):
    settings.MAINTENANCE = "at 14:00"
    assert client.get("/health").text == "ok"


def test_a_line_of_no_request_has_no_reference():
    record = logging.LogRecord("x", 30, "f", 1, "Started", (), None)
    OfRequest().filter(record)
    assert record.reference == "-"
