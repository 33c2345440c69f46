"""The log holds no token: whoever reads it can open no case."""

import logging

import pytest

from readiness.logs import NoTokens


@pytest.mark.parametrize("page", ["open", "confirm", "staff/password/new"])
def test_the_token_of_a_link_is_taken_out(page):
    record = logging.LogRecord("x", 30, "f", 1, "Forbidden: %s", (f"/{page}/s3cret-T0ken/",), None)
    assert NoTokens().filter(record)
    assert "s3cret" not in record.getMessage()
    assert f"/{page}/…" in record.getMessage()
