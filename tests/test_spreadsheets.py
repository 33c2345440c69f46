"""Whatever somebody typed, no spreadsheet takes it for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.spreadsheets import safe


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "＝1+1", "=", "-"],
)
def test_what_could_be_a_formula_begins_with_an_apostrophe(typed):
    assert safe(typed) == f"'{typed}"


@pytest.mark.parametrize(
    ("value", "cell"),
    [("-12.50", "-12.50"), (12, "12"), (None, ""), ("A = B", "A = B"), ("", "")],
)
def test_numbers_and_plain_words_stay_as_they_are(value, cell):
    assert safe(value) == cell


@given(st.text())
def test_no_cell_begins_as_a_formula_does(typed):
    cell = safe(typed)
    begins = cell.lstrip()[:1] or cell[:1]
    assert begins not in set("=+@\t\r\n") or cell.startswith("'")
    assert cell in {typed, f"'{typed}"}
