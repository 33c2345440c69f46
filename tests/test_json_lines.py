"""The log as JSON: a line for each event, with the request's reference and nobody's words."""

import json
import logging

from readiness.json_lines import JsonLines


def line(message="Not ready: %s", *args, fault=None, **more):
    record = logging.LogRecord("readiness.x", logging.ERROR, "f", 1, message, args, None)
    record.__dict__.update(more)
    if fault:
        record.exc_info = (type(fault), fault, None)
    written = JsonLines().format(record)
    assert "\n" not in written
    return json.loads(written)


def test_a_line_says_when_how_bad_who_and_what():
    said = line("Not ready: %s", "storage", reference="K7M2")
    assert said.pop("time").endswith("+00:00")
    assert said == {
        "level": "error",
        "logger": "readiness.x",
        "message": "Not ready: storage",
        "reference": "K7M2",
    }


def test_what_goes_on_outside_a_request_has_no_reference():
    assert line("x")["reference"] == "-"


def test_an_error_comes_with_where_but_not_with_the_row_that_was_refused():
    fault = ValueError("duplicate key\nDETAIL:  Key (email)=(alice@example.org) exists.")
    traceback = line("Broken", fault=fault)["traceback"]
    assert "duplicate key" in traceback
    assert "alice" not in traceback
